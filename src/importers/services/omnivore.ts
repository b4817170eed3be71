import { ok } from '../../errors.ts'
import type { Json } from '../importer.ts'
import { fieldsOf } from './fields.ts'
import { beginsAsJson, listIn, members, readJson } from './found.ts'
import { notesInMarkdown } from './omnivore-highlights.ts'
import { isOmnivoreList, readOmnivoreZip } from './omnivore-zip.ts'
import { blank, serviceImporter, type SavedFacts } from './service.ts'
import { tagsIn } from './tags.ts'
import { dayOf } from './times.ts'

/** Omnivore's export, a zip with lists of twenty articles each and a file for the text and the highlights of each; or one list. */
export const omnivore = serviceImporter({
  id: 'omnivore',
  label: 'Omnivore',
  accepts: (candidate) =>
    candidate.zip?.names.some(isOmnivoreList) ??
    beginsAsJson(candidate, /"(?:slug|labels|state)"\s*:/, /"(?:savedAt|readingProgress)"\s*:/),
  find: (candidate) => {
    if (candidate.zip !== null) return readOmnivoreZip(candidate.zip)
    const json = readJson(candidate, 'Omnivore')
    return json.ok ? ok(members(listIn(json.value), 'article')) : json
  },
  factsOf,
  placed: [
    ...[
      'id',
      'slug',
      'title',
      'description',
      'author',
      'url',
      'state',
      'readingProgress',
      'labels',
      'savedAt',
    ],
    ...['publishedAt', 'html', 'highlights', 'name', 'language', 'originalUrl'],
  ],
})

function factsOf(record: Json): SavedFacts {
  const article = fieldsOf(record)
  const progress = article.number('readingProgress')
  const highlights = article.value('highlights')
  return {
    ...blank,
    key: article.text('id'),
    url: article.text('url', 'originalUrl'),
    title: article.text('title'),
    byline: article.text('author'),
    published: dayOf(article.value('publishedAt')),
    language: article.text('language'),
    tags: tagsIn(article.value('labels'), ','),
    description: article.text('description'),
    html: article.text('html'),
    notes: typeof highlights === 'string' ? notesInMarkdown(highlights) : [],
    reading: {
      isRead: /^archived$/i.test(article.text('state') ?? ''),
      // Of a hundred.
      ...(progress === null ? {} : { progress: progress / 100 }),
    },
    addedAt: article.time('savedAt'),
  }
}
