import type { OpenArticle } from '../../src/contract.ts'
import { openArticle } from '../state/article-actions.ts'
import { openComparison } from '../state/comparison-actions.ts'
import { Button } from '../ui/button.tsx'
import { longDate } from '../ui/formats.ts'

/** Above an older version: which one it is, and the ways to the newest one. */
export function OlderVersion({ open: { article, version } }: { open: OpenArticle }) {
  const { id, versions } = article
  const addedAt = versions.find(({ number }) => number === version)?.addedAt
  const newest = versions.at(-1)?.number
  return (
    <aside className="above-text" aria-label="Older version" lang="en" dir="ltr">
      <p>
        Version {version} of {newest}
        {addedAt !== undefined && `, as it came in on ${longDate(addedAt, null)}`}
      </p>
      <Button kind="quiet" onClick={() => void openArticle(id)}>
        Newest version
      </Button>
      <Button kind="quiet" onClick={() => void openComparison(id)}>
        What changed
      </Button>
    </aside>
  )
}

/** In the line under the headline of a story that came in more than once. */
export function NewestVersion({ open: { article, version } }: { open: OpenArticle }) {
  return (
    <span lang="en" dir="ltr">
      Version {version} of {version} <span aria-hidden>· </span>
      <button type="button" className="byline-link" onClick={() => void openComparison(article.id)}>
        What changed
      </button>
    </span>
  )
}
