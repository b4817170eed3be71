import { endsSentence } from '../text/paragraphs.ts'
import type { Dateline } from './dateline.ts'
import { readDateline } from './read-dateline.ts'

/** The paragraphs over the dateline, and from it on; without a dateline all of them are `above`. */
export type Opening = { dateline: Dateline | null; above: string[]; below: string[] }

/** Headline, prefix, slug, source, byline, title, date and release mark, twice over: no head has more lines. */
const mostLines = 20

/** A dateline opens one of the first three paragraphs of running text, or it is none. */
const mostProse = 2

export function findOpening(paragraphs: readonly string[]): Opening {
  const found = candidates(paragraphs)
  const best = found.find(({ dateline }) => dateline.place !== null) ?? found[0]
  if (best === undefined) return { dateline: null, above: [...paragraphs], below: [] }
  const lines = paragraphs[best.paragraph]!.split('\n')
  const over = lines.slice(0, best.line).join('\n')
  return {
    dateline: best.dateline,
    above: [...paragraphs.slice(0, best.paragraph), ...(over === '' ? [] : [over])],
    below: [lines.slice(best.line).join('\n'), ...paragraphs.slice(best.paragraph + 1)],
  }
}

type Candidate = { paragraph: number; line: number; dateline: Dateline }

function candidates(paragraphs: readonly string[]): Candidate[] {
  const found: Candidate[] = []
  let lineCount = 0
  let proseCount = 0
  for (const [paragraph, text] of paragraphs.entries()) {
    for (const [line, words] of text.split('\n', mostLines).entries()) {
      const dateline = readDateline(words)
      const isFirst = paragraph === 0 && line === 0
      // A headline may begin with an agency in brackets or a place in capitals; a story has more to it.
      if (dateline !== null && !(isFirst && isHeadlineLike(words, paragraphs)))
        found.push({ paragraph, line, dateline })
      lineCount += 1
    }
    if (isProse(text)) proseCount += 1
    if (lineCount >= mostLines || proseCount > mostProse) break
  }
  return found
}

function isHeadlineLike(line: string, paragraphs: readonly string[]): boolean {
  const hasMore = paragraphs.length > 1 || paragraphs[0]!.length > line.length
  return hasMore && line.length < 120 && !endsSentence(line)
}

/** Running text, as against a line of the head. */
function isProse(paragraph: string): boolean {
  return paragraph.length >= 120 || (paragraph.length >= 60 && endsSentence(paragraph))
}
