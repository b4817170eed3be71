import papaparse from 'papaparse'
import { fail, ok, type Result } from '../errors.ts'
import { decodeText } from '../text/decode.ts'
import type { SourceFile } from './source-file.ts'

/** A row by the names of its columns, as the file writes them; cells beyond the last column go by their number. */
export type CsvRow = { line: number; cells: Record<string, string> }

/** `damaged` are the lines of rows that can't be told from what follows: a quotation mark was never closed. */
export type Csv = { rows: CsvRow[]; damaged: number[] }

/**
 * The rows below a header. Rows with fewer or more cells than it are read all the same, empty ones are left out. `format` is
 * for the errors, the format's name for people.
 */
export function readCsv(source: Pick<SourceFile, 'bytes' | 'name'>, format: string): Result<Csv> {
  const decoded = decodeText(source.bytes, source.name)
  if (!decoded.ok) return decoded
  const text = decoded.value.text
  const { data, errors } = papaparse.parse<string[]>(text, { delimiter: delimiterOf(text), newline: '\n' })
  const open = errors.find((error) => error.code === 'MissingQuotes')?.row ?? data.length
  const header = data.findIndex((cells) => cells.length > 1 && !/^sep=$/i.test(cells[0]!))
  const broken = (reason: string): Result<never> =>
    fail({ code: 'format-broken', name: source.name, format, reason })
  if (header === -1) return broken('it has no line with the names of columns')
  const names = namesOf(data[header]!)
  const csv: Csv = { rows: [], damaged: [] }
  let line = 1
  for (const [index, cells] of data.entries()) {
    if (index >= open) csv.damaged.push(line)
    else if (index > header && cells.some((cell) => cell.trim() !== ''))
      csv.rows.push({ line, cells: rowOf(names, cells) })
    line += linesIn(cells)
  }
  return open <= header ? broken('a quotation mark in its first line is never closed') : ok(csv)
}

/** The names of the columns that a text begins with, in their order; a line that only Excel reads is passed over. */
export function columnsOf(head: string): string[] {
  const line = head
    .split(/[\n\r]/)
    .find((candidate) => candidate.trim() !== '' && !/^sep=.$/i.test(candidate.trim()))
  const cells = papaparse.parse<string[]>(line ?? '', { delimiter: delimiterOf(head) }).data[0] ?? []
  return cells.map((cell) => cell.trim())
}

/**
 * What parts the cells of the header, which no name has in it. Guessing by all lines, as papaparse does, takes the pipes
 * between tags for it.
 */
function delimiterOf(text: string): string {
  const told = /^sep=(.)\s*$/im.exec(text.slice(0, 10))?.[1]
  if (told !== undefined) return told
  const first = /[^\n]*[,;\t|][^\n]*/.exec(text)?.[0] ?? ''
  const counts = [',', ';', '\t', '|'].map((sign) => ({ sign, count: first.split(sign).length }))
  return counts.reduce((most, one) => (one.count > most.count ? one : most)).sign
}

/** Columns without a name, or with one that was there before, go by their number. */
function namesOf(header: readonly string[]): string[] {
  const names = header.map((name) => name.trim())
  return names.map((name, index) =>
    name === '' || names.indexOf(name) < index ? `column ${index + 1}` : name,
  )
}

function rowOf(names: readonly string[], cells: readonly string[]): Record<string, string> {
  return Object.fromEntries(cells.map((cell, index) => [names[index] ?? `column ${index + 1}`, cell]))
}

function linesIn(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 1)
}
