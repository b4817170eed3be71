import { type CSSProperties, type RefCallback, useCallback, useRef, useState } from 'react'
import type { OpenArticle } from '../../src/contract.ts'
import type { Furniture } from '../../src/model/content.ts'
import type { ReadingFont, Settings } from '../../src/model/settings.ts'
import { useStore } from '../state/store.ts'
import { ArticleHead } from './article-head.tsx'
import { ArticleText } from './article-text.tsx'
import { mapText, type TextMap } from './dom-span.ts'
import { SelectionBar } from './selection-bar.tsx'
import { usePassages } from './use-passages.ts'
import { useReaderHandle } from './use-reader-handle.ts'
import { useReadingPlace } from './use-reading-place.ts'
import { useSelectedSpan } from './use-selected-span.ts'
import { useTextEvents } from './use-text-events.ts'

/** One article, from its kicker to its credit line, in a scroller of its own. */
export function ArticleView({ open }: { open: OpenArticle }) {
  const { article, content } = open
  const settings = useStore((state) => state.settings)
  const scroller = useRef<HTMLDivElement>(null)
  const [map, textRef] = useTextMap(content.text)
  const passages = usePassages(map, { notes: open.notes, scroller })
  const selected = useSelectedSpan(map)
  const { onKeyDown, ...pointer } = useTextEvents(map, passages)
  const isOverPassage = useStore((state) => state.hoveredNoteId !== null)
  useReaderHandle(map, { scroller, content })
  useReadingPlace(map, { scroller, open, settings })

  return (
    <div
      ref={scroller}
      className="reader-scroller"
      data-focus="reader"
      role="region"
      aria-label={article.title}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <article
        className="article"
        lang={article.language ?? undefined}
        dir={article.direction}
        style={typeStyle(settings)}
      >
        <ArticleHead article={article} />
        <div ref={textRef} className="article-text" data-over-passage={isOverPassage} {...pointer}>
          <ArticleText content={content} />
        </div>
        <AfterText furniture={content.furniture} />
      </article>
      {map && selected && <SelectionBar map={map} span={selected} scroller={scroller} />}
    </div>
  )
}

/** The map of the text's DOM, which stands still for as long as the content does, and the ref that reads it. */
function useTextMap(text: string): [TextMap | null, RefCallback<HTMLElement>] {
  const [map, setMap] = useState<TextMap | null>(null)
  const read = useCallback((root: HTMLElement | null) => setMap(root && mapText(root, text)), [text])
  return [map, read]
}

/** Lines that came after the story proper: credits, sources, signatures. */
function AfterText({ furniture }: { furniture: readonly Furniture[] }) {
  const after = furniture.filter(({ position }) => position === 'after')
  if (after.length === 0) return null
  return (
    <footer className="article-after">
      {after.map(({ text }, index) => (
        <p key={index} dir="auto">
          {text}
        </p>
      ))}
    </footer>
  )
}

const families: Record<ReadingFont, string> = {
  serif: 'var(--serif)',
  sans: 'var(--sans)',
  system: 'system-ui, sans-serif',
  dyslexia: 'var(--dyslexia)',
}

function typeStyle({ font, fontSize, lineHeight, measure }: Settings) {
  return {
    '--type-family': families[font],
    '--type-size': `${fontSize}px`,
    '--type-leading': lineHeight,
    '--measure': measure,
  } as CSSProperties
}
