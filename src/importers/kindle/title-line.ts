import { inSpokenOrder, namesLine } from '../person-names.ts'

export type TitleLine = { title: string; byline: string | null }

/**
 * What the first line of a clipping says: `Title (Author)`, the title with brackets of its own or not. Where a book has no author
 * the device ends the line in two spaces.
 */
export function readTitleLine(line: string): TitleLine {
  const text = line.trim()
  const start = /\S {2}$/.test(line) ? -1 : openingOfLast(text)
  const title = text.slice(0, start).trim()
  if (start < 1 || title === '') return { title: text, byline: null }
  const authors = withoutBrackets(text.slice(start + 1, -1)).split(/\s*[;；]\s*/)
  return { title, byline: namesLine(authors.filter(isName).map(spoken)) }
}

/** What was sent to the device by mail has the sender's address for an author. */
function isName(author: string): boolean {
  return !author.includes('@')
}

/** Where the bracket opens that closes at the end of a text; -1 without one. */
function openingOfLast(text: string): number {
  if (!/[)）]$/.test(text)) return -1
  let depth = 0
  for (let at = text.length - 1; at >= 0; at -= 1) {
    if (/[)）]/.test(text[at] ?? '')) depth += 1
    else if (/[(（]/.test(text[at] ?? '')) depth -= 1
    if (depth === 0) return at
  }
  return -1
}

/** Chinese books have a second pair around the name. */
function withoutBrackets(text: string): string {
  return /^[(（]([^()（）]*)[)）]$/.exec(text.trim())?.[1] ?? text.trim()
}

/** `Sanderson, Brandon` is one person, `Dave Thomas, Andy Hunt` are two: one of a person's parts is a single word as a rule. */
function spoken(author: string): string {
  const parts = author.split(',').map((part) => part.trim())
  const isOne = parts.length === 2 && parts.some((part) => !part.includes(' '))
  return isOne ? inSpokenOrder(author) : author
}
