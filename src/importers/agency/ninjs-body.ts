import { parseHtml } from '../../markup/html.ts'
import type { Element, Node } from '../../markup/tree.ts'
import { webAddress } from '../services/address.ts'
import type { Associated, NinjsItem } from './ninjs-item.ts'
import { figureAt, isMarkup, nodesOfMarkup } from './body-nodes.ts'

/** A text of an item, and what it is said to be. */
type Written = { kind: string; value: string }

/** The text: one that is marked up goes before one that is not, and both before a description. */
export function bodyOf(item: NinjsItem): Node[] {
  const bodies = [...writtenIn(item, 'body'), ...(item.bodies ?? []).map(written)]
  const texts = bodies.length > 0 ? bodies : descriptionsOf(item)
  const best = texts.find((text) => isHtml(text) && isMarkup(text.value)) ?? texts.find(isHtml) ?? texts[0]
  if (best === undefined) return []
  return isHtml(best) ? [parseHtml(best.value)] : nodesOfMarkup(best.value)
}

/** The pictures that go with the item, and those that it consists of. */
export function figuresOf(item: NinjsItem): Element[] {
  return [item, ...(item.associations ?? [])].flatMap(figureOf)
}

/** The caption before others: a credit may stand among the descriptions. */
function descriptionsOf(item: Associated): Written[] {
  const all = [...writtenIn(item, 'description'), ...(item.descriptions ?? []).map(written)]
  return all.toSorted((a, b) => Number(isCaption(b)) - Number(isCaption(a)))
}

function isCaption({ kind }: Written): boolean {
  return /caption/.test(kind)
}

function isHtml({ kind, value }: Written): boolean {
  return /html|richtext/.test(kind) && /<\/?[a-z][^<>]*>/i.test(value)
}

/** `body_text`, `body_xhtml` and whatever else version 1 was given. */
function writtenIn(item: Associated, start: 'body' | 'description'): Written[] {
  return Object.entries(item).flatMap(([key, value]) =>
    key.startsWith(`${start}_`) && typeof value === 'string' && value.trim() !== ''
      ? [{ kind: key.slice(start.length + 1), value }]
      : [],
  )
}

function written({
  role = '',
  contenttype = '',
  value,
}: {
  role?: string | undefined
  contenttype?: string | undefined
  value: string
}): Written {
  return { kind: `${contenttype} ${role}`, value }
}

/** The widest of the sizes that a picture is there in. */
function figureOf(item: Associated): Element[] {
  const pictures = (item.renditions ?? []).filter(
    ({ href, mimetype, contenttype }) =>
      webAddress(href) !== null &&
      ((mimetype ?? contenttype)?.startsWith('image/') ?? /\.(?:jpe?g|png|gif|webp)$/i.test(href)),
  )
  const [widest] = pictures.toSorted((a, b) => (b.width ?? 0) - (a.width ?? 0))
  if (widest === undefined) return []
  const caption = descriptionsOf(item)[0]?.value ?? item.headline ?? item.headlines?.[0]?.value ?? ''
  return [figureAt(widest.href, caption.replace(/<[^>]*>/g, ' '))]
}
