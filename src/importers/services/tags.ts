import type { Json } from '../importer.ts'

/** Looking for strings in a text costs the square of its length at worst; a hundred tags of the longest sort have this. */
const longestList = 10_000

/**
 * The names in a list of tags: of strings, or of objects that say them; in a string, a JSON array, a Python list
 * (`['slow web', "writer's block"]`), or names with `separator` between them.
 */
export function tagsIn(value: Json | undefined, separator: string): string[] {
  if (Array.isArray(value)) return value.flatMap(nameIn)
  if (typeof value !== 'string') return []
  const text = value.trim()
  if (text.length < longestList && text.startsWith('[') && text.endsWith(']'))
    return jsonNames(text) ?? pythonNames(text)
  return named(text.split(separator))
}

/** The folders on a path, from the outermost to the one it is in. With spaces around some slashes, the others are in names. */
export function foldersIn(path: string): string[] {
  return named(path.split(path.includes(' / ') ? ' / ' : '/'))
}

function named(names: readonly string[]): string[] {
  return names.map((name) => name.trim()).filter((name) => name !== '')
}

function nameIn(tag: Json): string[] {
  if (typeof tag === 'string' || typeof tag === 'number') return named([String(tag)])
  if (tag === null || typeof tag !== 'object' || Array.isArray(tag)) return []
  return nameIn(tag['name'] ?? tag['label'] ?? tag['title'] ?? tag['tag'] ?? null)
}

function jsonNames(text: string): string[] | null {
  try {
    const names = JSON.parse(text) as Json
    return Array.isArray(names) ? names.flatMap(nameIn) : null
  } catch {
    // Not JSON: a Python list, which has its strings in either sort of quotation marks.
    return null
  }
}

function pythonNames(text: string): string[] {
  const strings = text.matchAll(/'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"/gs)
  const names = Array.from(strings, ([, single, double]) => unescaped(single ?? double ?? ''))
  // `[a, b]`: no quotation marks at all.
  return named(names.length > 0 ? names : text.slice(1, -1).split(','))
}

function unescaped(text: string): string {
  return text
    .replace(/\\(?:x([\da-f]{2})|u([\da-f]{4}))/gi, (_, byte?: string, unit?: string) =>
      String.fromCharCode(Number.parseInt(byte ?? unit ?? '', 16)),
    )
    .replace(/\\(.)/gs, '$1')
}
