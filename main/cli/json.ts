import type { Version } from '../../src/model/article.ts'
import type { Comparison } from '../../src/model/comparison.ts'
import type { PlacedNote } from '../../src/model/note.ts'
import type { ArticleSummary, OpenArticle } from '../../src/contract.ts'
import { Layout } from '../library/files/layout.ts'

/** An article as `--json` prints it. The README documents these fields; they are kept. */
export function articleJson(summary: ArticleSummary, root: string) {
  const { id, title, byline, agency, place, published, language, words, addedAt, source } = summary
  const path = new Layout(root).folder(id)
  return { id, title, byline, agency, place, published, language, words, added: addedAt, source, path }
}

/**
 * A note as `--json` prints it, with its place in the newest version. `start` and `end` are null where it has lost its place or
 * is on the whole article; `anchor` is null for one on the whole article.
 */
export function noteJson({ note, anchor }: PlacedNote) {
  const span = anchor === null || anchor.kind === 'lost' ? null : anchor.span
  const { id, articleId, selector, body, color, tags, createdAt, updatedAt } = note
  return {
    id,
    articleId,
    quote: selector?.exact ?? null,
    start: span?.start ?? null,
    end: span?.end ?? null,
    anchor: anchor?.kind ?? null,
    score: anchor?.kind === 'moved' ? anchor.score : null,
    doubtful: anchor?.kind === 'moved' && anchor.isDoubtful,
    body,
    color,
    tags,
    created: createdAt,
    updated: updatedAt,
  }
}

/** An article with its text and notes as `show --json` prints it. */
export function openArticleJson({ article, content, notes, path }: OpenArticle) {
  const { id, title, byline, agency, place, published, language, credit, tags, addedAt, updatedAt, source } =
    article
  const newest = article.versions.at(-1)
  return {
    id,
    title,
    byline,
    agency,
    place,
    published,
    language,
    words: newest?.words ?? 0,
    versions: article.versions.map(versionJson),
    added: addedAt,
    source: source.url ?? source.name,
    path,
    credit,
    tags,
    updated: updatedAt,
    encoding: newest?.encoding ?? null,
    text: content.text,
    blocks: content.blocks.map((block) => ({
      kind: block.kind,
      start: block.span.start,
      end: block.span.end,
    })),
    furniture: content.furniture,
    notes: notes.map(noteJson),
  }
}

function versionJson({ number, addedAt, words, file, sha256 }: Version) {
  return { number, added: addedAt, words, file, sha256 }
}

/** Two versions of an article as `diff --json` prints them. */
export function comparisonJson({ from, to, changes, notes }: Comparison) {
  return {
    from: versionJson(from),
    to: versionJson(to),
    changes: changes.map((change) => ({
      kind: change.kind,
      before: 'before' in change ? change.before.text : null,
      after: 'after' in change ? change.after.text : null,
    })),
    notes: notes.map(({ outcome, placed, reads }) => ({ outcome, reads, ...noteJson(placed) })),
  }
}
