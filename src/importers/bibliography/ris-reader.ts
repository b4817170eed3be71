import { ok } from '../../errors.ts'
import { decodeText } from '../../text/decode.ts'
import { inSpokenOrder } from '../person-names.ts'
import type { Reader } from '../services/lazy-service.ts'
import type { Found } from '../services/service.ts'
import { z } from 'zod'
import { detailsOf } from './details.ts'
import { readReferenceDate } from './reference-date.ts'
import { factsOfReference, type Reference } from './reference.ts'
import { markdownNote, plainText } from './rich-text.ts'
import { risRecords } from './ris-records.ts'

const Record = z.record(z.string(), z.array(z.string()))

/** What stands in the records of an RIS file. */
export const risReader: Reader = {
  find: ({ bytes, name }) => {
    const decoded = decodeText(bytes, name)
    if (!decoded.ok) return decoded
    const records = risRecords(decoded.value.text)
    return ok(
      records.map(({ record, line }): Found => ({ where: record['TI']?.[0] ?? `line ${line}`, record })),
    )
  },
  factsOf: (record) => factsOfReference(referenceOf(Record.safeParse(record).data ?? {})),
  placed: [
    ...[
      'TY',
      'TI',
      'T1',
      'CT',
      'BT',
      'ST',
      'AU',
      'A1',
      'A2',
      'ED',
      'A3',
      'T2',
      'JO',
      'JF',
      'JA',
      'J2',
      'DA',
      'PY',
      'Y1',
      'Y2',
    ],
    ...[
      'UR',
      'LK',
      'DO',
      'KW',
      'N1',
      'RN',
      'AB',
      'N2',
      'LA',
      'SN',
      'PB',
      'CY',
      'PP',
      'VL',
      'IS',
      'SP',
      'EP',
      'ET',
    ],
  ],
}

function referenceOf(record: z.infer<typeof Record>): Reference {
  const all = (...tags: string[]): string[] =>
    tags.flatMap((tag) => record[tag] ?? []).filter((value) => value.trim() !== '')
  const first = (...tags: string[]): string | null => all(...tags)[0] ?? null
  const text = (...tags: string[]): string | null => orNull(plainText(first(...tags) ?? ''))
  const authors = all('AU', 'A1')
  const dates = all('DA', 'PY', 'Y1').map(readReferenceDate)
  const pages = [first('SP'), first('EP')].filter((page) => page !== null).join('–')
  return {
    title: text('TI', 'T1', 'CT', 'BT', 'ST'),
    authors: (authors.length > 0 ? authors : all('A2', 'ED', 'A3')).map(inSpokenOrder),
    date: dates.find(({ published }) => published !== null) ?? dates[0] ?? readReferenceDate(null),
    url: all('UR', 'LK').flatMap((value) => value.split(/[;\s]+(?=https?:)/))[0] ?? null,
    doi: first('DO'),
    language: first('LA'),
    tags: all('KW').flatMap((value) => value.split(/\s*[;\n]\s*/)),
    abstract: text('AB', 'N2'),
    notes: all('N1', 'RN').map(markdownNote),
    addedAt: timeOfAccess(first('Y2')),
    details: detailsOf({
      container: text('T2', 'JO', 'JF', 'JA', 'J2'),
      volume: first('VL'),
      issue: first('IS'),
      pages,
      edition: text('ET'),
      publisher: text('PB'),
      place: text('CY', 'PP'),
      [first('TY') === 'JOUR' ? 'issn' : 'isbn']: first('SN'),
    }),
  }
}

/** `2026/10/06/09:12:04`; the time may be missing. */
function timeOfAccess(value: string | null): string | null {
  const { published } = readReferenceDate(value)
  const clock = /\d{1,2}:\d{2}(?::\d{2})?/.exec(value ?? '')?.[0].padStart(5, '0') ?? '00:00'
  const at = published === null ? NaN : Date.parse(`${published}T${clock}Z`)
  return Number.isNaN(at) ? null : new Date(at).toISOString()
}

function orNull(text: string): string | null {
  return text === '' ? null : text
}
