import { createHash } from 'node:crypto'
import type { KnownStory } from '../../src/contract.ts'
import type { Draft, Facts } from '../../src/model/article.ts'
import type { ArticleId } from '../../src/model/ids.ts'
import { addressKey } from '../../src/versions/same-address.ts'
import { leastLikeness, likeness, sketchOf } from '../../src/versions/sketch.ts'
import { tracesOf } from '../../src/versions/traces.ts'
import type { Library } from './library.ts'
import type { Shelf } from './shelf.ts'
import { summarize } from './shelf.ts'

/** Articles that share a trace and are looked at: those that share most come first, and the same story shares many. */
const mostCandidates = 8
/** More than a person would look through. */
const mostShown = 3

/** What is handed in, as far as it can tell that it is there already. */
type Incoming = { draft: Draft; bytes: Uint8Array }

/** The articles a draft may be the same story as, the likeliest first. */
export async function knownStories(library: Library, { draft, bytes }: Incoming): Promise<KnownStory[]> {
  library.listWritten()
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const traces = tracesOf({
    title: draft.facts.title,
    origins: [],
    addresses: [draft.url],
    versions: [{ sha256, sketch: sketchOf(draft.content) }],
  })
  const found: KnownStory[] = []
  for (const { id } of library.parts.index.tracedBy(traces, mostCandidates)) {
    const known = await compare(library, id, { draft, sha256 })
    if (known !== null) found.push(known)
  }
  return found.sort(likeliestFirst).slice(0, mostShown)
}

const ranks: readonly KnownStory['by'][] = ['bytes', 'words', 'address', 'likeness']

function likeliestFirst(a: KnownStory, b: KnownStory): number {
  return ranks.indexOf(a.by) - ranks.indexOf(b.by) || b.likeness - a.likeness
}

/** Null where the two are different stories, or the article can't be read: then it stands among the incidents. */
async function compare(
  library: Library,
  id: ArticleId,
  { draft, sha256 }: { draft: Draft; sha256: string },
): Promise<KnownStory | null> {
  const shelf = await library.shelf(id)
  if (!shelf.ok) return null
  const content = await shelf.value.readContent().catch(() => null)
  if (content === null) return null
  const share = likeness(draft.content.text, content.text)
  const by = relation(shelf.value, { draft, sha256, share, isSameText: draft.content.text === content.text })
  return by === null ? null : { summary: summarize(shelf.value), by, likeness: share }
}

type Findings = {
  draft: { facts: Facts; url: string | null }
  sha256: string
  share: number
  isSameText: boolean
}

function relation(shelf: Shelf, { draft, sha256, share, isSameText }: Findings): KnownStory['by'] | null {
  if (shelf.article.versions.some((version) => version.sha256 === sha256)) return 'bytes'
  if (isSameText) return 'words'
  const address = draft.url === null ? null : addressKey(draft.url)
  if (address !== null && shelf.addresses.some((other) => other !== null && addressKey(other) === address))
    return 'address'
  return share >= leastLikeness ? 'likeness' : null
}
