import type { Element } from '../../markup/tree.ts'
import { nodesWithin, textOf } from '../../markup/walk.ts'
import { placeWithin } from './address.ts'
import { isBlock } from './display.ts'

/** The footnotes of a page: where they are referred to, and the elements that they are, by their labels. */
export type Notes = {
  references: ReadonlyMap<Element, string>
  notes: ReadonlyMap<Element, string>
}

type Link = { element: Element; to: string; at: number; isRaised: boolean }

/** The sign of a footnote: a number, a letter or two, stars and daggers, in brackets or not. */
const label = /^[[(]?\s*(?:[a-z]{0,5}\s?\d{1,4}|[a-z]{1,2}|[ivxlc]{1,7}|[*†‡§¶#]{1,4})\s*[\])]?$/iu

const noteName = /^(?:user-content-)?_?(?:fn|ftn|edn|footnote|endnote|note|cite[_-]?note|ref)[-_:.]?/i

/** No note is longer; what is, is a chapter that a number in the text leads to. */
const longestNote = 20_000

/** Finds footnotes by what refers to them: short raised links, or such that say so, to a later place on the page. */
export function notesOf(root: Element, page: string | null): Notes {
  const { links, places } = survey(root, page)
  const references = new Map<Element, string>()
  const notes = new Map<Element, string>()
  const taken = new Set<string>()
  for (const link of links) {
    const place = places.get(link.to)
    if (place === undefined || place.at < link.at || !isReference(link)) continue
    const note = place.block
    if (!notes.has(note)) {
      if (textOf(note).length > longestNote || contains(note, link.element)) continue
      notes.set(note, unused(labelOf(link.element), taken))
    }
    references.set(link.element, notes.get(note)!)
  }
  return { references, notes }
}

/** Whether a link in a footnote leads back to the text. */
export function isBackLink(link: Element, page: string | null): boolean {
  const { attributes } = link
  if (placeWithin(attributes.get('href') ?? '', page) === null) return false
  const says = `${attributes.get('role') ?? ''} ${attributes.get('class') ?? ''} ${attributes.get('rev') ?? ''}`
  if (/backlink|back-?ref|reversefootnote/i.test(says)) return true
  const words = textOf(link).trim()
  return label.test(words.replace(/[.:]$/, '')) || !/[\p{L}\p{N}]/u.test(words)
}

type Survey = { links: Link[]; places: Map<string, { at: number; block: Element }> }

/** The links to places on the page, and those places, each with the block around it. */
function survey(root: Element, page: string | null): Survey {
  const found: Survey = { links: [], places: new Map() }
  let at = 0
  const visit = (element: Element, block: Element, isRaised: boolean): void => {
    at += 1
    const { name, attributes } = element
    const own = isBlock(element) && !isWordNote(block) ? element : block
    for (const key of ['id', 'name']) {
      const place = attributes.get(key)
      if (place !== undefined && !found.places.has(place)) found.places.set(place, { at, block: own })
    }
    const raised = isRaised || name === 'sup'
    const to = name === 'a' ? placeWithin(attributes.get('href') ?? '', page) : null
    if (to !== null && to !== '') {
      const raisesItself = element.children.some((child) => child.kind === 'element' && child.name === 'sup')
      found.links.push({ element, to, at, isRaised: raised || raisesItself })
    }
    for (const child of element.children) if (child.kind === 'element') visit(child, own, raised)
  }
  visit(root, root, false)
  return found
}

/** Word links to the first line of a note, whose paragraphs stand in an element of their own. */
function isWordNote({ name, attributes }: Element): boolean {
  return name === 'div' && /^(?:ftn|edn)\d+$/.test(attributes.get('id') ?? '')
}

function isReference({ element, to, isRaised }: Link): boolean {
  const { attributes } = element
  const says = `${attributes.get('role') ?? ''} ${attributes.get('epub:type') ?? ''} ${attributes.get('class') ?? ''}`
  if (!label.test(textOf(element).trim())) return false
  return isRaised || noteName.test(to) || /noteref|footnote/i.test(says)
}

function labelOf(reference: Element): string {
  return textOf(reference).replace(/[\s[\]()]/g, '')
}

/** Notes that are all called `*` are told apart. */
function unused(wanted: string, taken: Set<string>): string {
  let name = wanted
  for (let count = 2; taken.has(name); count += 1) name = `${wanted}-${count}`
  taken.add(name)
  return name
}

function contains(outer: Element, inner: Element): boolean {
  for (const node of nodesWithin(outer)) if (node === inner) return true
  return false
}
