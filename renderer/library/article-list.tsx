import type { ArticleSummary } from '../../src/contract.ts'
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
  const { scroller, virtualizer, stop, moveStop, onKeyDown } = useRows(list, {
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
    <div ref={scroller} className="rows article-list">
      <div
        role="grid"
        aria-label="Articles"
        aria-rowcount={list.total}
        data-focus="list"
        style={{ blockSize: virtualizer.getTotalSize() }}
        onKeyDown={onKeyDown}
      >
        {virtualizer.getVirtualItems().map((item) => (
          <ArticleRow
            key={item.key}
            ref={virtualizer.measureElement}
            row={rowAt(list, item.index) ?? null}
            sortedBy={sortedBy}
            index={item.index}
            top={item.start}
            height={item.size}
            isOpen={openId !== null && rowAt(list, item.index)?.id === openId}
            isStop={item.index === stop}
            onFocus={moveStop}
          />
        ))}
      </div>
    </div>
  )
}

function idOf({ id }: ArticleSummary): string {
  return id
}
