import type { Draft } from '../../src/model/article.ts'
import type { Block, Content, Furniture, FurniturePart, Span } from '../../src/model/content.ts'

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
          {leftOut} more paragraphs, all of them kept
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
  return blocks.map((block) => (
    <BlockText key={`${block.kind}${block.span.start}`} block={block} content={content} />
  ))
}

function BlockText({ block, content }: { block: Block; content: Content }) {
  if (block.kind === 'rule') return <hr className="found-rule" />
  return (
    <p
      className={`found-block found-${block.kind}-block`}
      dir={block.direction ?? 'auto'}
      lang={block.language}
    >
      {block.kind === 'dateline' ? (
        <Dateline block={block} text={content.text} />
      ) : (
        words(block, content.text)
      )}
    </p>
  )
}

function words(block: Exclude<Block, { kind: 'rule' | 'dateline' }>, text: string): string {
  if (block.kind === 'table') {
    return block.rows.map((row) => row.map((cell) => slice(text, cell)).join(' | ')).join('\n')
  }
  if (block.kind !== 'listItem') return slice(text, block.span)
  return `${block.number === null ? '•' : `${block.number}.`} ${slice(text, block.span)}`
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
