import { type CSSProperties, useMemo, useRef } from 'react'
import type { OpenArticle } from '../../src/contract.ts'
import type { Furniture } from '../../src/model/content.ts'
import type { ReadingFont, Settings } from '../../src/model/settings.ts'
import { askedFor, firstMissingPicture, keepPictures } from '../state/page-actions.ts'
import { useStore } from '../state/store.ts'
import { ArticleHead } from './article-head.tsx'
import { ArticleText } from './article-text.tsx'
import { BlockDescriptions } from './block-descriptions.tsx'
import { FindBar } from './find-bar.tsx'
import { isNewest } from '../state/version-actions.ts'
import { OnlyAddress } from './only-address.tsx'
import { Pictures } from './pictures.ts'
import { SelectionBar } from './selection-bar.tsx'
import { useFinding } from './use-finding.ts'
import { PartsBeside } from './parts-beside.tsx'
import { useInstantHighlight } from './use-instant-highlight.ts'
import { useKeptFocus } from './use-kept-focus.ts'
import { useNoteDrop } from './use-note-drop.ts'
import { usePassages } from './use-passages.ts'
import { useReaderHandle } from './use-reader-handle.ts'
import { useReaderParts } from './use-reader-parts.ts'
import { useReadingPlace } from './use-reading-place.ts'
import { useSelectedSpan } from './use-selected-span.ts'
import { useTextEvents } from './use-text-events.ts'
import { OlderVersion } from './version-line.tsx'

/** One article, from its kicker to its credit line, in a scroller of its own. */
export function ArticleView({ open }: { open: OpenArticle }) {
  const { article, content } = open
  const settings = useStore((state) => state.settings)
  const scroller = useRef<HTMLDivElement>(null)
  const { finding, find, closeFind } = useFinding(scroller)
  const [parts, textRef] = useReaderParts({ content, scroller, find })
  const map = parts?.map ?? null
  const passages = usePassages(map, { open, scroller })
  const { onKeyDown, ...pointer } = useTextEvents(parts, passages)
  const dropping = useNoteDrop(parts)
  const isOverPassage = useStore((state) => state.hoveredNoteId !== null)
  useReaderHandle(parts)
  useKeptFocus(scroller)
  useInstantHighlight(map)
  const selected = useSelectedSpan(map)
  useReadingPlace(map, { scroller, open, settings })
  const pictures = usePictures(open)

  return (
    <>
      {map && finding > 0 && (
        <FindBar map={map} content={content} scroller={scroller} asked={finding} onClose={closeFind} />
      )}
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
          {isNewest(open) ? <OnlyAddress open={open} /> : <OlderVersion open={open} />}
          <ArticleHead open={open} />
          <div
            ref={textRef}
            className="article-text"
            data-over-passage={isOverPassage}
            {...pointer}
            {...dropping}
          >
            <Pictures value={pictures}>
              <ArticleText content={content} language={article.language} />
            </Pictures>
          </div>
          <AfterText furniture={content.furniture} />
          <PartsBeside />
        </article>
        <BlockDescriptions content={content} notes={open.notes} />
        {map && selected && <SelectionBar map={map} span={selected} scroller={scroller} />}
      </div>
    </>
  )
}

/** What the text's figures show, and what may be done about those that are missing in the newest version. */
function usePictures({ article, version, content, pictures: kept }: OpenArticle): Pictures {
  const { id, versions } = article
  const isAsked = useStore((state) => state.asked.has(askedFor('article.keepPictures', id)))
  const isLast = versions.at(-1)?.number === version
  return useMemo(
    () => ({
      kept,
      firstMissing: isLast ? firstMissingPicture({ content, pictures: kept }) : null,
      keep: isAsked ? null : () => void keepPictures(id),
    }),
    [kept, content, isLast, isAsked, id],
  )
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
