import type { PictureName } from '../../model/content.ts'
import type { Element, Node } from '../../markup/tree.ts'
import { descendantsNamed, firstNamed, textOf } from '../../markup/walk.ts'
import type { Picture } from '../entry.ts'
import { pictureOf } from '../picture-of.ts'
import type { BookFiles } from './book-files.ts'
import { drawingOf, wordsOfDrawing } from './drawing.ts'
import { drawingsInLine } from './drawings-in-line.ts'

/** The pictures of a book, each hashed once; of those in files only the names are held. */
export class BookPictures {
  private readonly named = new Map<string, PictureName | null>()

  constructor(private readonly files: BookFiles) {}

  /**
   * A tree whose pictures name those of the book as `lectern-picture:…`, drawings in it among them, and the way to the files of
   * those. What is on the net stays as it is, and is not loaded; what the book does not have goes.
   */
  async name(tree: Element, page: string): Promise<{ tree: Element; pictures: () => Promise<Picture[]> }> {
    const images = imagesOf(tree)
    const names = new Map<string, PictureName>()
    const used: string[] = []
    for (const source of new Set(images.map(sourceOf))) {
      const file = this.files.find(source, page)
      const name = file === null ? null : await this.nameOf(file)
      if (file === null || name === null) continue
      names.set(source, name)
      used.push(file)
    }
    const hasDrawings = firstNamed(tree, 'svg') !== null
    const naming: Naming = { names, inLine: hasDrawings ? drawingsInLine(tree) : new Set(), drawn: [] }
    return {
      tree: images.length > 0 || hasDrawings ? renamed(tree, naming) : tree,
      pictures: async () => [...(await this.read(used)), ...naming.drawn],
    }
  }

  private async read(files: readonly string[]): Promise<Picture[]> {
    const pictures: Picture[] = []
    for (const file of files) {
      const bytes = await this.files.bytes(file)
      const picture = bytes === null ? null : pictureOf(bytes)
      if (picture !== null) pictures.push(picture)
    }
    return pictures
  }

  private async nameOf(file: string): Promise<PictureName | null> {
    const known = this.named.get(file)
    if (known !== undefined) return known
    const [picture] = await this.read([file])
    this.named.set(file, picture?.name ?? null)
    return picture?.name ?? null
  }
}

/** Books put their pictures into `img`, into an SVG that fits them to the page, and into `object`. */
function imagesOf(tree: Element): Element[] {
  return descendantsNamed(tree, 'img', 'image', 'object')
}

function sourceOf({ attributes }: Element): string {
  return (
    attributes.get('src') ??
    attributes.get('xlink:href') ??
    attributes.get('href') ??
    attributes.get('data') ??
    ''
  )
}

/** What the pictures of a tree are called, which drawings stand among words, and those that became pictures. */
type Naming = { names: ReadonlyMap<string, PictureName>; inLine: ReadonlySet<Element>; drawn: Picture[] }

function renamed(element: Element, naming: Naming): Element {
  return { ...element, children: element.children.flatMap((child) => renamedNode(child, naming)) }
}

function renamedNode(node: Node, naming: Naming): Node[] {
  if (node.kind === 'text') return [node]
  const { names } = naming
  if (node.name === 'svg') return drawing(node, naming)
  if (node.name === 'object' && names.has(sourceOf(node))) return img(node, names, textOf(node).trim())
  return node.name === 'img' ? img(node, names, node.attributes.get('alt') ?? '') : [renamed(node, naming)]
}

/** A drawing is what it shows, where it only fits a picture to the page; among words it is a word; else a picture of its own. */
function drawing(svg: Element, { names, inLine, drawn }: Naming): Node[] {
  const words = wordsOfDrawing(svg)
  const images = descendantsNamed(svg, 'image')
  if (images.length > 0) return images.flatMap((image) => img(image, names, words))
  if (svg.attributes.get('aria-hidden') === 'true') return [svg]
  if (inLine.has(svg)) return words === '' ? [svg] : [{ kind: 'text', text: ` ${words} ` }]
  const picture = drawingOf(svg)
  if (picture === null) return [svg]
  drawn.push(picture)
  const sizes = ['width', 'height'].flatMap((key) => {
    const value = svg.attributes.get(key)
    return value === undefined ? [] : [[key, value] as const]
  })
  return [image([['src', `lectern-picture:${picture.name}`], ['alt', words], ...sizes])]
}

function image(attributes: ReadonlyArray<readonly [string, string]>): Element {
  return { kind: 'element', name: 'img', attributes: new Map(attributes), children: [] }
}

function img(
  { attributes, ...element }: Element,
  names: ReadonlyMap<string, PictureName>,
  alt: string,
): Element[] {
  const source = sourceOf({ attributes, ...element })
  const name = names.get(source)
  const src = name === undefined ? source : `lectern-picture:${name}`
  if (name === undefined && !/^https?:/i.test(source)) return []
  const sizes = ['width', 'height', 'class'].flatMap((key) => {
    const value = attributes.get(key)
    return value === undefined || element.name !== 'img' ? [] : [[key, value] as const]
  })
  return [image([['src', src], ['alt', alt.trim()], ...sizes])]
}
