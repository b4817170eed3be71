import type { Furniture } from '../../model/content.ts'
import { childElements, childrenNamed, descendantsNamed, firstNamed, textOf } from '../../markup/walk.ts'
import type { Element } from '../../markup/tree.ts'
import { noStory, type AgencyStory } from './agency-story.ts'
import { firstAttribute, firstLine, lineIn } from './elements.ts'
import { furnitureLine } from './furniture-line.ts'
import { hasBody, withBody } from './inline-body.ts'
import { figureAt } from './body-nodes.ts'

/** The story of a `NewsItem` of NewsML 1, without prefixes. What a component says goes before what those around it say. */
export function readNewsComponent(item: Element): AgencyStory {
  const path = pathToText(item)
  const around = path.filter(({ name }) => name === 'NewsComponent' || name === 'NewsItem').toReversed()
  const lines = around.flatMap((component) => childrenNamed(component, 'NewsLines'))
  const data = around.flatMap((component) =>
    childrenNamed(component, 'AdministrativeMetadata', 'DescriptiveMetadata'),
  )
  const line = (name: string): string | null => nearest(lines, (found) => firstLine(found, name))
  const story: AgencyStory = {
    ...noStory,
    headline: line('HeadLine'),
    byline: line('ByLine') ?? nearest(data, (found) => creatorIn(found)),
    agency:
      nearest(data, (found) => partyIn(found, 'Provider')) ??
      nearest(data, (found) => partyIn(found, 'Source')),
    dateline: line('DateLine'),
    place: nearest(data, placeIn),
    credit: line('CreditLine'),
    published:
      nearest(data, (found) => firstLine(found, 'DateLineDate')) ??
      firstLine(item, 'FirstCreated') ??
      firstLine(item, 'ThisRevisionCreated'),
    language: nearest(data, (found) => firstAttribute(found, 'Language', 'FormalName')) ?? languageOf(path),
    tags: [...lines.flatMap(keywordsIn), ...data.flatMap(tagsIn)],
    furniture: furnitureOf(lines),
  }
  const holder = path.at(-1)?.name === 'DataContent' ? path.at(-1)! : null
  const read = holder === null ? story : withBody(story, holder)
  return { ...read, body: [...read.body, ...figuresIn(item)] }
}

/** Whether an item is a story, and no picture that has words only beside it. */
export function isStory(item: Element): boolean {
  return pathToText(item).at(-1)?.name === 'DataContent'
}

/** What leads from an item down to its text: that of the main component, else the first. */
function pathToText(item: Element): Element[] {
  const texts = pathsTo([item], isText)
  const isMain = (path: readonly Element[]): boolean =>
    path.some((element) => /^main$/i.test(roleOf(element) ?? ''))
  const isCaption = (path: readonly Element[]): boolean =>
    path.some((element) => /caption/i.test(roleOf(element) ?? ''))
  return texts.find(isMain) ?? texts.find((path) => !isCaption(path)) ?? [item]
}

function pathsTo(path: readonly Element[], isGoal: (element: Element) => boolean): Element[][] {
  const at = path.at(-1)!
  if (isGoal(at)) return [[...path]]
  return childElements(at).flatMap((child) => pathsTo([...path, child], isGoal))
}

function isText(element: Element): boolean {
  return element.name === 'DataContent' && hasBody(element)
}

function roleOf(component: Element): string | null {
  return childrenNamed(component, 'Role')[0]?.attributes.get('FormalName') ?? null
}

function nearest<T>(elements: readonly Element[], find: (element: Element) => T | null): T | null {
  for (const element of elements) {
    const found = find(element)
    if (found !== null) return found
  }
  return null
}

function partyIn(data: Element, name: string): string | null {
  const party = firstNamed(data, name)
  return party === null ? null : firstAttribute(party, 'Party', 'FormalName')
}

/** Creators are persons or the agency itself, which is no byline. */
function creatorIn(data: Element): string | null {
  const creator = partyIn(data, 'Creator')
  return creator !== null && /\s/.test(creator) ? creator : null
}

/** The city that the story comes from, else its country. */
function placeIn(data: Element): string | null {
  const origins = descendantsNamed(data, 'Location').filter(
    ({ attributes }) => (attributes.get('HowPresent') ?? 'Origin') === 'Origin',
  )
  const properties = origins.flatMap((origin) => childrenNamed(origin, 'Property'))
  const named = ['City', 'CountryArea', 'Country'].map((name) => valueOf(properties, name))
  return named.find((value) => value !== null) ?? null
}

function valueOf(properties: readonly Element[], name: string): string | null {
  const property = properties.find(({ attributes }) => attributes.get('FormalName') === name)
  return property?.attributes.get('Value') ?? null
}

function languageOf(path: readonly Element[]): string | null {
  return path.findLast(({ attributes }) => attributes.has('xml:lang'))?.attributes.get('xml:lang') ?? null
}

function tagsIn(data: Element): string[] {
  const properties = descendantsNamed(data, 'Property').filter(
    ({ attributes }) => attributes.get('FormalName') === 'Keyword',
  )
  const tags = properties.map(({ attributes }) => attributes.get('Value')?.trim() ?? '')
  return tags.filter((tag) => tag !== '')
}

function keywordsIn(lines: Element): string[] {
  return descendantsNamed(lines, 'KeywordLine').flatMap((line) => (lineIn(line) ?? '').split(/\s*[,;]\s*/))
}

const parts = new Map<string, Pick<Furniture, 'part' | 'position'>>([
  ['SlugLine', { part: 'slug', position: 'before' }],
  ['SubHeadLine', { part: 'headline', position: 'before' }],
  ['DateLine', { part: 'date', position: 'before' }],
  ['NewsLineText', { part: 'note', position: 'before' }],
  ['SeriesLine', { part: 'note', position: 'before' }],
  ['CopyrightLine', { part: 'note', position: 'after' }],
  ['RightsLine', { part: 'note', position: 'after' }],
])

function furnitureOf(lines: readonly Element[]): Furniture[] {
  return lines.flatMap((found) =>
    descendantsNamed(found, ...parts.keys()).flatMap((element) => {
      const { part, position } = parts.get(element.name)!
      return furnitureLine(part, position, textOf(element))
    }),
  )
}

/** Pictures that lie at an address, each once although it is there in several sizes. */
function figuresIn(item: Element): Element[] {
  const paths = pathsTo(
    [item],
    ({ name, attributes }) => name === 'ContentItem' && /^https?:/i.test(attributes.get('Href') ?? ''),
  )
  const pictures = new Map<Element, Element>()
  for (const path of paths) {
    const [component, content] = path.slice(-2)
    const kind = childrenNamed(content!, 'MediaType')[0]?.attributes.get('FormalName') ?? ''
    if (!/photo|picture|image|graphic/i.test(kind) || pictures.has(component!)) continue
    const caption = firstNamed(component!, 'DataContent')
    pictures.set(component!, figureAt(content!.attributes.get('Href')!, lineIn(caption) ?? ''))
  }
  return [...pictures.values()]
}
