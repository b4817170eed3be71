import type { Span } from '../../src/model/content.ts'
import type { Chance } from '../bench/chance.ts'
import { paragraphsOf } from './plain-content.ts'
import { assemble, type Piece, replacing, type Tracked } from './tracked.ts'

/** What an edit may draw from: chance, and another text for new words. `passage` is the note's, in the first text. */
export type Surroundings = { chance: Chance; other: string; passage: Span }
export type Edit = (before: Tracked, surroundings: Surroundings) => Tracked

/** What an editor does to a story between two versions. Those of the second list strike each note by itself. */
export const edits: Record<string, Edit> = {
  'paragraph inserted': insertParagraph,
  'paragraph deleted': (before, { chance }) =>
    deleteParagraph(before, chance.below(paragraphsOf(before.text).length)),
  'paragraph moved': (before, { chance }) =>
    moveParagraph(before, chance.below(paragraphsOf(before.text).length), chance),
  'quotation marks': flipQuotes,
  dashes: changeDashes,
  're-wrapped': rewrap,
  'dateline corrected': correctDateline,
  'words changed 5 %': changeWords(0.05),
  'words changed 10 %': changeWords(0.1),
  'words changed 20 %': changeWords(0.2),
  'all of it, 10 %': inTurn(
    insertParagraph,
    flipQuotes,
    changeDashes,
    rewrap,
    correctDateline,
    changeWords(0.1),
  ),
  'a third deleted, 5 %': inTurn(deleteThird, changeWords(0.05)),
  'another story': (before, { other }) => assemble(before, [{ kind: 'inserted', text: other }]),
}

export const editsOfThePassage: Record<string, Edit> = {
  'its paragraph moved': (before, { chance, passage }) =>
    moveParagraph(before, ownParagraph(before, passage), chance),
  'its paragraph moved, 10 %': (before, surroundings) =>
    changeWords(0.1)(
      moveParagraph(before, ownParagraph(before, surroundings.passage), surroundings.chance),
      surroundings,
    ),
  'its paragraph split': splitParagraph,
  'its paragraph reworded 40 %': rewordParagraph,
  'a likeness put in elsewhere': copyParagraph,
  'its paragraph deleted': (before, { passage }) => deleteParagraph(before, ownParagraph(before, passage)),
  'its sentence deleted': deleteSentence,
  'deleted, a likeness left': deleteButLeaveLikeness,
}

function inTurn(...steps: Edit[]): Edit {
  return (before, surroundings) => steps.reduce((text, step) => step(text, surroundings), before)
}

function ownParagraph(before: Tracked, { start }: Span): number {
  const at = before.origins.indexOf(start)
  return Math.max(
    0,
    paragraphsOf(before.text).findIndex(({ end }) => at < end),
  )
}

/** Puts paragraphs together again, an empty line between two. */
function joined(before: Tracked, list: readonly Piece[][]): Tracked {
  return assemble(
    before,
    list.flatMap((pieces, number) =>
      number === 0 ? pieces : [{ kind: 'inserted' as const, text: '\n\n' }, ...pieces],
    ),
  )
}

function kept(spans: readonly Span[]): Piece[][] {
  return spans.map((span) => [{ kind: 'kept', span }])
}

function anyParagraph({ other, chance }: Surroundings): string {
  const list = other.split('\n\n').filter((paragraph) => paragraph.length > 40)
  return list[chance.below(list.length)] ?? other
}

function insertParagraph(before: Tracked, surroundings: Surroundings): Tracked {
  const list = kept(paragraphsOf(before.text))
  list.splice(surroundings.chance.below(list.length + 1), 0, [
    { kind: 'inserted', text: anyParagraph(surroundings) },
  ])
  return joined(before, list)
}

function deleteParagraph(before: Tracked, number: number): Tracked {
  return joined(before, kept(paragraphsOf(before.text)).toSpliced(number, 1))
}

function deleteThird(before: Tracked, { chance }: Surroundings): Tracked {
  return joined(
    before,
    kept(paragraphsOf(before.text)).filter(() => !chance.isLuckyIn(1 / 3)),
  )
}

function moveParagraph(before: Tracked, number: number, chance: Chance): Tracked {
  const list = kept(paragraphsOf(before.text))
  const moved = list.splice(number, 1)
  const places = Array.from({ length: list.length + 1 }, (_, place) => place).filter(
    (place) => place !== number,
  )
  const to = places[chance.below(places.length)] ?? 0
  return joined(before, list.toSpliced(to, 0, ...moved))
}

function splitParagraph(before: Tracked, { passage }: Surroundings): Tracked {
  const list = paragraphsOf(before.text)
  const { start, end } = list[ownParagraph(before, passage)] ?? { start: 0, end: before.text.length }
  const stop = before.text.slice(start, end).search(/[.?!]["”’']? /)
  if (stop === -1) return before
  const at = before.text.indexOf(' ', start + stop)
  const space = { start: at, end: at + 1 }
  return assemble(
    before,
    replacing(before.text, [{ span: space, by: [{ kind: 'restyled', span: space, text: '\n\n' }] }]),
  )
}

function rewordParagraph(before: Tracked, surroundings: Surroundings): Tracked {
  const own = paragraphsOf(before.text)[ownParagraph(before, surroundings.passage)]
  return changeWords(0.4, own)(before, surroundings)
}

/** The note's paragraph with every fifth word changed, where another paragraph ends. */
function copyParagraph(before: Tracked, surroundings: Surroundings): Tracked {
  const list = kept(paragraphsOf(before.text))
  list.splice(surroundings.chance.below(list.length + 1), 0, [
    { kind: 'inserted', text: likenessOf(before, surroundings) },
  ])
  return joined(before, list)
}

function deleteButLeaveLikeness(before: Tracked, surroundings: Surroundings): Tracked {
  const number = ownParagraph(before, surroundings.passage)
  const list = kept(paragraphsOf(before.text)).toSpliced(number, 1)
  list.splice(surroundings.chance.below(list.length + 1), 0, [
    { kind: 'inserted', text: likenessOf(before, surroundings) },
  ])
  return joined(before, list)
}

/** As a summary or a boilerplate says nearly the same again: 40 % of the words are others. */
function likenessOf(before: Tracked, surroundings: Surroundings): string {
  const { start, end } = paragraphsOf(before.text)[ownParagraph(before, surroundings.passage)] ?? {
    start: 0,
    end: 0,
  }
  const own = assemble(before, [{ kind: 'kept', span: { start, end } }])
  return changeWords(0.4)(own, surroundings).text
}

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' })

/** The sentences that the passage is in, or begins and ends in, are gone. */
function deleteSentence(before: Tracked, { passage }: Surroundings): Tracked {
  const spans = Array.from(sentences.segment(before.text), ({ index, segment }) => ({
    start: index,
    end: index + segment.length,
  }))
  const isHit = ({ start, end }: Span) => start < passage.end && passage.start < end
  return assemble(
    before,
    spans.filter((span) => !isHit(span)).map((span) => ({ kind: 'kept', span })),
  )
}

const straightened: Record<string, string> = { '“': '"', '”': '"', '‘': "'", '’': "'" }

/** Curly marks become straight; where there are none, straight ones curly. */
function flipQuotes(before: Tracked): Tracked {
  const isCurly = /[“”‘’]/.test(before.text)
  return restyle(before, isCurly ? /[“”‘’]/g : /["']/g, (mark, at) => {
    if (isCurly) return straightened[mark] ?? mark
    const opens = /(^|[\s(])$/.test(before.text.slice(Math.max(0, at - 1), at))
    return mark === '"' ? (opens ? '“' : '”') : opens ? '‘' : '’'
  })
}

function changeDashes(before: Tracked, { chance }: Surroundings): Tracked {
  const dashes = ['-', '–', '—', '--', '‑'] as const
  const isTyped = (dash: string) => dash.length === 2
  return restyle(before, /[-–—]+/g, () => {
    const dash = dashes[chance.below(dashes.length)] ?? '-'
    return isTyped(dash) ? '--' : dash
  })
}

/** Lines of at most 72 units, as a wire or a mail breaks them. */
function rewrap(before: Tracked): Tracked {
  let lineStart = 0
  return restyle(before, /\n\n| /g, (space, at) => {
    if (space === '\n\n') lineStart = at + 2
    const next = before.text.slice(at + 1).search(/\s|$/)
    if (space !== ' ' || at + 1 + next - lineStart <= 72) return space
    lineStart = at + 1
    return '\n'
  })
}

function restyle(before: Tracked, marks: RegExp, to: (mark: string, at: number) => string): Tracked {
  const changes = Array.from(before.text.matchAll(marks), ({ 0: mark, index }) => {
    const span = { start: index, end: index + mark.length }
    return { span, by: [{ kind: 'restyled' as const, span, text: to(mark, index) }] }
  })
  return assemble(before, replacing(before.text, changes))
}

/** The second paragraph of these stories is the first of the text proper; a new place, date and agency open it. */
function correctDateline(before: Tracked): Tracked {
  const start = paragraphsOf(before.text)[1]?.start ?? 0
  const old = /^[^.\n]{0,60}? [–—-]+ /.exec(before.text.slice(start))?.[0] ?? ''
  const dateline = { kind: 'inserted' as const, text: 'PORT HARBOUR, 3 Nov. (Tidewire) – ' }
  return assemble(
    before,
    replacing(before.text, [{ span: { start, end: start + old.length }, by: [dateline] }]),
  )
}

const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}’'-]*/gu

/** Of the words this share is replaced (half of the times), deleted or followed by a new one, out of this or another story. */
export function changeWords(share: number, within?: Span): Edit {
  return (before, { chance, other }) => {
    const words = [...before.text.matchAll(word)]
    const others = [...other.matchAll(word)]
    const pick = () => {
      const list = chance.isLuckyIn(0.5) ? words : others
      return list[chance.below(list.length)]?.[0] ?? 'new'
    }
    const changes = words
      .filter(({ index }) => !within || (index >= within.start && index < within.end))
      .filter(() => chance.isLuckyIn(share))
      .map(({ 0: old, index }) => {
        const end = index + old.length
        // What is deleted takes its space with it.
        const gone = before.text.charAt(end) === ' ' ? end + 1 : end
        const [kept, span] = [
          { start: index, end },
          { start: index, end: gone },
        ]
        const way = chance.below(4)
        if (way < 2) return { span: kept, by: [{ kind: 'reworded' as const, span: kept, text: pick() }] }
        if (way === 2) return { span, by: [] }
        return {
          span: kept,
          by: [
            { kind: 'kept' as const, span: kept },
            { kind: 'inserted' as const, text: ` ${pick()}` },
          ],
        }
      })
    return assemble(before, replacing(before.text, changes))
  }
}
