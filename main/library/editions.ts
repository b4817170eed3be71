import type { Article, VersionFile } from '../../src/model/article.ts'

/**
 * An article with all its editions, in the order in which they came in, and with the facts of the newest. Two devices may have
 * added the same edition, or given two the same number: of equal bytes the first counts, and all are numbered anew.
 */
export function withEditions(original: Article, files: readonly VersionFile[]): Article {
  const inOrder = files.toSorted(byArrival)
  const known = new Set(original.versions.map(({ sha256 }) => sha256))
  const later: VersionFile[] = []
  for (const file of inOrder) {
    if (known.has(file.version.sha256)) continue
    known.add(file.version.sha256)
    later.push(file)
  }
  const newest = later.at(-1)
  if (newest === undefined) return original
  const { articleId: _id, device: _device, version, format: _format, ...edition } = newest
  const versions = [...original.versions, ...later.map((file) => file.version)]
  return {
    ...original,
    ...edition,
    updatedAt: version.addedAt > original.updatedAt ? version.addedAt : original.updatedAt,
    versions: versions.map((each, index) => ({ ...each, number: index + 1 })),
  }
}

function byArrival(a: VersionFile, b: VersionFile): number {
  const [timeA, timeB] = [a.version.addedAt, b.version.addedAt]
  if (timeA !== timeB) return timeA < timeB ? -1 : 1
  if (a.version.number !== b.version.number) return a.version.number - b.version.number
  return a.device < b.device ? -1 : 1
}
