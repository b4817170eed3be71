import { ok, type Result } from '../errors.ts'
import type { Draft } from '../model/article.ts'
import type { Content } from '../model/content.ts'
import { readCopy, type Story } from '../wire/story.ts'
import { draftOf } from './draft.ts'
import { contentOfPieces, type Piece } from './piece.ts'
import type { SourceFile } from './source-file.ts'
import { datelineBlock, storyFacts } from './story-facts.ts'
import { storyText } from './story-text.ts'

/** The draft of a news story, or of any other text. */
export function readPlainText(source: SourceFile): Result<Draft> {
  const decoded = storyText(source)
  if (!decoded.ok) return decoded
  const story = readCopy(decoded.value.text)
  const { encoding } = decoded.value
  const readAs = { importer: 'plain-text', name: source.name, encoding }
  return ok(draftOf({ ...storyFacts(story, source), tags: [] }, contentOf(story), readAs))
}

/** The paragraphs of a story, with what stands around them. */
export function contentOf(story: Story): Content {
  return contentOfPieces(storyPieces(story), [...story.before, ...story.after])
}

export function storyPieces({ body, dateline, datelineAt }: Story): Piece[] {
  return body.map((text, index): Piece => {
    const span = { start: 0, end: text.length }
    const isDateline = dateline !== null && index === datelineAt
    return {
      block: isDateline ? datelineBlock(dateline, span) : { kind: 'paragraph', span },
      text,
      marks: [],
    }
  })
}
