import { z } from 'zod'
import { Json } from '../importer.ts'
import { addressKey } from '../services/address.ts'
import { noteOf } from '../services/notes.ts'
import { blank, type Found, type SavedFacts } from '../services/service.ts'
import type { Annotation } from './annotation.ts'
import { conversationsOf, type Conversation } from './conversations.ts'

/** All annotations of one page, as the service gives them; `owner` is whose they are, null where they are of several people. */
const Page = z.object({ uri: z.string(), owner: z.string().nullable(), annotations: z.array(Json) })
type Page = z.infer<typeof Page>

/** What a record of a service says: nothing, or something about one page or several. */
export type ReadAnnotation = (record: Json) => Annotation[]

/** Sorts annotations by their pages; where nobody is known to be their owner, it is who wrote all of them. */
export function pagesIn(found: readonly Found[], read: ReadAnnotation, owner: string | null): Found[] {
  const skipped: Found[] = []
  const records: { record: Json; annotations: Annotation[] }[] = []
  for (const one of found) {
    const annotations = 'record' in one ? read(one.record) : []
    if ('record' in one && annotations.length > 0) records.push({ record: one.record, annotations })
    else skipped.push('record' in one ? { where: one.where, reason: 'damaged' } : one)
  }
  const all = records.flatMap(({ annotations }) => annotations)
  const uris = urisOf(all)
  const whose = owner ?? onlyAuthor(all)
  const pages = new Map<string, Page>()
  for (const { record, annotations } of records) {
    for (const uri of new Set(annotations.map((annotation) => uris(annotation)))) {
      const page = pages.get(addressKey(uri))
      if (page === undefined) pages.set(addressKey(uri), { uri, owner: whose, annotations: [record] })
      else page.annotations.push(record)
    }
  }
  return [...[...pages.values()].map((page): Found => ({ where: page.uri, record: page })), ...skipped]
}

function onlyAuthor(annotations: readonly Annotation[]): string | null {
  const authors = new Set(annotations.map(({ author }) => author).filter((author) => author !== null))
  return authors.size === 1 ? ([...authors][0] ?? null) : null
}

/** Longer chains of answers to answers are a circle. */
const longestChain = 100

/** The address of the page that an annotation is on, also for an answer to another one. */
function urisOf(annotations: readonly Annotation[]): (annotation: Annotation) => string {
  const byId = new Map(annotations.map((annotation) => [annotation.id, annotation]))
  return (annotation) => {
    let { uri } = annotation
    for (let step = 0; step < longestChain && byId.has(uri); step += 1) uri = byId.get(uri)?.uri ?? uri
    return uri
  }
}

export function factsOfPage(record: Json, read: ReadAnnotation): SavedFacts {
  const page = Page.safeParse(record)
  if (!page.success) return blank
  const { uri, owner } = page.data
  const all = page.data.annotations.flatMap(read)
  const uriOf = urisOf(all)
  const annotations = all.filter((annotation) => addressKey(uriOf(annotation)) === addressKey(uri))
  const notes = conversationsOf(annotations).map((conversation) => noteIn(conversation, owner))
  const times = annotations.map(({ createdAt }) => createdAt).filter((time) => time !== null)
  return {
    ...blank,
    key: addressKey(uri),
    url: uri,
    title: annotations.find(({ title }) => title !== null)?.title ?? uri,
    notes: notes.filter((note) => note !== null),
    // ISO times of one zone sort as text.
    addedAt: times.toSorted()[0] ?? null,
  }
}

/** The names of others stand below what they wrote, and before what they answered. */
function noteIn({ annotation, answers }: Conversation, owner: string | null): ReturnType<typeof noteOf> {
  const { id, quote, body, author, color, tags, createdAt } = annotation
  const name = author === null || author === owner ? '' : `— ${author}`
  const text = [body, name, ...answers.map(answerOf)].filter((part) => part !== '').join('\n\n')
  const note = noteOf({ id, quote: quote?.exact ?? null, body: text, color, tags, createdAt })
  return note === null || quote === null ? note : { ...note, quote: { ...quote, exact: quote.exact.trim() } }
}

function answerOf({ author, body }: Annotation): string {
  return author === null ? body : `**${author}:** ${body}`
}
