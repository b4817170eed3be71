import type { ReactNode } from 'react'
import type { Block, Span } from '../../src/model/content.ts'
import { excerptOf } from '../../src/text/excerpt.ts'
import { descriptionId } from './descriptions.ts'
import './table.css'

type Props = {
  block: Extract<Block, { kind: 'table' }>
  index: number
  text: string
  /** The words of a cell. */
  cell: (span: Span) => ReactNode
}

/** A table in a box of its own, which scrolls sideways where the table is wider than the text; so the Tab key stops at it. */
export function Table({ block, index, text, cell }: Props) {
  const [head = [], ...rows] = block.rows
  return (
    <div
      className="table"
      // Not a region: a page may have fifty tables, and landmarks are for its parts.
      role="group"
      aria-label={nameOf(head, text)}
      tabIndex={0}
      data-block={index}
      aria-describedby={descriptionId(index)}
      lang={block.language}
      dir={block.direction}
    >
      <table>
        <thead>
          <tr>
            {head.map((span, column) => (
              <th key={column} scope="col" data-start={span.start}>
                {cell(span)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, number) => (
            <tr key={number}>
              {row.map((span, column) => (
                <td key={column} data-start={span.start}>
                  {cell(span)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** UTF-16 units of the headings that are said: enough to tell one table from the next. */
const told = 60

function nameOf(head: readonly Span[], text: string): string {
  const headings = head.map(({ start, end }) => text.slice(start, end)).filter((words) => words !== '')
  return headings.length === 0 ? 'Table' : `Table: ${excerptOf(headings.join(', '), told)}`
}
