import { fail, ok, type Result } from '../../errors.ts'
import { decodeText } from '../../text/decode.ts'
import { columnsOf, readCsv } from '../csv.ts'
import type { Json } from '../importer.ts'
import type { Candidate, SourceFile, Zip } from '../source-file.ts'
import { fieldsOf, plainName } from './fields.ts'
import type { Found } from './service.ts'

type File = Pick<SourceFile, 'name' | 'bytes'>

/** The rows of a table; `format` is its name for people. */
export function rowsOf(file: File, format: string): Result<Found[]> {
  const csv = readCsv(file, format)
  if (!csv.ok) return csv
  const rows: Found[] = csv.value.rows.map(({ line, cells }) => ({ where: `line ${line}`, record: cells }))
  const damaged: Found[] = csv.value.damaged.map((line) => ({ where: `line ${line}`, reason: 'damaged' }))
  return ok([...rows, ...damaged])
}

/** An entry of a zip as a file; errors call it by its name. */
export async function entryOf(zip: Zip, name: string): Promise<Result<File>> {
  const bytes = await zip.read(name)
  return bytes.ok ? ok({ name, bytes: bytes.value }) : bytes
}

/** Whether a table begins with a header that has all of these columns, whatever else it has. */
export function hasColumns({ head }: Candidate, ...names: string[]): boolean {
  if (/^\s*[<[{]/.test(head)) return false
  const columns = new Set(columnsOf(head).map(plainName))
  return names.every((name) => name.split('|').some((one) => columns.has(plainName(one))))
}

/** Whether a file begins as JSON and has all of this near its beginning. */
export function beginsAsJson({ head }: Candidate, ...shapes: RegExp[]): boolean {
  return /^\s*[[{]/.test(head) && shapes.every((shape) => shape.test(head))
}

/** Deeper than any export nests; what walks and writes JSON has a stack that ends somewhere. */
const deepest = 256

/** `format` is its name for people. */
export function readJson({ name, bytes }: File, format: string): Result<Json> {
  const decoded = decodeText(bytes, name)
  if (!decoded.ok) return decoded
  const { text } = decoded.value
  const broken = (reason: string): Result<never> => fail({ code: 'format-broken', name, format, reason })
  try {
    const value = JSON.parse(text) as Json
    return isTooDeep(value) ? broken(`it nests deeper than ${deepest} levels`) : ok(value)
  } catch (error) {
    return broken(`it is no valid JSON${placeIn(text, error)}`)
  }
}

/** Level by level, so that the depth itself costs no stack. */
function isTooDeep(value: Json): boolean {
  let level: Json[] = [value]
  for (let depth = 0; depth < deepest && level.length > 0; depth += 1) {
    level = level.flatMap((node) => (typeof node === 'object' && node !== null ? Object.values(node) : []))
  }
  return level.length > 0
}

/** V8 tells the place of a fault only in its message, and not always. */
function placeIn(text: string, error: unknown): string {
  const position = /position (\d+)/.exec(String(error))?.[1]
  if (position !== undefined) return `, in line ${text.slice(0, Number(position)).split('\n').length}`
  return /end of JSON input|Unterminated/.test(String(error)) ? '; it breaks off at the end' : ''
}

/** What servers call the list in their answers. */
const wrappers = ['items', 'data', 'results', 'response', 'entries']

/** The list that a document is, or the one that it has under one of the names or of those that servers use, however deep. */
export function listIn(json: Json | undefined, ...names: string[]): Json | undefined {
  if (json === undefined || Array.isArray(json)) return json
  return listIn(fieldsOf(json).value(...names, ...wrappers), ...names)
}

/** The members of a list, by their numbers from 1; nothing of what is no list. */
export function members(list: Json | undefined, what: string): Found[] {
  if (!Array.isArray(list)) return []
  return list.map((record, index) => ({ where: `${what} ${index + 1}`, record }))
}
