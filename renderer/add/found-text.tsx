import type { CSSProperties } from 'react'
import type { Draft } from '../../src/model/article.ts'
import type { Block, Content, Furniture, FurniturePart, Span } from '../../src/model/content.ts'
import { pageStarts } from '../state/page-starts.ts'
import { counted } from '../ui/formats.ts'
import './found.css'
import './found-text.css'

/** More than what fits three screens tells nothing about what was recognised, and a book must open as fast as a brief. */
const shownAtStart = 60
const shownAtEnd = 10

/** The whole source with each recognised part underlined where it stands. */
export function FoundText({ draft }: { draft: Draft }) {
  const { content, direction, facts } = draft
  const { blocks, furniture } = content
  const leftOut = blocks.length - shownAtStart - shownAtEnd
  const start = leftOut > 0 ? blocks.slice(0, shownAtStart) : blocks
  const end = leftOut > 0 ? blocks.slice(-shownAtEnd) : []
  return (
    <div
      className="found-text"
      dir={direction}
      lang={facts.language ?? undefined}
      role="region"
      aria-label="The text"
      tabIndex={0}
    >
      <FurnitureLines furniture={furniture.filter((line) => line.position === 'before')} />
      <Blocks blocks={start} content={content} />
      {leftOut > 0 && (
        <p className="found-gap" dir="ltr" lang="en">
          {counted(leftOut, 'more paragraph')}, kept like the others
        </p>
      )}
      <Blocks blocks={end} content={content} />
      <FurnitureLines furniture={furniture.filter((line) => line.position === 'after')} />
    </div>
  )
}

type Part = FurniturePart | 'place' | 'agency'

const partNames: Record<Part, string> = {
  headline: 'headline',
  prefix: 'prefix',
  slug: 'slug',
  byline: 'byline',
  bylineTitle: 'title of the writer',
  date: 'date',
  source: 'source',
  credit: 'credit',
  signoff: 'sign-off',
  note: 'not for publication',
  place: 'place',
  agency: 'agency',
}

function FurnitureLines({ furniture }: { furniture: readonly Furniture[] }) {
  return furniture.map((line, index) => (
    <p key={index} dir="auto">
      <Found part={line.part} text={line.text} />
    </p>
  ))
}

function Found({ part, text }: { part: Part; text: string }) {
  return (
    <span className={`found found-${part}`} title={partNames[part]}>
      {text}
      <span className="heard"> ({partNames[part]}) </span>
    </span>
  )
}

function Blocks({ blocks, content }: { blocks: readonly Block[]; content: Content }) {
  const pages = pageStarts(blocks)
  return blocks.map((block, index) => (
    <BlockText
      key={`${block.kind}${block.span.start}`}
      block={block}
      page={pages[index] ?? null}
      content={content}
    />
  ))
}

type BlockProps = {
  block: Block
  /** The number of the page that begins with it. */
  page: number | null
  content: Content
}

function BlockText({ block, page, content }: BlockProps) {
  if (block.kind === 'rule') return <hr className="found-rule" />
  if (block.kind === 'figure') return <Picture block={block} text={content.text} />
  return (
    <p
      className={`found-block found-${block.kind}-block`}
      dir={block.direction ?? 'auto'}
      lang={block.language}
      style={block.kind === 'listItem' ? ({ '--depth': block.depth } as CSSProperties) : undefined}
    >
      {page !== null && <Page number={page} />}
      {block.kind === 'footnote' && block.label !== null && (
        <bdi className="found-footnote-label">{block.label} </bdi>
      )}
      {block.kind === 'dateline' ? (
        <Dateline block={block} text={content.text} />
      ) : (
        words(block, content.text)
      )}
    </p>
  )
}

function words(block: Exclude<Block, { kind: 'rule' | 'dateline' | 'figure' }>, text: string): string {
  if (block.kind === 'table') {
    return block.rows.map((row) => row.map((cell) => slice(text, cell)).join(' | ')).join('\n')
  }
  if (block.kind !== 'listItem') return slice(text, block.span)
  return `${block.number === null ? '•' : `${block.number}.`} ${slice(text, block.span)}`
}

/** What is said of a picture, and its caption; the picture itself comes with the page, if it is kept. */
function Picture({ block, text }: { block: Extract<Block, { kind: 'figure' }>; text: string }) {
  const caption = slice(text, block.span)
  return (
    <>
      <p className="found-figure">
        <bdi lang="en">{block.alt === '' ? 'A picture' : 'A picture:'}</bdi> <bdi>{block.alt}</bdi>
      </p>
      {caption !== '' && (
        <p className="found-caption" dir={block.direction ?? 'auto'} lang={block.language}>
          {caption}
        </p>
      )}
    </>
  )
}

function Page({ number }: { number: number }) {
  return (
    // Isolated, so that the direction of the paragraph is found in its own words.
    <bdi className="found-page" lang="en">
      <span className="heard">Page </span>
      {number}
    </bdi>
  )
}

/** The dateline's own parts in their order, and the plain words between them. */
function Dateline({ block, text }: { block: Extract<Block, { kind: 'dateline' }>; text: string }) {
  const parts = (['place', 'date', 'agency'] as const)
    .flatMap((part) => (block[part] === null ? [] : [{ part, span: block[part] }]))
    .sort((a, b) => a.span.start - b.span.start)
  return (
    <>
      {parts.map(({ part, span }, index) => (
        <span key={part}>
          {slice(text, { start: parts[index - 1]?.span.end ?? block.span.start, end: span.start })}
          <Found part={part} text={slice(text, span)} />
        </span>
      ))}
      {slice(text, { start: parts.at(-1)?.span.end ?? block.span.start, end: block.span.end })}
    </>
  )
}

function slice(text: string, span: Span): string {
  return text.slice(span.start, span.end)
}
