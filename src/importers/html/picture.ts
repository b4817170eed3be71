import { PictureName } from '../../model/content.ts'
import type { Element } from '../../markup/tree.ts'
import { childrenNamed } from '../../markup/walk.ts'
import { pictureAddress } from './address.ts'
import type { Base } from './base.ts'

/** A picture of a page: where it is, and what stands for it. */
export type PageFigure = { url: string | null; file: PictureName | null; alt: string }

/** Where scripts that load pictures late keep the address, the best first. */
const lateSources = [
  'data-src',
  'data-lazy-src',
  'data-original',
  'data-original-src',
  'data-actualsrc',
  'data-hi-res-src',
  'data-full-src',
  'data-url',
]
const lateSets = ['srcset', 'data-srcset', 'data-lazy-srcset', 'data-original-set']

/** A column of text is at most this wide on a screen with two pixels to one; a wider picture shows nothing more. */
const widest = 2048

/** What a density of one is taken for: a column of text. */
const columnWidth = 640

/** Pictures this small count the readers of a page or keep columns apart. */
const trackerSize = 2

/** Larger than icons, smaller than anything one would look at. */
const iconSize = 32

const spacer =
  /(?:^|[/_-])(?:spacer|pixel|blank|clear|transparent|1x1|px|beacon|tracking)\.(?:gif|png)(?:$|\?)/i

/** How a page says that the picture is a word of the sentence: the sign or formula that its description holds. */
const wordClass =
  /(?:^|\s)(?:emoji|wp-smiley|smiley|emoticon|latex|tex|mwe-math-fallback-image-\w+|math)(?:\s|$)/i
const sign = /^(?=\P{ASCII})(?:\p{Extended_Pictographic}|\p{Emoji_Component})+$/u

/** The text that a picture stands for within a sentence; null for one to look at. */
export function wordOf({ attributes }: Element): string | null {
  const alt = (attributes.get('alt') ?? '').trim()
  if (alt === '') return null
  return sign.test(alt) || wordClass.test(attributes.get('class') ?? '') ? alt : null
}

/** What an `img` shows, with what a `picture` around it offers; null for what is not to be seen, or can't be had. */
export function figureOf(image: Element, around: Element | null, base: Base): PageFigure | null {
  if (isTiny(image) || spacer.test(image.attributes.get('src') ?? '')) return null
  const alt = (image.attributes.get('alt') ?? '').replace(/\s+/g, ' ').trim()
  const sources = around === null ? [] : childrenNamed(around, 'source')
  const addresses = [...setAddresses([image, ...sources]), ...plainAddresses(image)]
  const url = firstOf(addresses, (address) => pictureAddress(address, base.url))
  // Beside an address on the web, a picture in the page itself is a small one that stands there until the other is loaded.
  const kept = url === null ? addresses : addresses.filter((address) => !address.startsWith('data:'))
  const file = firstOf(kept, (address) => keptAs(address, base))
  return url === null && file === null ? null : { url, file, alt }
}

function firstOf<T>(addresses: readonly string[], find: (address: string) => T | null): T | null {
  for (const address of addresses) {
    const found = find(address)
    if (found !== null) return found
  }
  return null
}

function keptAs(address: string, { url, pictures }: Base): PictureName | null {
  const kept = pictures?.get(address) ?? pictures?.get(pictureAddress(address, url) ?? '')
  return kept ?? PictureName.safeParse(/^lectern-picture:(.*)$/.exec(address)?.[1]).data ?? null
}

/** The addresses of all sets, the best size first. */
function setAddresses(elements: readonly Element[]): string[] {
  const offers = elements.flatMap(({ attributes }) =>
    lateSets.flatMap((name) => offersOf(attributes.get(name) ?? '')),
  )
  const rank = (width: number): number => (width > widest ? (widest * widest) / width : width)
  return offers.toSorted((one, other) => rank(other.width) - rank(one.width)).map(({ address }) => address)
}

/** A set of sources (HTML, 4.8.4.2): addresses with widths `640w` or densities `2x`; a density counts as that many columns. */
function offersOf(set: string): Array<{ address: string; width: number }> {
  return set.split(/(?<=\s[\d.]+[wx])\s*,|,\s+/).flatMap((offer) => {
    const [address = '', size = '1x'] = offer.trim().split(/\s+/)
    const number = Number.parseFloat(size) || 1
    return address === '' ? [] : [{ address, width: size.endsWith('w') ? number : number * columnWidth }]
  })
}

function plainAddresses({ attributes }: Element): string[] {
  return [...lateSources, 'src']
    .map((name) => attributes.get(name)?.trim() ?? '')
    .filter((address) => address !== '')
}

function isTiny({ attributes }: Element): boolean {
  const style = attributes.get('style') ?? ''
  const sizes = ['width', 'height'].map((side) => {
    const styled = new RegExp(`(?:^|[;\\s])${side}\\s*:\\s*([\\d.]+)px`, 'i').exec(style)?.[1]
    return Number(styled ?? /^\s*([\d.]+)(?:px)?\s*$/.exec(attributes.get(side) ?? '')?.[1] ?? NaN)
  })
  if (sizes.some((size) => size <= trackerSize)) return true
  return sizes.every((size) => size <= iconSize)
}
