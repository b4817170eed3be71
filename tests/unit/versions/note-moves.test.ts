import { expect, test } from 'vitest'
import type { Content } from '../../../src/model/content.ts'
import { Note } from '../../../src/model/note.ts'
import { describe } from '../../../src/text/describe.ts'
import { noteMoves } from '../../../src/versions/note-moves.ts'
import { contentOf } from '../text/contents.ts'

const story = contentOf(
  [
    'The minister said the breakwater will be finished by spring. Engineers doubt it very much.',
    'The minister said on Monday that “we will not stop before the wall stands in the sea”. Nobody in the harbour clapped.',
    'Fishermen fear for the boats that lie behind the old pier. They asked the council in writing for a new harbour basin with room for thirty boats. Nobody has answered their letter, which was sent in early summer.',
  ].join('\n\n'),
)

function noteOn(content: Content, words: string, number: number): Note {
  const start = content.text.indexOf(words)
  const time = '2026-11-02T09:00:00.000Z'
  return Note.parse({
    id: String(number).padStart(12, '0'),
    articleId: '0a1b2c3d4e5f',
    selector: describe(content, { start, end: start + words.length }, 1),
    body: '',
    color: 'yellow',
    tags: [],
    createdAt: time,
    updatedAt: time,
    otherBodies: [],
  })
}

/** What became of notes on these words, as outcome and what they read now. */
function moves(after: Content, ...marked: string[]): [string, string | null][] {
  const notes = marked.map((words, number) => noteOn(story, words, number))
  return noteMoves(story, after, notes).map(({ outcome, reads }) => [outcome, reads])
}

const [first = '', second = '', third = ''] = story.text.split('\n\n')

test('in the same text every note is the same, in the order of the text', () => {
  expect(moves(story, 'Fishermen', 'Engineers doubt it', 'finished by spring')).toEqual([
    ['same', 'finished by spring'],
    ['same', 'Engineers doubt it'],
    ['same', 'Fishermen'],
  ])
})

test('a new paragraph before it, or another word beside it, is nothing to tell of a note', () => {
  const after = contentOf(
    ['A storm is on its way.', first.replace('very much', 'a lot'), second, third].join('\n\n'),
  )
  expect(moves(after, 'Engineers doubt it', 'the old pier')).toEqual([
    ['same', 'Engineers doubt it'],
    ['same', 'the old pier'],
  ])
})

test('a note whose paragraph changed places with another has moved; those that stayed have not', () => {
  const after = contentOf([third, first, second].join('\n\n'))
  expect(moves(after, 'Engineers doubt it', 'a new harbour basin with room')).toEqual([
    ['moved', 'a new harbour basin with room'],
    ['same', 'Engineers doubt it'],
  ])
})

test('a note stays the same where two sentences were joined', () => {
  const after = contentOf(story.text.replace('by spring. Engineers doubt', 'by spring, but engineers doubt'))
  expect(moves(after, 'doubt it very much', 'finished by spring')).toEqual([
    ['same', 'finished by spring'],
    ['same', 'doubt it very much'],
  ])
})

test('quotation marks that are set otherwise do not make a note read otherwise', () => {
  const after = contentOf(story.text.replace('“', '"').replace('”', '"'))
  const [move] = moves(after, '“we will not stop before the wall stands in the sea”')
  expect(move).toEqual(['same', '"we will not stop before the wall stands in the sea"'])
})

test('a note whose words were changed says what they read now', () => {
  const marked = 'we will not stop before the wall stands in the sea'
  const after = contentOf(story.text.replace('will not stop before', 'shall never stop until'))
  expect(moves(after, marked)).toEqual([['reworded', 'we shall never stop until the wall stands in the sea']])
})

test('a note without a place comes last, and one on the whole article or without a place before is left out', () => {
  const after = contentOf([first, third].join('\n\n'))
  const whole = Note.parse({ ...noteOn(story, 'The minister', 7), selector: null })
  const strange = noteOn(contentOf('The mountains were quiet all winter long.'), 'mountains were quiet', 8)
  const notes = [
    noteOn(story, 'Nobody in the harbour clapped', 1),
    whole,
    strange,
    noteOn(story, 'a new harbour basin with room', 2),
  ]
  expect(noteMoves(story, after, notes).map(({ outcome, reads }) => [outcome, reads])).toEqual([
    ['same', 'a new harbour basin with room'],
    ['lost', null],
  ])
})
