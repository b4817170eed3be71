import { z } from 'zod'
import { fail, ok } from '../../errors.ts'
import { decodeText } from '../../text/decode.ts'
import type { Reader } from '../services/lazy-service.ts'
import type { Found } from '../services/service.ts'
import { timeOf } from '../services/times.ts'
import { bibTxtEntries, isBibTxt } from './bib-txt-entries.ts'
import { bibtexEntries, type BibtexEntry } from './bibtex-entries.ts'
import { detailsOf } from './details.ts'
import { latexAddress, latexText } from './latex.ts'
import { dateOfParts, readReferenceDate } from './reference-date.ts'
import { factsOfReference, type Reference, type ReferenceDate } from './reference.ts'
import { markdownNote } from './rich-text.ts'
import { texNames } from './tex-names.ts'

const Record = z.record(z.string(), z.string())

/** What stands in the entries of a BibTeX file. */
export const bibtexReader: Reader = {
  find: ({ bytes, name }) => {
    const decoded = decodeText(bytes, name)
    if (!decoded.ok) return decoded
    const { text } = decoded.value
    const { entries, damaged } = isBibTxt(text)
      ? { entries: bibTxtEntries(text), damaged: [] }
      : bibtexEntries(text)
    if (entries.length + damaged.length === 0)
      return fail({ code: 'collection-empty', name, format: 'BibTeX bibliography' })
    return ok([...entries.map(foundIn), ...damaged.map((where): Found => ({ where, reason: 'damaged' }))])
  },
  factsOf: (record) => factsOfReference(referenceOf(Record.safeParse(record).data ?? {})),
  placed: [
    ...[
      'entry type',
      'citation key',
      'title',
      'subtitle',
      'author',
      'editor',
      'date',
      'year',
      'month',
      'day',
      'url',
      'howpublished',
    ],
    ...[
      'doi',
      'eprint',
      'archiveprefix',
      'eprinttype',
      'language',
      'langid',
      'keywords',
      'keyword',
      'abstract',
      'note',
      'annote',
    ],
    ...[
      'annotation',
      'date-added',
      'timestamp',
      'urldate',
      'journal',
      'journaltitle',
      'booktitle',
      'volume',
      'number',
      'issue',
    ],
    ...[
      'pages',
      'edition',
      'publisher',
      'institution',
      'school',
      'address',
      'location',
      'isbn',
      'issn',
      'series',
      'organization',
    ],
  ],
}

function foundIn({ type, key, fields }: BibtexEntry): Found {
  return { where: key, record: { 'entry type': type, 'citation key': key, ...fields } }
}

function referenceOf(fields: z.infer<typeof Record>): Reference {
  const raw = (...names: string[]): string =>
    names.map((name) => fields[name] ?? '').find((value) => value.trim() !== '') ?? ''
  const text = (...names: string[]): string | null => orNull(latexText(raw(...names)))
  const address = (...names: string[]): string | null => orNull(latexAddress(raw(...names)))
  const title = [text('title'), text('subtitle')].filter((part) => part !== null).join(': ')
  return {
    title: orNull(title),
    authors: texNames(raw('author', 'editor')),
    date: dateIn(raw),
    url: address('url') ?? addressIn(raw('howpublished')) ?? addressIn(raw('note')) ?? arxivAddress(raw),
    doi: address('doi'),
    language: text('langid', 'language'),
    tags: latexText(raw('keywords', 'keyword')).split(/\s*[,;]\s*/),
    abstract: text('abstract'),
    notes: [text('note'), text('annote', 'annotation')].filter((note) => note !== null).map(markdownNote),
    addedAt: timeOf(raw('date-added', 'timestamp', 'urldate')),
    details: detailsOf({
      container: text('journal', 'journaltitle', 'booktitle', 'series'),
      volume: text('volume'),
      issue: text('number', 'issue'),
      pages: text('pages'),
      edition: text('edition'),
      publisher: text('publisher', 'institution', 'school', 'organization'),
      place: text('address', 'location'),
      isbn: text('isbn'),
      issn: text('issn'),
    }),
  }
}

/** BibLaTeX's `date`, or the year, month and day of BibTeX; a month may be its name. */
function dateIn(raw: (...names: string[]) => string): ReferenceDate {
  if (raw('date') !== '') return readReferenceDate(latexText(raw('date')))
  const month = latexText(raw('month')).toLowerCase()
  // `feb`, `"february"`, `{2}`, `{12 feb}`: macros stand as their own names.
  const named = 'janfebmaraprmayjunjulaugsepoctnovdec'.indexOf(/[a-z]{3}/.exec(month)?.[0] ?? '-') / 3 + 1
  const number = named >= 1 ? named : Number(/\d+/.exec(month)?.[0] ?? NaN)
  const day = raw('day') || (named >= 1 ? (/\d{1,2}/.exec(month)?.[0] ?? '') : '')
  const date = dateOfParts([latexText(raw('year')), number, day])
  return date.text === null ? readReferenceDate(latexText(raw('year'))) : date
}

/** An address among other words. */
function addressIn(value: string): string | null {
  const found = /https?:\/\/[^\s{}]+/.exec(value)?.[0]
  return found === undefined ? null : latexAddress(found).replace(/[.,;]$/, '')
}

function arxivAddress(raw: (...names: string[]) => string): string | null {
  const isArxiv = /^arxiv$/i.test(raw('archiveprefix', 'eprinttype').trim())
  return isArxiv && raw('eprint') !== '' ? `https://arxiv.org/abs/${latexAddress(raw('eprint'))}` : null
}

function orNull(text: string): string | null {
  return text === '' ? null : text
}
