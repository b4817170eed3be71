import { Fragment, memo, type CSSProperties, type ReactNode } from 'react'
import type { Block, Content, Mark, Span } from '../../src/model/content.ts'
import { pageStarts } from '../state/page-starts.ts'
import { descriptionId } from './descriptions.ts'
import { Figure } from './figure.tsx'
import { Footnote, FootnoteReference } from './footnote.tsx'
import { byStart, markTree, marksBySpan, type Piece } from './mark-tree.ts'
import { nest, type Nested } from './nest.ts'
import { PageNumber } from './page-number.tsx'
import { Table } from './table.tsx'
import './article-text.css'

type BlockOf<K extends Block['kind']> = Extract<Block, { kind: K }>
type Style = Mark | { kind: 'place'; span: Span }

/** A block together with its number in the content, the marks that touch it, and, where a page begins with it, its number. */
type Set<B extends Block = Block> = { block: B; index: number; marks: Style[]; page: ReactNode }

type Props = { content: Content; language: string | null }

/**
 * The text as elements, rendered once for a content and never again: notes are painted over it. Every element with
 * `data-start` holds exactly the words that begin there (see `dom-span.ts`), every block is `data-block` with its
 * number and can take the focus.
 */
export const ArticleText = memo(function ArticleText({ content, language }: Props) {
  const spans = content.blocks.map((block) => block.span)
  const marks = marksBySpan(spans, content.marks)
  const ranks = headingRanks(content.blocks)
  const pages = pageStarts(content.blocks)
  const sets = content.blocks.map((block, index) => ({
    block: block.kind === 'heading' ? { ...block, level: ranks[index] ?? block.level } : block,
    index,
    marks: marks[index] ?? [],
    page: pageNumber(pages[index], language),
  }))
  return runs(sets).map((run) => <Run key={run[0]!.index} run={run} text={content.text} />)
})

function pageNumber(number: number | null | undefined, language: string | null): ReactNode {
  return typeof number === 'number' && <PageNumber number={number} language={language} />
}

/**
 * For each block that is a heading, its rank. The headline is the first heading of the page; those of the text begin below it,
 * and each stands one rank below the heading whose part it begins, whatever levels the source used.
 */
function headingRanks(blocks: readonly Block[]): (number | undefined)[] {
  const above: number[] = []
  return blocks.map((block) => {
    if (block.kind !== 'heading') return undefined
    while (above.length > 0 && above.at(-1)! >= block.level) above.pop()
    above.push(block.level)
    return Math.min(above.length + 1, 6)
  })
}

/** Neighbours that make one element together: the items of a list, the paragraphs of a quotation. */
function runs(sets: Set[]): Set[][] {
  const all: Set[][] = []
  for (const set of sets) {
    const run = all.at(-1)
    const joins = set.block.kind === 'listItem' || set.block.kind === 'quotation'
    if (run && joins && run[0]!.block.kind === set.block.kind) run.push(set)
    else all.push([set])
  }
  return all
}

function Run({ run, text }: { run: Set[]; text: string }) {
  if (isRunOf(run, 'listItem')) return <Lists items={nest(run, (item) => item.block.depth)} text={text} />
  if (isRunOf(run, 'quotation')) return <Quotation parts={quotationTree(run)} text={text} />
  return run.map((set) => (
    <Fragment key={set.index}>
      {set.page}
      <Single set={set} text={text} />
    </Fragment>
  ))
}

function isRunOf<K extends Block['kind']>(run: Set[], kind: K): run is Set<BlockOf<K>>[] {
  return run[0]?.block.kind === kind
}

function Single({ set, text }: { set: Set; text: string }) {
  const { block, marks } = set
  switch (block.kind) {
    case 'rule':
      return <hr />
    case 'table':
      return (
        <Table
          block={block}
          index={set.index}
          text={text}
          cell={(span) => <Words span={span} marks={marks} text={text} />}
        />
      )
    case 'code':
      return (
        // It may scroll sideways, so the Tab key stops at it.
        <pre {...attributes(set)} role="group" aria-label="Code" tabIndex={0} dir={block.direction ?? 'ltr'}>
          <Words span={block.span} marks={marks} text={text} />
        </pre>
      )
    case 'heading': {
      const Heading = `h${block.level as 2 | 3 | 4 | 5 | 6}` as const
      return (
        <Heading {...attributes(set)}>
          <Words span={block.span} marks={marks} text={text} />
        </Heading>
      )
    }
    case 'dateline': {
      const place: Style[] = block.place ? [{ kind: 'place', span: block.place }] : []
      return <Paragraph set={{ ...set, marks: [...marks, ...place] }} text={text} />
    }
    case 'figure':
      return (
        <Figure block={block} index={set.index}>
          <Words span={block.span} marks={marks} text={text} />
        </Figure>
      )
    case 'footnote':
      return (
        <Footnote label={block.label}>
          <Paragraph set={set} text={text} />
        </Footnote>
      )
    case 'paragraph':
    case 'listItem':
    case 'quotation':
      return <Paragraph set={set} text={text} />
  }
}

function Paragraph({ set, text }: { set: Set; text: string }) {
  return (
    <p {...attributes(set)}>
      <Words span={set.block.span} marks={set.marks} text={text} />
    </p>
  )
}

/** One level of list items; it becomes several lists where numbered items and bulleted ones follow each other. */
function Lists({ items, text }: { items: Nested<Set<BlockOf<'listItem'>>>; text: string }) {
  return listParts(items).map((part) => {
    const List = part.isOrdered ? 'ol' : 'ul'
    return (
      <List key={part.entries[0]!.key}>
        {part.entries.map(({ key, item, deeper }) => (
          <li key={key} value={item?.block.number ?? undefined} className={item ? undefined : 'bare'}>
            {item?.page}
            {item && <Paragraph set={item} text={text} />}
            {deeper.map((level, index) => (
              <Lists key={index} items={level} text={text} />
            ))}
          </li>
        ))}
      </List>
    )
  })
}

type ListItemSet = Set<BlockOf<'listItem'>>
type ListEntry = { key: number; item: ListItemSet | null; deeper: Nested<ListItemSet>[] }
type ListPart = { isOrdered: boolean; entries: ListEntry[] }

function listParts(items: Nested<ListItemSet>): ListPart[] {
  const parts: ListPart[] = []
  items.forEach((item, key) => {
    const last = parts.at(-1)
    if (Array.isArray(item)) {
      const entry = last?.entries.at(-1)
      if (entry) entry.deeper.push(item)
      else parts.push({ isOrdered: false, entries: [{ key, item: null, deeper: [item] }] })
      return
    }
    const isOrdered = item.block.number !== null
    const entry = { key, item, deeper: [] }
    if (last?.isOrdered === isOrdered) last.entries.push(entry)
    else parts.push({ isOrdered, entries: [entry] })
  })
  return parts
}

/** Quotation marks in the margin count from 1, so a run that starts at 2 is a quotation in a quotation. */
function quotationTree(run: Set<BlockOf<'quotation'>>[]): Nested<Set> {
  return nest(run, (part) => part.block.depth)
}

function Quotation({ parts, text }: { parts: Nested<Set>; text: string }) {
  return (
    <blockquote>
      {parts.map((part, index) =>
        Array.isArray(part) ? (
          <Quotation key={index} parts={part} text={text} />
        ) : (
          <Fragment key={index}>
            {part.page}
            <Paragraph set={part} text={text} />
          </Fragment>
        ),
      )}
    </blockquote>
  )
}

function attributes({ block, index }: Set) {
  return {
    'data-start': block.span.start,
    'data-block': index,
    // Said of it from the start, so that a note changes nothing here (see `block-descriptions.tsx`).
    'aria-describedby': descriptionId(index),
    tabIndex: -1,
    lang: block.language,
    dir: block.direction,
    // From it the style sheet guesses the height of what has not been laid out yet.
    style: { '--characters': block.span.end - block.span.start } as CSSProperties,
  }
}

type WordsProps = { span: Span; marks: Style[]; text: string }

function Words({ span, marks, text }: WordsProps) {
  return pieceNodes(markTree(span, marks.toSorted(byStart)), text)
}

function pieceNodes(pieces: Piece<Style>[], text: string): ReactNode[] {
  return pieces.map((piece) => (
    <Fragment key={piece.span.start}>
      {piece.kind === 'words'
        ? text.slice(piece.span.start, piece.span.end)
        : marked(piece.mark, pieceNodes(piece.pieces, text))}
    </Fragment>
  ))
}

function marked(mark: Style, words: ReactNode[]): ReactNode {
  switch (mark.kind) {
    case 'emphasis':
      return <em>{words}</em>
    case 'strong':
      return <strong>{words}</strong>
    case 'code':
      return <code>{words}</code>
    case 'strike':
      return <s>{words}</s>
    case 'superscript':
      return <sup>{words}</sup>
    case 'subscript':
      return <sub>{words}</sub>
    case 'footnoteReference':
      return <FootnoteReference label={mark.label}>{words}</FootnoteReference>
    case 'place':
      return <span className="place">{words}</span>
    case 'link':
      // No `href`: nothing in the window navigates. `article-view.tsx` opens it on a click or Enter.
      return (
        <a role="link" tabIndex={0} data-href={mark.href} title={mark.href}>
          {words}
        </a>
      )
  }
}
