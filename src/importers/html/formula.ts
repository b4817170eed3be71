import type { Element } from '../../markup/tree.ts'
import { descendantsNamed, textOf } from '../../markup/walk.ts'

/** A formula in words: as its author wrote it (mostly TeX) where that is kept in it, else its signs in their order. */
export function formulaText(math: Element): string {
  const written = math.attributes.get('alttext')?.trim()
  if (written !== undefined && written !== '') return written
  const annotations = descendantsNamed(math, 'annotation')
  const tex = annotations.find(({ attributes }) => /tex/i.test(attributes.get('encoding') ?? ''))
  if (tex !== undefined) return textOf(tex).trim()
  return textOf(math).replace(/\s+/g, '')
}
