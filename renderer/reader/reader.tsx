import type { ReactNode } from 'react'
import { useStore } from '../state/store.ts'
import { ArticleView } from './article-view.tsx'
import { ReaderToolbar } from './reader-toolbar.tsx'
import './reader.css'

/** The article that is open, and the bar above it. `typeSettings` are the controls of how the text is set. */
export function Reader({ typeSettings }: { typeSettings: ReactNode }) {
  const open = useStore((state) => state.open)
  const hasArticles = useStore((state) => state.list.total > 0)
  return (
    <div className="reader">
      <ReaderToolbar open={open} typeSettings={typeSettings} />
      {open ? (
        <ArticleView key={`${open.article.id} ${open.version}`} open={open} />
      ) : (
        <p className="reader-empty">
          {hasArticles ? 'Choose an article from the list to read it here.' : 'What you add is read here.'}
        </p>
      )}
    </div>
  )
}
