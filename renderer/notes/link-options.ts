import type { Output } from '../../src/contract.ts'
import type { NoteId } from '../../src/model/ids.ts'
import type { LinkTarget } from '../../src/text/wikilinks.ts'

/** Something `[[` may stand for. */
export type LinkOption = {
  readonly target: LinkTarget
  readonly label: string
  /** What tells it from others of its name. */
  readonly about: string
}

/** Longest label of a link to a note, in UTF-16 units: it stands in the middle of a sentence. */
const longestLabel = 60

/** The list stands in the card and has no scroll bar of its own: who does not see what they mean types on. */
const mostOfAKind = 3

/** Articles, then notes but for the one being written, then names; last the name as it is typed, unless it is known. */
export function linkOptions(
  { articles, notes, people }: Output<'link.suggest'>,
  { query, writing }: { query: string; writing: NoteId },
): LinkOption[] {
  const name = query.trim()
  const names = people.slice(0, mostOfAKind)
  if (name !== '' && !names.includes(name)) names.push(name)
  return [
    ...articles.slice(0, mostOfAKind).map(({ id, title, agency, source }) => ({
      target: { kind: 'article', articleId: id } as const,
      label: title,
      about: agency ?? source,
    })),
    ...notes
      .filter(({ id }) => id !== writing)
      .slice(0, mostOfAKind)
      .map(({ id, articleId, title, quote, body }) => ({
        target: { kind: 'note', articleId, noteId: id } as const,
        label: shortened(quote ?? body),
        about: title,
      })),
    ...names.map((person) => ({
      target: { kind: 'name', name: person } as const,
      label: person,
      about: people.includes(person) ? 'name' : 'new name',
    })),
  ]
}

/** The first words, on one line. */
function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= longestLabel) return line
  const cut = line.lastIndexOf(' ', longestLabel)
  return `${line.slice(0, cut > 0 ? cut : longestLabel)}…`
}
