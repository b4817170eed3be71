import { currentFormat } from '../model/format.ts'
import { ok, type Result } from '../errors.ts'
import type { Draft } from '../model/article.ts'
import type { Block, Content } from '../model/content.ts'
import { decodeText } from '../text/decode.ts'
import { readCopy, type Story } from '../wire/story.ts'
import { draftOf } from './draft.ts'
import { extensionOf } from './file-name.ts'
import type { SourceFile } from './source-file.ts'
import { datelineBlock, storyFacts } from './story-facts.ts'

/** Text files by their names; what has no extension is pasted text or standard input. */
const extensions = new Set(['', 'txt', 'text'])

export const plainText = {
  id: 'plain-text',
  accepts: (name: string): boolean => extensions.has(extensionOf(name)),
  read: readPlainText,
}

function readPlainText(source: SourceFile): Result<Draft> {
  const decoded = decodeText(source.bytes, source.name)
  if (!decoded.ok) return decoded
  const story = readCopy(decoded.value.text)
  const { encoding } = decoded.value
  return ok(draftOf({ ...storyFacts(story, source), tags: [] }, contentOf(story), { source, encoding }))
}

function contentOf(story: Story): Content {
  const blocks: Block[] = []
  let start = 0
  for (const [index, paragraph] of story.body.entries()) {
    const span = { start, end: start + paragraph.length }
    const isDateline = story.dateline !== null && index === story.datelineAt
    blocks.push(isDateline ? datelineBlock(story.dateline!, span) : { kind: 'paragraph', span })
    start = span.end + 2
  }
  const text = story.body.join('\n\n')
  return { format: currentFormat, text, blocks, marks: [], furniture: [...story.before, ...story.after] }
}
