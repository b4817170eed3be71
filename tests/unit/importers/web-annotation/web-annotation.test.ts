import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { webAnnotation } from '../../../../src/importers/web-annotation/web-annotation.ts'
import { collection, notesOf } from '../collections.ts'
import { candidate, now } from '../samples/sample.ts'

const context = 'http://www.w3.org/ns/anno.jsonld'
const page = 'https://example.com/harbour'
const words = { type: 'TextQuoteSelector', exact: 'the tide table', prefix: 'On ', suffix: ' of 1961' }

function annotation(rest: Record<string, unknown>): Record<string, unknown> {
  return {
    '@context': context,
    id: 'urn:1',
    type: 'Annotation',
    target: { source: page, selector: words },
    ...rest,
  }
}

async function notesIn(json: unknown): Promise<[string | null, string][]> {
  return (await collection('a.jsonld', JSON.stringify(json))).entries.flatMap(notesOf)
}

describe('a body', () => {
  test.each([
    ['a text', { type: 'TextualBody', value: 'Why?' }, 'Why?'],
    ['several', [{ value: 'Why?' }, { type: 'TextualBody', value: 'When?' }], 'Why?\n\nWhen?'],
    ['HTML', { type: 'TextualBody', value: '<p>Why <b>now</b>?</p>', format: 'text/html' }, 'Why now?'],
    ['an address', 'https://example.com/note', '<https://example.com/note>'],
    ['a film', { id: 'https://example.com/film.mp4', type: 'Video' }, '<https://example.com/film.mp4>'],
    [
      'a part of something',
      { type: 'SpecificResource', source: 'https://example.com/a', purpose: 'linking' },
      '<https://example.com/a>',
    ],
    [
      'a text in something',
      { type: 'SpecificResource', source: { type: 'TextualBody', value: 'Why?' } },
      'Why?',
    ],
    ['a choice', { type: 'Choice', items: [{ value: 'Why?' }, { value: 'Warum?' }] }, 'Why?\n\nWarum?'],
    ['nothing to link to', 'urn:isbn:123', 'urn:isbn:123'],
    ['a script', 'javascript:alert(1)', 'javascript:alert(1)'],
  ])('may be %s', async (_, body, text) => {
    expect(await notesIn(annotation({ body }))).toEqual([['the tide table', text]])
  })

  test('may be a bare text', async () => {
    expect(await notesIn(annotation({ bodyValue: 'Why?' }))).toEqual([['the tide table', 'Why?']])
  })

  test('that is there to tag is a tag, by its own purpose or the annotation’s', async () => {
    const own = await collection(
      'a.json',
      JSON.stringify(annotation({ body: [{ value: 'tides', purpose: 'tagging' }, { value: 'Why?' }] })),
    )
    expect(own.entries[0]?.notes).toMatchObject([{ tags: ['tides'], body: 'Why?' }])
    const all = await collection(
      'a.json',
      JSON.stringify(annotation({ motivation: 'tagging', body: { value: 'tides' } })),
    )
    expect(all.entries[0]?.notes).toMatchObject([{ tags: ['tides'], body: '' }])
  })

  test('that says how the words are marked gives the colour', async () => {
    const { entries } = await collection(
      'a.json',
      JSON.stringify(
        annotation({
          body: [
            { value: '#6aa84f', purpose: 'highlighting' },
            { value: 'Why?', tag: 'tides' },
          ],
        }),
      ),
    )
    expect(entries[0]?.notes).toMatchObject([{ color: 'green', tags: ['tides'], body: 'Why?' }])
  })

  test('that only tags is a note on the whole where no words are marked', async () => {
    const { entries } = await collection(
      'a.json',
      JSON.stringify(annotation({ target: page, body: { value: 'tides', purpose: 'tagging' } })),
    )
    expect(entries[0]?.notes).toMatchObject([{ quote: null, body: '', tags: ['tides'] }])
  })

  test('need not be there: then it is a highlight', async () => {
    expect(await notesIn(annotation({ motivation: 'highlighting' }))).toEqual([['the tide table', '']])
  })
})

describe('a target', () => {
  const onWhole = { body: 'https://example.com/note' }
  test.each([
    ['an address', page, null],
    ['a resource', { id: page, format: 'text/html' }, null],
    ['with one selector', { source: page, selector: words }, 'the tide table'],
    [
      'with several',
      { source: page, selector: [{ type: 'TextPositionSelector', start: 3, end: 9 }, words] },
      'the tide table',
    ],
    [
      'with a selector in another',
      { source: page, selector: { type: 'FragmentSelector', value: 'p1', refinedBy: words } },
      'the tide table',
    ],
    [
      'with a source of its own',
      { type: 'SpecificResource', source: { id: page, type: 'Text' }, selector: words },
      'the tide table',
    ],
    ['in a list', { type: 'List', items: [{ source: page, selector: words }] }, 'the tide table'],
    [
      'with a selector that Lectern has no use for',
      { source: page, selector: { type: 'XPathSelector', value: '/p[1]' } },
      null,
    ],
    ['with the name of a selector', { source: page, selector: 'urn:selector' }, null],
    [
      'with a range that begins at words',
      {
        source: page,
        selector: {
          type: 'RangeSelector',
          startSelector: words,
          endSelector: { type: 'XPathSelector', value: '/p[2]' },
        },
      },
      'the tide table',
    ],
    [
      'with words in a fragment',
      {
        source: page,
        selector: { type: 'FragmentSelector', value: ':~:text=On-,the%20tide%20table,-of%201961' },
      },
      'the tide table',
    ],
    ['with words in its address', `${page}#:~:text=the%20tide%20table`, 'the tide table'],
    ['with the ends of words in its address', `${page}#:~:text=the,table`, null],
    ['with an address that is no code', `${page}#:~:text=100%`, '100%'],
    ['that is a part of a page', `${page}#xywh=1,2,3,4`, null],
  ])('%s', async (_, target, quote) => {
    const { entries } = await collection('a.json', JSON.stringify(annotation({ ...onWhole, target })))
    expect(entries.map(({ draft }) => draft.url)).toEqual([page])
    expect(entries.flatMap(notesOf)).toEqual([[quote, '<https://example.com/note>']])
  })

  test('of several each gets the note', async () => {
    const { entries } = await collection(
      'a.json',
      JSON.stringify(annotation({ bodyValue: 'Both.', target: [page, `${page}/2`] })),
    )
    expect(entries.map(({ draft }) => draft.url)).toEqual([page, `${page}/2`])
    expect(entries.flatMap(notesOf)).toEqual([
      [null, 'Both.'],
      [null, 'Both.'],
    ])
  })
})

describe('annotations come', () => {
  const two = [annotation({ bodyValue: 'One.' }), annotation({ id: 'urn:2', bodyValue: 'Two.' })]
  test.each([
    ['in a list', two],
    ['in a page', { '@context': context, type: 'AnnotationPage', items: two }],
    [
      'in a collection',
      {
        '@context': context,
        type: 'AnnotationCollection',
        total: 2,
        first: { type: 'AnnotationPage', items: two },
      },
    ],
    [
      'in a graph',
      { '@context': context, '@graph': [...two, { id: 'urn:person', type: 'Person', name: 'Mara' }] },
    ],
    [
      'in Readium’s set',
      { '@context': 'https://readium.org/annotations/context.jsonld', type: 'AnnotationSet', items: two },
    ],
  ])('%s', async (_, json) => {
    const { importer, entries, listing } = await collection('a.json', JSON.stringify(json))
    expect(importer).toBe('web-annotation')
    expect(entries.flatMap(notesOf).map(([, body]) => body)).toEqual(['One.', 'Two.'])
    expect(listing.skipped).toEqual([])
  })

  test('with others that are none, which are told', async () => {
    const { listing, entries } = await collection(
      'a.json',
      JSON.stringify([...two, { '@context': context, id: 'urn:3', body: 'x' }, 'x', 7]),
    )
    expect(entries).toHaveLength(1)
    expect(listing.skipped.map(({ where, reason }) => [where, reason])).toEqual([
      ['urn:3', 'damaged'],
      [expect.any(String), 'damaged'],
    ])
  })

  test('from several people with their names, and as answers to others', async () => {
    const json = [
      annotation({
        bodyValue: 'One.',
        creator: { type: 'Person', name: 'Mara' },
        created: '2026-10-05T10:00:00Z',
      }),
      {
        '@context': context,
        id: 'urn:2',
        type: 'Annotation',
        motivation: 'replying',
        bodyValue: 'Two.',
        target: 'urn:1',
        creator: 'Otto',
      },
    ]
    expect(await notesIn(json)).toEqual([['the tide table', 'One.\n\n— Mara\n\n**Otto:** Two.']])
  })

  test('as the draft of 2013 had them', async () => {
    const old = {
      '@context': 'http://www.w3.org/ns/oa.jsonld',
      '@id': 'urn:1',
      '@type': 'oa:Annotation',
      annotatedAt: '2013-10-05T10:00:00Z',
      hasBody: { '@type': ['cnt:ContentAsText', 'dctypes:Text'], chars: 'Why?' },
      hasTarget: {
        '@type': 'oa:SpecificResource',
        hasSource: page,
        hasSelector: { '@type': 'oa:TextQuoteSelector', exact: 'the tide table' },
      },
    }
    const { entries } = await collection('a.json', JSON.stringify(old))
    expect(entries.flatMap(notesOf)).toEqual([['the tide table', 'Why?']])
    expect(entries[0]).toMatchObject({ addedAt: '2013-10-05T10:00:00.000Z', draft: { url: page } })
  })
})

test('whatever the JSON, it is read or refused', async () => {
  const key = fc.constantFrom(
    'type',
    'body',
    'target',
    'source',
    'selector',
    'items',
    'first',
    'value',
    'refinedBy',
    'id',
    'exact',
    '@list',
  )
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom('Annotation', page, 'x', null, 7),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(key, tie('value'), { maxKeys: 4 }),
    ),
  }))
  await fc.assert(
    fc.asyncProperty(value, async (json) => {
      const file = await candidate(
        'a.json',
        new TextEncoder().encode(JSON.stringify([annotation({ body: json }), json])),
      )
      const listing = await webAnnotation.list(file)
      const items = listing.ok ? listing.value.items : []
      const read = await Promise.all(items.map(({ record }) => webAnnotation.read(record, now)))
      expect(read.filter((entry) => !entry.ok)).toEqual([])
    }),
    { numRuns: 500 },
  )
})
