import type { Annotation } from '../annotations/annotation.ts'
import type { Json } from '../importer.ts'
import { fieldsOf, type Fields } from '../services/fields.ts'
import { tagsIn } from '../services/tags.ts'

/** An annotation of the API or of the client's export in JSON, and a row of its table. Nothing where there is no address. */
export function readAnnotation(record: Json): Annotation[] {
  const fields = fieldsOf(record)
  const [target] = fields.list('target')
  const uri = fields.text('uri', 'url') ?? target?.text('source') ?? null
  if (uri === null) return []
  const selectors = target?.list('selector') ?? []
  const annotation: Annotation = {
    id: fields.text('id'),
    uri,
    title: titleOf(fields.object('document')),
    author: authorOf(fields),
    quote: quoteOf(selectors) ?? quoteOfRow(fields),
    body: fields.text('text', 'Comment') ?? '',
    tags: tagsIn(fields.value('tags'), ','),
    color: null,
    createdAt: fields.time('created', 'Created at'),
    position: selectorNamed(selectors, 'TextPositionSelector')?.number('start') ?? null,
    references: tagsIn(fields.value('references'), ','),
  }
  return [annotation]
}

function titleOf(document: Fields): string | null {
  const title = document.value('title')
  const first = Array.isArray(title) ? title[0] : title
  return typeof first === 'string' && first.trim() !== '' ? first.trim() : null
}

/** `mara` of `acct:mara@hypothes.is`, where nothing better is known. */
export function userName(account: string | null): string | null {
  return account?.replace(/^acct:/, '').replace(/@[^@]*$/, '') ?? null
}

function authorOf(fields: Fields): string | null {
  return fields.object('user_info').text('display_name') ?? userName(fields.text('user', 'Author'))
}

function selectorNamed(selectors: readonly Fields[], type: string): Fields | undefined {
  return selectors.find((selector) => selector.text('type') === type)
}

function quoteOf(selectors: readonly Fields[]): Annotation['quote'] {
  const selector = selectorNamed(selectors, 'TextQuoteSelector')
  const exact = wordsOf(selector?.value('exact'))
  if (exact.trim() === '') return null
  return { exact, prefix: wordsOf(selector?.value('prefix')), suffix: wordsOf(selector?.value('suffix')) }
}

/** With the white space at its ends, which tells where words end. */
function wordsOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : ''
}

/** A row of a page note has its description there, which is that of the page. */
function quoteOfRow(fields: Fields): Annotation['quote'] {
  const isQuote = /^(?:annotation|highlight)?$/i.test(fields.text('Type') ?? '')
  const exact = isQuote ? fields.text('Quote/description', 'Quote') : null
  return exact === null ? null : { exact }
}
