import { moved, type Matrix } from './matrix.ts'
import type { Point } from './run.ts'

/** The corners of a stretch of marked text, in any order. */
export type Quad = readonly Point[]

/** Something that was put on a page after it was made, or a link. */
export type Annotation = {
  id: string
  /** As PDF calls it: `Highlight`, `Text`, `Link`. */
  subtype: string
  quads: Quad[]
  /** What was written about it, or into a form's field. */
  text: string
  url: string | null
  /** Red, green and blue from 0 to 255; null where none is set. */
  color: readonly number[] | null
  /** As PDF writes it: `D:20151230152231+01'00'`. */
  time: string | null
  /** The annotation that this one answers. */
  answers: string | null
}

/** As pdf.js answers. */
export type RawAnnotation = {
  id: string
  subtype: string
  rect: readonly number[]
  quadPoints?: ArrayLike<number> | null
  contentsObj?: { str: string }
  richText?: { str: string }
  textContent?: readonly string[]
  fieldType?: string
  fieldValue?: unknown
  hidden?: boolean
  url?: string
  color?: ArrayLike<number> | null
  creationDate?: string | null
  modificationDate?: string | null
  inReplyTo?: string
}

/** Without those that have no place. */
export function annotationsOf(all: readonly RawAnnotation[], view: Matrix): Annotation[] {
  return all.flatMap((raw) => {
    const quads = quadsOf(raw, view)
    if (quads.length === 0) return []
    return [
      {
        id: raw.id,
        subtype: raw.subtype,
        quads,
        text: wordsOf(raw).replace(/\r\n?/g, '\n').trim(),
        url: raw.url ?? null,
        color: raw.color ? Array.from(raw.color) : null,
        time: raw.creationDate ?? raw.modificationDate ?? null,
        answers: raw.inReplyTo ?? null,
      },
    ]
  })
}

function wordsOf(raw: RawAnnotation): string {
  if (raw.subtype === 'Widget') return raw.hidden === true ? '' : valueOf(raw)
  return raw.contentsObj?.str || raw.richText?.str || (raw.textContent ?? []).join('\n')
}

/** What is written into a field, or chosen in one; buttons and boxes to tick have names for values, which nobody sees. */
function valueOf({ fieldType, fieldValue }: RawAnnotation): string {
  if (fieldType !== 'Tx' && fieldType !== 'Ch') return ''
  const values: unknown[] = Array.isArray(fieldValue) ? fieldValue : [fieldValue]
  return values.filter((value) => typeof value === 'string').join(', ')
}

/** A highlight has a quadrilateral for each line; what has none is where its rectangle is. */
function quadsOf({ quadPoints, rect }: RawAnnotation, view: Matrix): Quad[] {
  const numbers = Array.from(quadPoints ?? [])
  const quads: Quad[] = []
  for (let at = 0; at + 8 <= numbers.length; at += 8) {
    const [a, b, c, d, e, f, g, h] = numbers.slice(at, at + 8)
    quads.push(
      [
        [a!, b!],
        [c!, d!],
        [e!, f!],
        [g!, h!],
      ].map(([x, y]) => moved([x!, y!], view)),
    )
  }
  if (quads.length > 0) return quads
  const [left, bottom, right, top] = rect
  return rect.length === 4 ? [[moved([left!, bottom!], view), moved([right!, top!], view)]] : []
}
