import type { Span } from '../../src/model/content.ts'
import type { Selector } from '../../src/model/selector.ts'
import { describe } from '../../src/text/describe.ts'
import { Chance } from '../bench/chance.ts'
import { type Edit, edits, editsOfThePassage } from './edits.ts'
import { type Kind, kinds, passageIn } from './passages.ts'
import { plainContent, type PlainContent } from './plain-content.ts'
import { track } from './tracked.ts'
import { type Truth, truthOf } from './truth.ts'

export type Story = { id: string; text: string }

/** A note on a story, the story after an edit, and where the passage is in it. */
export type Case = { edit: string; kind: Kind; selector: Selector; later: PlainContent; truth: Truth }
type Note = { kind: Kind; passage: Span; selector: Selector }

const notesPerStory = 20

/** Every edit of a story against the notes on it; the same cases every time. `other` lends its words. */
export function* casesOf(story: Story, other: string): Generator<Case> {
  const notes = notesOn(story)
  for (const [name, edit] of Object.entries(edits)) yield* after(name, edit, { story, other, notes })
  for (const [name, edit] of Object.entries(editsOfThePassage))
    for (const note of notes) yield* after(name, edit, { story, other, notes: [note] })
}

function* after(
  name: string,
  edit: Edit,
  { story, other, notes }: { story: Story; other: string; notes: readonly Note[] },
): Generator<Case> {
  const passage = notes[0]?.passage
  if (!passage) return
  const chance = new Chance(`${name} ${story.id} ${passage.start}`)
  const edited = edit(track(story.text), { chance, other, passage })
  const later = plainContent(edited.text)
  for (const { kind, selector, passage: own } of notes)
    yield { edit: name, kind, selector, later, truth: truthOf(edited, story.text, own) }
}

function notesOn({ id, text }: Story): Note[] {
  const chance = new Chance(`notes ${id}`)
  const content = plainContent(text)
  const notes: Note[] = []
  // A text of one paragraph has no two: then other kinds are tried, and in the end fewer notes taken.
  for (let tries = 0; notes.length < notesPerStory && tries < 5 * notesPerStory; tries++) {
    const kind = kinds[tries % kinds.length] ?? 'word'
    const passage = passageIn(text, kind, chance)
    if (passage && passage.start < passage.end)
      notes.push({ kind, passage, selector: describe(content, passage, 1) })
  }
  return notes
}
