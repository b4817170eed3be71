import type { Span } from '../model/content.ts'
import { ArticleId, NoteId } from '../model/ids.ts'

/** What a link in a note points at. */
export type LinkTarget =
  | { kind: 'article'; articleId: ArticleId }
  | { kind: 'note'; articleId: ArticleId; noteId: NoteId }
  /** A person, or whatever else the reader gives a name to. */
  | { kind: 'name'; name: string }

/** `span` holds the brackets, in UTF-16 units of the note's body. */
export type Wikilink = { span: Span; target: LinkTarget; label: string }

/** UTF-16 units of a target and of a label: more than a headline has, and few enough to be sought again and again. */
const longest = 500

/** What a backslash escapes, a run of backticks, or a link; in a table its bar is escaped. */
const piece = new RegExp(
  `\\\\[^\\n]|(?<ticks>\`+)|\\[\\[(?<target>[^[\\]|\\n]{1,${longest}})(?:\\|(?<label>[^[\\]\\n]{0,${longest}}))?\\]\\]`,
  'g',
)

/**
 * The links in a note's Markdown, in order: `[[ID|Title]]` to an article, `[[ID#NOTEID|words]]` to a note, `[[Some Name]]` or
 * `[[Some Name|words]]` to a name. What stands between backticks or in fenced code is none. Without a label a link shows its
 * target. Linear in the length of the body.
 */
export function wikilinks(body: string): Wikilink[] {
  return proseOf(body).flatMap((span) => linksIn(body, span))
}

const fence = /^[ \t>]*(`{3,}(?!.*`)|~{3,})/

/** The stretches of lines between empty ones, without fenced code: no code between backticks reaches over their ends. */
function proseOf(body: string): Span[] {
  const prose: Span[] = []
  let open: string | null = null
  let isNew = true
  let start = 0
  for (const line of body.split('\n')) {
    const run = fence.exec(line)?.[1]
    const end = start + line.length
    if (open !== null) {
      if (run?.startsWith(open)) open = null
    } else if (run !== undefined) open = run
    else if (line.trim() !== '') {
      const last = prose.at(-1)
      if (isNew || !last) prose.push({ start, end })
      else last.end = end
    }
    isNew = open !== null || run !== undefined || line.trim() === ''
    start = end + 1
  }
  return prose
}

function linksIn(body: string, { start, end }: Span): Wikilink[] {
  const prose = body.slice(start, end)
  const runs = runsByLength(prose)
  const links: Wikilink[] = []
  const pattern = new RegExp(piece)
  for (let found = pattern.exec(prose); found; found = pattern.exec(prose)) {
    const { ticks, target, label } = found.groups ?? {}
    if (ticks !== undefined) pattern.lastIndex = endOfCode(runs, pattern.lastIndex, ticks.length)
    if (target === undefined) continue
    const link = linkOf(target, label)
    if (link) links.push({ ...link, span: { start: start + found.index, end: start + pattern.lastIndex } })
  }
  return links
}

/** Where runs of backticks begin, the last one first, by how many there are. */
function runsByLength(prose: string): Map<number, number[]> {
  const runs = new Map<number, number[]>()
  for (const { index, 0: run } of [...prose.matchAll(/`+/g)].reverse()) {
    const places = runs.get(run.length)
    if (places) places.push(index)
    else runs.set(run.length, [index])
  }
  return runs
}

/** Code between backticks ends with a run as long as the first; where there is none, the backticks are only themselves. */
function endOfCode(runs: Map<number, number[]>, from: number, length: number): number {
  const places = runs.get(length) ?? []
  while ((places.at(-1) ?? from) < from) places.pop()
  const next = places.at(-1)
  return next === undefined ? from : next + length
}

function linkOf(written: string, shown: string | undefined): Omit<Wikilink, 'span'> | null {
  const name = written.replace(/\\$/, '').trim()
  const label = shown?.trim() || name
  if (name === '') return null
  const [first = '', second, ...rest] = name.split('#')
  const byName = { target: { kind: 'name' as const, name }, label }
  // Twelve letters without a digit may be a word, such as `preparedness`; links to articles are made with a label.
  if (first.length !== 12 || rest.length > 0 || (shown === undefined && !/\d/.test(first))) return byName
  const articleId = ArticleId.safeParse(first)
  if (!articleId.success) return byName
  if (second === undefined) return { target: { kind: 'article', articleId: articleId.data }, label }
  const noteId = NoteId.safeParse(second)
  if (!noteId.success) return byName
  return { target: { kind: 'note', articleId: articleId.data, noteId: noteId.data }, label }
}

/** A link as it stands in a note's body. What would end it is taken out of the label, and so are backticks, which open code. */
export function wikilinkTo(target: LinkTarget, label: string): string {
  const written = writtenTarget(target)
  const shown = safe(label)
  return shown === '' || shown === written ? `[[${written}]]` : `[[${written}|${shown}]]`
}

function writtenTarget(target: LinkTarget): string {
  if (target.kind === 'article') return target.articleId
  if (target.kind === 'note') return `${target.articleId}#${target.noteId}`
  return safe(target.name)
}

function safe(text: string): string {
  return text
    .replace(/[[\]|\s\\]+/g, ' ')
    .replaceAll('`', '’')
    .trim()
    .slice(0, longest)
    .trim()
}

/**
 * The link that is being typed left of the caret, on its line: where it starts, and what was typed of it so far; null where
 * none is.
 */
export function openWikilink(body: string, caret: number): { start: number; query: string } | null {
  const left = body.slice(Math.max(0, caret - longest), caret)
  const query = /\[\[([^[\]|\n]*)$/.exec(left)?.[1]
  if (query === undefined) return null
  return { start: caret - query.length - '[['.length, query }
}

/** The body with each link replaced by what it shows, for excerpts. */
export function withoutWikilinks(body: string): string {
  let text = ''
  let from = 0
  for (const { span, label } of wikilinks(body)) {
    text += body.slice(from, span.start) + label
    from = span.end
  }
  return text + body.slice(from)
}
