import type { Element, Node } from '../../markup/tree.ts'
import { descendantsNamed, firstNamed, textOf } from '../../markup/walk.ts'
import { quoted } from '../../text/quotation-marks.ts'
import type { Piece } from '../piece.ts'
import { linkAddress, placeWithin } from './address.ts'
import type { Base } from './base.ts'
import { codePiece } from './code-piece.ts'
import { isBlock, isHidden, isOrnament, keepsLines } from './display.ts'
import { captionsOf, isFigure } from './figure.ts'
import { formulaText } from './formula.ts'
import { isUnclosed } from './heading.ts'
import { joined, type Inline, type Setting } from './inline.ts'
import { numbersOf } from './list-numbers.ts'
import { isBackLink, type Notes } from './notes.ts'
import { figureOf, wordOf, type PageFigure } from './picture.ts'
import { pieceAt, toldOf, whole, within, type Place } from './place.ts'
import { RunningText } from './running-text.ts'
import { settingsOf } from './settings.ts'
import { isDataTable, tablePiece } from './table-piece.ts'

/** The page that is read: what belongs to it, and its footnotes. */
export type Page = { base: Base; notes: Notes }

/** Signs that headings carry as links to themselves. */
const permalink = /^[#¶§🔗\s]*$/u

/** Reads a tree in its order into blocks. */
export class PageReader {
  readonly pieces: Piece[] = []
  readonly #page: Page
  readonly #text: RunningText
  /** Pictures met within a paragraph: they come after it. */
  #figures: Piece[] = []
  /** Captions, which are read with their figures. */
  readonly #captions = new Set<Element>()
  readonly #numbers = new Map<Element, number>()

  constructor(page: Page, text = new RunningText()) {
    this.#page = page
    this.#text = text
  }

  read(node: Node, place: Place): void {
    if (node.kind === 'text') this.#addText(node.text, place)
    else if (node.name === 'noscript' || node.name === 'button') this.#readPictures(node, place)
    else if (!isHidden(node) && !isOrnament(node) && !this.#captions.has(node)) {
      const inner = within(place, node)
      if (isBlock(node)) this.#readBlock(node, inner)
      else this.#readInline(node, inner)
    }
  }

  /** Ends the paragraph that is being read. */
  end(place: Place): void {
    for (const inline of this.#text.take()) this.pieces.push(pieceAt(place, inline))
    this.pieces.push(...this.#figures)
    this.#figures = []
  }

  #readAll(element: Element, place: Place): void {
    for (const child of element.children) this.read(child, place)
  }

  #readBlock(element: Element, outer: Place): void {
    const place = this.#placeIn(element, outer)
    this.end(outer)
    this.#readBlockContent(element, place)
    this.end(place)
  }

  #placeIn(element: Element, place: Place): Place {
    const label = this.#page.notes.notes.get(element)
    if (label !== undefined) return { ...place, item: null, note: { label, isTaken: false } }
    switch (element.name) {
      case 'blockquote':
        return { ...place, quotation: place.quotation + 1, item: null }
      case 'ul':
      case 'ol':
      case 'menu':
      case 'dir':
        return { ...place, list: place.list + 1, item: null }
      case 'li':
        return { ...place, list: Math.max(place.list, 1), item: this.#itemOf(element, place) }
      default:
        return place
    }
  }

  /** Footnotes stand in lists, and are no items of them. */
  #itemOf(element: Element, { note }: Place): Place['item'] {
    return note === null ? { number: this.#numbers.get(element) ?? null, isTaken: false } : null
  }

  #readBlockContent(element: Element, place: Place): void {
    switch (element.name) {
      case 'h1':
      case 'h2':
      case 'h3':
      case 'h4':
      case 'h5':
      case 'h6':
        this.#readHeading(element, place)
        return
      case 'ol':
        this.#number(element)
        this.#readSet(element, place)
        return
      case 'dt':
        this.#text.set({ kind: 'strong' }, () => this.#readAll(element, place))
        return
      case 'pre':
      case 'listing':
      case 'xmp':
      case 'plaintext':
        this.#push(codePiece(element))
        return
      case 'table':
        this.#readTable(element, place)
        return
      case 'hr':
        this.#addRule()
        return
      default:
        if (isFigure(element)) this.#readFigure(element, place)
        else this.#readSet(element, place)
    }
  }

  #readInline(element: Element, place: Place): void {
    switch (element.name) {
      case 'br':
        this.#text.breakLine()
        return
      case 'img':
      case 'amp-img':
        this.#readPicture(element, null, place)
        return
      case 'picture':
        this.#readPicture(firstNamed(element, 'img') ?? element, element, place)
        return
      case 'a':
        this.#readLink(element, place)
        return
      case 'q':
        this.#readQuotation(element, place)
        return
      case 'rt':
        this.#text.add('(')
        this.#readAll(element, place)
        this.#text.add(')')
        return
      // Brackets for browsers that can't set readings above the words: those are written anyway.
      case 'rp':
        return
      case 'math':
        this.#text.add(formulaText(element))
        return
      case 'svg':
        for (const label of descendantsNamed(element, 'text')) this.#text.add(` ${textOf(label)} `)
        return
      case 'input':
        this.#readBox(element, place)
        return
      default:
        this.#readSet(element, place)
    }
  }

  /** All in an element, set as the element says. */
  #readSet(element: Element, outer: Place): void {
    const lines = keepsLines(element)
    const place = lines === null ? outer : { ...outer, keepsLines: lines }
    const isReference = element.name === 'sup' && this.#holdsReference(element)
    this.#setAll(isReference ? [] : settingsOf(element), () => this.#readAll(element, place))
  }

  #setAll([setting, ...more]: readonly Setting[], read: () => void): void {
    if (setting === undefined) read()
    else this.#text.set(setting, () => this.#setAll(more, read))
  }

  #holdsReference(element: Element): boolean {
    const { references } = this.#page.notes
    return references.size > 0 && descendantsNamed(element, 'a').some((link) => references.has(link))
  }

  #addText(text: string, { keepsLines: keeps }: Place): void {
    if (!keeps) {
      this.#text.add(text)
      return
    }
    for (const [index, line] of text.split('\n').entries()) {
      if (index > 0) this.#text.breakLine()
      this.#text.add(line)
    }
  }

  #readLink(element: Element, place: Place): void {
    const { base, notes } = this.#page
    const label = notes.references.get(element)
    if (label !== undefined) {
      this.#text.set({ kind: 'footnoteReference', label }, () => this.#text.add(textOf(element).trim()))
      return
    }
    if (place.note !== null && isBackLink(element, base.url)) return
    const address = element.attributes.get('href') ?? ''
    if (placeWithin(address, base.url) !== null && permalink.test(textOf(element))) return
    const href = linkAddress(address, base.url)
    this.#setAll(href === null ? [] : [{ kind: 'link', href }], () => this.#readSet(element, place))
  }

  #readQuotation(element: Element, place: Place): void {
    // The marks are those that go around a line feed, which no quotation has.
    const [open = '', close = ''] = quoted('\n', place.language ?? this.#page.base.language ?? null).split(
      '\n',
    )
    this.#text.add(open)
    this.#readAll(element, place)
    this.#text.add(close)
  }

  /** The boxes of a list of tasks; others belong to forms. */
  #readBox({ attributes }: Element, { item }: Place): void {
    if (attributes.get('type')?.toLowerCase() !== 'checkbox') return
    if (item?.isTaken === false && this.#text.isEmpty)
      this.#text.add(attributes.has('checked') ? '[x] ' : '[ ] ')
  }

  #readHeading(element: Element, place: Place): void {
    if (isUnclosed(element)) {
      this.#readAll(element, place)
      return
    }
    const inline = this.#apart(element, place)
    if (inline === null) return
    if (place.item !== null) place.item.isTaken = true
    const level = Number(element.name.slice(1))
    this.#push({ ...inline, block: { kind: 'heading', level, span: whole(inline), ...toldOf(place) } })
    this.end(place)
  }

  #number(list: Element): void {
    for (const [item, number] of numbersOf(list)) this.#numbers.set(item, number)
  }

  #readTable(table: Element, place: Place): void {
    if (!isDataTable(table)) {
      this.#readSet(table, place)
      return
    }
    const inTable = { ...place, item: null, note: null }
    for (const child of table.children)
      if (child.kind === 'element' && child.name === 'caption') this.read(child, place)
    const piece = tablePiece(table, (cell) => this.#apart(cell, inTable) ?? { text: '', marks: [] })
    this.#push(piece === null ? null : { ...piece, block: { ...piece.block, ...toldOf(place) } })
    this.end(place)
  }

  #readFigure(figure: Element, place: Place): void {
    const from = this.pieces.length
    const captions = captionsOf(figure)
    for (const caption of captions) this.#captions.add(caption)
    this.#readSet(figure, place)
    this.end(place)
    const lines = captions.map((caption) => this.#apart(caption, place)).filter((line) => line !== null)
    if (lines.length === 0) return
    const caption = joined(lines)
    const at = this.pieces.findLastIndex(
      ({ block, text }, index) => index >= from && block.kind === 'figure' && text === '',
    )
    const picture = this.pieces[at]
    if (picture === undefined) this.pieces.push(pieceAt(place, caption))
    else this.pieces[at] = { ...caption, block: { ...picture.block, span: whole(caption) } }
  }

  /** What stands in an element, as the lines of one text; its pictures come after the block that it becomes. */
  #apart(element: Element, place: Place): Inline | null {
    const reader = new PageReader(this.#page, this.#text.apart())
    const inner = { ...within(place, element), item: null, note: null }
    reader.#readSet(element, inner)
    reader.end(inner)
    const isPicture = ({ block }: Piece): boolean => block.kind === 'figure'
    this.#figures.push(...reader.pieces.filter(isPicture))
    const lines = reader.pieces.filter((piece) => !isPicture(piece) && piece.text !== '')
    return lines.length === 0
      ? null
      : joined(lines.map(({ text, marks }) => ({ text: text.replace(/\n{2,}/g, '\n'), marks })))
  }

  #readPictures(element: Element, place: Place): void {
    for (const image of descendantsNamed(element, 'img')) this.#readPicture(image, null, place)
  }

  #readPicture(image: Element, around: Element | null, place: Place): void {
    const word = wordOf(image)
    if (word !== null) {
      this.#text.add(word)
      return
    }
    const figure = isHidden(image) ? null : figureOf(image, around, this.#page.base)
    if (figure === null || this.#isShown(figure)) return
    const piece: Piece = {
      text: '',
      marks: [],
      block: { kind: 'figure', span: { start: 0, end: 0 }, ...figure, ...toldOf(place) },
    }
    if (this.#text.isEmpty) this.pieces.push(piece)
    else this.#figures.push(piece)
  }

  /** Whether the last thing that was read is the same picture: pages have it again for readers without scripts. */
  #isShown({ url, file }: PageFigure): boolean {
    const last = (this.#figures.at(-1) ?? (this.#text.isEmpty ? this.pieces.at(-1) : undefined))?.block
    return last?.kind === 'figure' && last.url === url && last.file === file
  }

  #addRule(): void {
    if (this.pieces.at(-1)?.block.kind === 'rule') return
    this.pieces.push({ text: '', marks: [], block: { kind: 'rule', span: { start: 0, end: 0 } } })
  }

  #push(piece: Piece | null): void {
    if (piece !== null) this.pieces.push(piece)
  }
}
