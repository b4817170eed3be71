import { fail, ok, type Result } from '../../errors.ts'
import type { Furniture } from '../../model/content.ts'
import type { Decoded } from '../../text/decode.ts'
import { isoDateOf, type Day } from '../../wire/dates.ts'
import { readCopy } from '../../wire/story.ts'
import { draftOf } from '../draft.ts'
import { entryOf, type Entry } from '../entry.ts'
import type { StoryImporter } from '../importer.ts'
import { contentOf } from '../read-plain-text.ts'
import type { SourceFile } from '../source-file.ts'
import { storyFacts } from '../story-facts.ts'
import { storyText } from '../story-text.ts'
import { readFrame } from './frame.ts'
import { sentDay } from './wire-stamp.ts'

/** What the header of a copy says, and its text without the lines that only repeat it. */
export type WireHeader = { furniture: Furniture[]; day: Day | null; body: string }

/** Tables are set with so many control characters that they pass for no text; then those are spaces. */
function wireText(source: SourceFile): Result<Decoded> {
  const decoded = storyText(source)
  if (decoded.ok || decoded.error.code !== 'file-binary') return decoded
  const bytes = source.bytes.map((byte) => (byte < 0x20 && !kept.has(byte) ? 0x20 : byte))
  return storyText({ ...source, bytes })
}

/** SOH, STX and ETX, which frame a copy, and white space. */
const kept = new Set([0x01, 0x02, 0x03, 0x09, 0x0a, 0x0d])

/** A copy of either format; `readHeader` knows the one. */
export function readWireCopy(
  source: SourceFile,
  { id: importer, label: format }: StoryImporter,
  readHeader: (header: readonly string[], body: string) => WireHeader,
): Result<Entry> {
  const decoded = wireText(source)
  if (!decoded.ok) return decoded
  const { name, modified, now } = source
  const { text, encoding } = decoded.value
  const frame = readFrame(text)
  if (frame === null) return fail({ code: 'format-broken', name, format, reason: 'it has no header' })
  const { furniture, day, body } = readHeader(frame.header, frame.body)
  const story = readCopy(body)
  if (story.body.length === 0) return fail({ code: 'text-missing', name })
  const sent = sentDay(frame.body) ?? day
  const stamp = sent === null ? null : isoDateOf(sent, modified ?? now)
  const facts = storyFacts(story, { modified: stamp ?? modified, now })
  const content = contentOf(story)
  const known = {
    ...facts,
    published: facts.published ?? stamp,
    yearIsAssumed: stamp === null ? facts.yearIsAssumed : sent?.year === null,
    tags: [],
  }
  const whole = { ...content, furniture: [...furniture, ...content.furniture] }
  return ok(entryOf(draftOf(known, whole, { importer, name, encoding })))
}
