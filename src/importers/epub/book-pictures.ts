import type { PictureName } from '../../model/content.ts'
import type { Element, Node } from '../../markup/tree.ts'
import { descendantsNamed, textOf } from '../../markup/walk.ts'
import type { Picture } from '../entry.ts'
import { pictureOf } from '../picture-of.ts'
import type { BookFiles } from './book-files.ts'

/** The pictures of a book, each hashed once; only their names are held. */
export class BookPictures {
  private readonly named = new Map<string, PictureName | null>()

  constructor(private readonly files: BookFiles) {}

  /**
   * A tree whose pictures name those of the book as `lectern-picture:…`, and the files of those. What is on the net stays as it
   * is, and is not loaded; what the book does not have goes.
   */
  async name(tree: Element, page: string): Promise<{ tree: Element; files: string[] }> {
    const images = imagesOf(tree)
    if (images.length === 0) return { tree, files: [] }
    const names = new Map<string, PictureName>()
    const used: string[] = []
    for (const source of new Set(images.map(sourceOf))) {
      const file = this.files.find(source, page)
      const name = file === null ? null : await this.nameOf(file)
      if (file === null || name === null) continue
      names.set(source, name)
      used.push(file)
    }
    return { tree: renamed(tree, names), files: used }
  }

  async read(files: readonly string[]): Promise<Picture[]> {
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

function renamed(element: Element, names: ReadonlyMap<string, PictureName>): Element {
  return { ...element, children: element.children.flatMap((child) => renamedNode(child, names)) }
}

function renamedNode(node: Node, names: ReadonlyMap<string, PictureName>): Node[] {
  if (node.kind === 'text') return [node]
  if (node.name === 'svg') {
    const images = descendantsNamed(node, 'image')
    const titles = descendantsNamed(node, 'title', 'desc').map(textOf)
    return images.length === 0 ? [node] : images.flatMap((image) => img(image, names, titles[0] ?? ''))
  }
  if (node.name === 'object' && names.has(sourceOf(node))) return img(node, names, textOf(node).trim())
  return node.name === 'img' ? img(node, names, node.attributes.get('alt') ?? '') : [renamed(node, names)]
}

function img(
  { attributes, ...image }: Element,
  names: ReadonlyMap<string, PictureName>,
  alt: string,
): Element[] {
  const source = sourceOf({ attributes, ...image })
  const name = names.get(source)
  const src = name === undefined ? source : `lectern-picture:${name}`
  if (name === undefined && !/^https?:/i.test(source)) return []
  const sizes = ['width', 'height', 'class'].flatMap((key) => {
    const value = attributes.get(key)
    return value === undefined || image.name !== 'img' ? [] : [[key, value] as const]
  })
  return [
    {
      kind: 'element',
      name: 'img',
      attributes: new Map([['src', src], ['alt', alt.trim()], ...sizes]),
      children: [],
    },
  ]
}
