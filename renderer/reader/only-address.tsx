import type { OpenArticle } from '../../src/contract.ts'
import { hostOf } from '../state/import-address.ts'
import { askedFor, isOnlyAddress, loadPage } from '../state/page-actions.ts'
import { useStore } from '../state/store.ts'
import { Button } from '../ui/button.tsx'

/** Above an article of which only the address was saved: the way to the rest. */
export function OnlyAddress({ open }: { open: OpenArticle }) {
  const { id, source } = open.article
  const isAsked = useStore((state) => state.asked.has(askedFor('article.load', id)))
  if (!isOnlyAddress({ open }) || source.url === null) return null
  return (
    <aside className="above-text" aria-label="Only the address" lang="en" dir="ltr">
      <p>Only the address was saved. The page is at {hostOf(source.url)}.</p>
      <Button aria-disabled={isAsked} onClick={() => void loadPage(id)}>
        {isAsked ? 'Loading the page…' : 'Load the page'}
      </Button>
    </aside>
  )
}
