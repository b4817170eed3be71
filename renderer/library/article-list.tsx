import type { ArticleSummary } from '../../src/contract.ts'
import { RowGrid } from '../rows/row-grid.tsx'
import { useRows } from '../rows/use-rows.ts'
import { openArticle, removeArticle } from '../state/article-actions.ts'
import { showRows } from '../state/list-actions.ts'
import { rowAt } from '../state/pages.ts'
import { useStore } from '../state/store.ts'
import { ArticleRow } from './article-row.tsx'

/** A row with a headline of two lines, as drawn. */
const usualRowPx = 124

/** The articles of the list that `question` asked for. */
export function ArticleList({ question }: { question: string }) {
  const list = useStore((state) => state.list)
  const openId = useStore((state) => state.openId)
  const sortedBy = useStore((state) => state.settings.sort.by)
  const rows = useRows(list, {
    list: 'articles',
    question,
    usualPx: usualRowPx,
    nameOf: idOf,
    show: showRows,
    keys: {
      Enter: ({ id }) => void openArticle(id),
      Delete: ({ id }, stay) => void removeArticle(id).then(stay),
    },
  })

  return (
    <RowGrid
      rows={rows}
      total={list.total}
      className="article-list"
      aria-label="Articles"
      data-focus="list"
      row={(place) => {
        const row = rowAt(list, place.index) ?? null
        return (
          <ArticleRow {...place} row={row} sortedBy={sortedBy} isOpen={row !== null && row.id === openId} />
        )
      }}
    />
  )
}

function idOf({ id }: ArticleSummary): string {
  return id
}
