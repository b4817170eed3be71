import type { Json } from '../../../../src/importers/importer.ts'
import { instantSign } from './written.ts'

/** `document` makes one of the members of its list; `isList` where it is nothing else. */
export type JsonFormat = {
  importer: string
  list: Json[]
  document(list: Json[]): Json
  isList: boolean
  /** What walks a tree, or is read by somebody else’s parser, does not tell all that it leaves out. */
  tells: 'everything' | 'unknown fields' | 'nothing'
}

function whole(list: Json[]): Json {
  return list
}

export const formats: JsonFormat[] = [
  {
    importer: 'omnivore',
    document: whole,
    isList: true,
    tells: 'everything',
    list: [
      { id: 'a1', slug: 'one', title: 'One &amp; all', description: 'About', author: 'Mara Ellison', url: 'https://example.com/1', state: 'Archived', readingProgress: 50, thumbnail: null, labels: ['sea', 'slow web'], savedAt: instantSign, updatedAt: instantSign, publishedAt: '2020-09-01T00:00:00.000Z' },
      { id: 'a2', slug: 'two', title: 'Two', description: null, author: null, url: 'https://example.com/2', state: 'Active', readingProgress: 0, thumbnail: null, labels: [], savedAt: instantSign, updatedAt: instantSign, publishedAt: null },
    ],
  },
  {
    importer: 'wallabag',
    document: whole,
    isList: true,
    tells: 'everything',
    list: [
      { id: 1, uid: null, title: 'One', url: 'https://example.com/1', is_archived: 1, is_starred: 0, tags: [{ id: 3, label: 'slow web', slug: 'slow-web' }], content: '<p>Water keeps no hours.</p>', created_at: instantSign, updated_at: instantSign, published_at: '2020-09-01T00:00:00+0200', published_by: ['Mara Ellison'], language: 'en_GB', mimetype: 'text/html', reading_time: 2, annotations: [{ id: 8, text: 'why?', quote: 'no hours', created_at: instantSign, ranges: [{ start: '/p[1]', startOffset: '12', end: '/p[1]', endOffset: '20' }] }] },
      { id: 2, uid: null, title: null, url: 'https://example.com/2', is_archived: 0, is_starred: 1, tags: [], content: null, created_at: instantSign, annotations: [] },
    ],
  },
  {
    importer: 'karakeep',
    document: (bookmarks) => ({
      bookmarks,
      lists: [
        { id: 'l1', name: 'Sea', description: null, icon: '🌊', type: 'manual', query: null, parentId: null },
        { id: 'l2', name: 'Harbours', description: null, icon: '⚓', type: 'manual', query: null, parentId: 'l1' },
      ],
    }),
    isList: false,
    tells: 'everything',
    list: [
      { createdAt: 1_600_322_788, title: 'One', tags: ['slow web'], lists: ['l2'], content: { type: 'link', url: 'https://example.com/1' }, note: 'Mine.', archived: true },
      { createdAt: 1_600_322_788, title: null, tags: [], lists: [], content: { type: 'text', text: 'First.\n\nMore.' }, note: null, archived: false },
    ],
  },
  {
    importer: 'linkwarden',
    document: (links) => ({
      uuid: 'x', name: 'Mara', collectionOrder: [1], linksRouteTo: 'ORIGINAL', archiveAsMonolith: true,
      collections: [{ id: 1, name: 'Sea', parentId: null, color: '#0ea5e9', links }, { id: 2, name: 'Harbours', parentId: 1, links: [] }],
      pinnedLinks: [{ id: 12, url: 'https://example.com/2' }],
    }),
    isList: false,
    tells: 'everything',
    list: [
      { id: 11, name: 'One', type: 'url', description: 'About', url: 'https://example.com/1', tags: [{ id: 5, name: 'slow web' }], createdAt: instantSign, importDate: null, collectionId: 1, highlights: [{ id: 3, text: 'the wind', comment: 'why?', color: 'green', startOffset: 4, createdAt: instantSign }] },
      { id: 12, name: 'Two', type: 'url', description: '', url: 'https://example.com/2', tags: [], createdAt: instantSign, importDate: null, collectionId: 1 },
    ],
  },
  {
    importer: 'pinboard',
    document: whole,
    isList: true,
    tells: 'everything',
    list: [
      { href: 'https://example.com/1', description: 'One', extended: 'About', meta: 'm', hash: 'h', time: instantSign, shared: 'yes', toread: 'no', tags: 'sea slow_web' },
      { href: 'https://example.com/2', description: 'Two', extended: '', meta: 'm', hash: 'h', time: instantSign, shared: 'no', toread: 'yes', tags: '' },
    ],
  },
  {
    importer: 'readability',
    document: (bookmarks) => ({ bookmarks, recommendations: [] }),
    isList: false,
    tells: 'everything',
    list: [{ article__url: 'https://example.com/1', article__title: 'One', article__excerpt: 'About&hellip;', favorite: true, archive: false, date_added: instantSign, date_favorited: null, date_archived: null, tags: [] }],
  },
  {
    importer: 'hypothesis',
    document: (annotations) => ({ export_date: instantSign, export_userid: 'acct:mara@hypothes.is', client_version: '1', annotations }),
    isList: false,
    tells: 'everything',
    list: [
      { id: 'h1', created: instantSign, updated: instantSign, user: 'acct:mara@hypothes.is', uri: 'https://example.com/1', text: 'why?', tags: ['sea'], group: '__world__', document: { title: ['One'] }, target: [{ source: 'https://example.com/1', selector: [{ type: 'TextPositionSelector', start: 12, end: 20 }, { type: 'TextQuoteSelector', exact: 'no hours', prefix: 'keeps ', suffix: '.' }] }] },
      { id: 'h2', created: instantSign, updated: instantSign, user: 'acct:otto@hypothes.is', uri: 'https://example.com/1', text: 'Indeed.', tags: [], group: '__world__', references: ['h1'], document: { title: ['One'] }, target: [{ source: 'https://example.com/1' }] },
      { id: 'h3', created: instantSign, updated: instantSign, user: 'acct:mara@hypothes.is', uri: 'https://example.com/1', text: 'On all of it', tags: ['page'], group: '__world__', document: { title: ['One'] }, target: [{ source: 'https://example.com/1' }] },
    ],
  },
  {
    importer: 'web-annotation',
    document: (items) => ({ '@context': 'http://www.w3.org/ns/anno.jsonld', id: 'https://example.com/c', type: 'AnnotationCollection', total: 2, first: { id: 'https://example.com/c?1', type: 'AnnotationPage', items } }),
    isList: false,
    tells: 'unknown fields',
    list: [
      { id: 'urn:1', type: 'Annotation', motivation: 'commenting', created: instantSign, creator: { type: 'Person', name: 'Mara' }, body: [{ type: 'TextualBody', value: 'why?', purpose: 'commenting' }, { type: 'TextualBody', value: 'sea', purpose: 'tagging' }], target: { source: 'https://example.com/1', selector: { type: 'FragmentSelector', value: 'p1', refinedBy: { type: 'TextQuoteSelector', exact: 'no hours', prefix: 'keeps ', suffix: '.' } } } },
      { id: 'urn:2', type: 'Annotation', created: instantSign, creator: 'https://example.com/mara', bodyValue: 'On all', target: 'https://example.com/1' },
    ],
  },
  {
    importer: 'csl-json',
    document: whole,
    isList: true,
    tells: 'everything',
    list: [
      { id: 'x1', type: 'article-newspaper', title: 'One', 'container-title': 'Tide Quarterly', author: [{ family: 'Ellison', given: 'Mara' }], issued: { 'date-parts': [[2026, 10, 5]] }, accessed: { 'date-parts': [['2026', 10, 6]] }, URL: 'https://example.com/1', abstract: 'About', page: '3-9', volume: 4 },
      { id: 'x2', type: 'book', title: 'Two', author: [{ literal: 'Harbour Board' }], issued: { raw: '5 October 2026' }, ISBN: '978' },
    ],
  },
  {
    importer: 'chrome-bookmarks',
    document: (children) => ({ checksum: 'c', roots: { bookmark_bar: { id: '1', name: 'Bookmarks bar', type: 'folder', date_added: '13244796388000000', children: [{ id: '4', name: 'Sea', type: 'folder', children }] }, other: { id: '2', name: 'Other', type: 'folder', children: [] } }, version: 1 }),
    isList: false,
    tells: 'unknown fields',
    list: [{ id: '7', guid: 'g', name: 'One', type: 'url', url: 'https://example.com/1', date_added: '13244796388000000' }],
  },
  {
    importer: 'firefox-bookmarks',
    document: (children) => ({ guid: 'root________', title: '', type: 'text/x-moz-place-container', root: 'placesRoot', children: [{ title: 'menu', root: 'bookmarksMenuFolder', type: 'text/x-moz-place-container', children: [{ title: 'Sea', type: 'text/x-moz-place-container', children }] }] }),
    isList: false,
    tells: 'unknown fields',
    list: [{ guid: 'a', title: 'One', index: 0, dateAdded: 1_600_322_788_000_000, type: 'text/x-moz-place', uri: 'https://example.com/1', tags: 'slow,web' }],
  },
  {
    importer: 'feed',
    document: (items) => ({ version: 'https://jsonfeed.org/version/1.1', title: 'Tides', home_page_url: 'https://example.com/', items }),
    isList: false,
    tells: 'nothing',
    list: [
      { id: 'https://example.com/1', url: 'https://example.com/1', title: 'One', content_html: '<p>Water keeps no hours.</p>', date_published: '2020-09-17T06:06:28Z', tags: ['sea'], authors: [{ name: 'Mara Ellison' }] },
      { id: '2', external_url: 'https://example.com/2', content_text: 'Only text.', summary: 'Short' },
    ],
  },
] // prettier-ignore
