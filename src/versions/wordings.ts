import { diffArrays } from 'diff'
import type { Wording } from '../model/comparison.ts'

const segmenter = new Intl.Segmenter('und', { granularity: 'word' })

/** Intl.Segmenter slows down with the length of its input; longer than the words of any sentence that was meant. */
const pieceLength = 4000

/** The words and marks of a sentence, each with the white space before it; put together they are the sentence. */
export function spacedWords(sentence: string): string[] {
  const tokens: string[] = []
  let space = ''
  for (let from = 0; from < sentence.length; from += pieceLength) {
    for (const { segment } of segmenter.segment(sentence.slice(from, from + pieceLength))) {
      if (segment.trim() === '') space += segment
      else {
        tokens.push(space + segment)
        space = ''
      }
    }
  }
  return space === '' ? tokens : [...tokens, space]
}

/** Words changed at most; beyond it nobody reads the sentence as the same one, and the cost grows by the square. */
const mostEdits = 500

/** What was changed in a sentence, word by word (Chinese and the like by the dictionary of Intl.Segmenter). */
export function wordingsOf(before: string, after: string): Wording[] {
  const changes = diffArrays(spacedWords(before), spacedWords(after), { maxEditLength: mostEdits })
  if (!changes) {
    return [
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ]
  }
  return changes.map(({ removed, added, value }) => ({
    kind: removed ? 'removed' : added ? 'added' : 'same',
    text: value.join(''),
  }))
}
