import type { Article } from '../model/article.ts'

/** UTF-16 units of a name without its extension. */
const maxLength = 120

/** UTF-8 bytes: file systems allow 255, and ` (id)` of up to 12 letters or `.md` may still come. */
const maxBytes = 235

/** What a Windows device is called cannot name a file there, whatever the extension. */
const deviceName = /^(con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$)(?=\.|$)/i

/** Reserved by Obsidian's links or by an operating system, besides control and direction characters. */
const separators = /[/\\:|]|%%/g
const forbidden = /[#^[\]<>"?*\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu

/** A text as a file name that every file system and every Obsidian link takes; without extension, maybe empty. */
export function safeFileName(text: string): string {
  const allowed = text.replace(/\s/g, ' ').replace(separators, ' ').replace(forbidden, '')
  return cut(allowed.replace(/ +/g, ' ').trim())
    .replace(/[. ]+$/, '')
    .replace(deviceName, '$1_')
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** As many whole graphemes as fit. */
function cut(name: string): string {
  let [units, bytes] = [0, 0]
  for (const { segment } of graphemes.segment(name)) {
    bytes += utf8Length(segment)
    if (units + segment.length > maxLength || bytes > maxBytes) break
    units += segment.length
  }
  return name.slice(0, units)
}

function utf8Length(text: string): number {
  return Array.from(text, (character) => character.codePointAt(0) ?? 0)
    .map((code) => (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4))
    .reduce((sum, bytes) => sum + bytes, 0)
}

/** What an article's file is named by. */
export type Named = Pick<Article, 'id' | 'title' | 'published' | 'addedAt'>

/** The date of the story, or of its import where that is not known, and its title; without extension. */
export function fileName(article: Named): string {
  return safeFileName(
    `${article.published ?? article.addedAt.slice(0, 'YYYY-MM-DD'.length)} ${article.title}`,
  )
}

/**
 * A name for each article, in their order, no two alike on a file system that ignores case. Of those that would be
 * alike the first added keeps its name, and the others get the beginning of their id, or all of it if need be.
 */
export function fileNames(articles: readonly Named[]): string[] {
  const names = new Map<string, string>()
  const taken = new Set<string>()
  const inOrder = articles.toSorted((a, b) => compare(a.addedAt, b.addedAt) || compare(a.id, b.id))
  for (const article of inOrder) {
    const name = fileName(article)
    const choices = [name, `${name} (${article.id.slice(0, 4)})`, `${name} (${article.id})`]
    const free = choices.find((choice) => !taken.has(folded(choice))) ?? name
    taken.add(folded(free))
    names.set(article.id, free)
  }
  return articles.map(({ id }) => names.get(id) ?? '')
}

/** What `fileNames` may put behind a name. */
const idsBehind = /(?: \([0-9a-z]{4}(?:[0-9a-z]{8})?\))+$/

/**
 * Only articles with the same stem may take names from each other: `fileNames` of all articles with some stems gives them
 * the names that `fileNames` of the whole library gives them.
 */
export function nameStem(article: Named): string {
  return folded(fileName(article)).replace(idsBehind, '')
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function folded(name: string): string {
  return name.normalize('NFC').toLowerCase()
}
