import type { Element } from '../../markup/tree.ts'
import { descendantsNamed } from '../../markup/walk.ts'
import { decodeBase64 } from '../base64.ts'
import type { Picture } from '../entry.ts'
import { pictureOf } from '../picture-of.ts'

/** Pictures with a side this short hold a place or count readers. */
const placeholderSize = 2

/**
 * The pictures that a page has in itself, by their `data:` addresses (RFC 2397), as `Base.pictures` takes their names. Those that only
 * hold the place of another are left out.
 */
export function dataPictures(page: Element): Map<string, Picture> {
  const pictures = new Map<string, Picture>()
  for (const { attributes } of descendantsNamed(page, 'img', 'amp-img')) {
    const address = attributes.get('src')?.trim() ?? ''
    if (!/^data:image\//i.test(address) || pictures.has(address)) continue
    const picture = pictureOf(dataOf(address))
    if (picture !== null && !isPlaceholder(picture)) pictures.set(address, picture)
  }
  return pictures
}

function dataOf(address: string): Uint8Array {
  const comma = address.indexOf(',')
  const data = unescaped(address.slice(comma + 1))
  if (/;\s*base64\s*$/i.test(address.slice(0, comma))) return decodeBase64(data)
  return Uint8Array.from(data, (character) => character.charCodeAt(0))
}

/** Bytes as characters of one byte; text beyond ASCII is UTF-8. */
function unescaped(text: string): string {
  const wellFormed = text.replace(/\p{Surrogate}/gu, '\ufffd')
  const escaped = encodeURIComponent(wellFormed).replace(/%25([\dA-Fa-f]{2})/g, '%$1')
  return escaped.replace(/%([\dA-F]{2})/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
}

function isPlaceholder({ name, bytes }: Picture): boolean {
  const at = (index: number): number => bytes[index] ?? 0
  if (name.endsWith('.gif')) return Math.min(at(6) + 256 * at(7), at(8) + 256 * at(9)) <= placeholderSize
  if (name.endsWith('.png')) return Math.min(at(18) * 256 + at(19), at(22) * 256 + at(23)) <= placeholderSize
  return (
    name.endsWith('.svg') && !drawing.test(String.fromCharCode(...bytes.subarray(0, longestEmptyDrawing)))
  )
}

/** An empty drawing has a size and nothing else; one with this much in it is none. */
const longestEmptyDrawing = 2000
const drawing = /<(?:path|rect|circle|ellipse|line|poly|image|text|use)/i
