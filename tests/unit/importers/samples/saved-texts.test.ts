import { describe, expect, test } from 'vitest'
import { notesOf, readCollection } from '../collections.ts'
import { hasSamples, sample } from './sample.ts'

describe.skipIf(!hasSamples)('samples of Omnivore', () => {
  test('the zip, with texts and highlights', async () => {
    const { importer, listing, entries } = await readCollection(
      await sample('omnivore/made-omnivore-export.zip'),
    )
    expect(importer).toBe('omnivore')
    expect(listing).toMatchObject({ skipped: [], unplaced: ['thumbnail', 'updatedAt'] })
    expect(listing.items.map(({ notes, hasText }) => [notes, hasText])).toEqual([[3, true], [0, true], [0, true]]) // prettier-ignore
    expect(entries.map(({ draft }) => [draft.facts.byline, draft.facts.tags, draft.facts.published])).toEqual(
      [
        ['Juliette Garnier', ['RSS'], '2024-10-29'],
        ['Le Monde avec AFP', ['RSS'], '2024-10-29'],
        ['Le Monde', ['RSS', 'TEST'], '2024-10-29'],
      ],
    )
    expect(entries.map(({ reading }) => reading)).toEqual([
      { isRead: true, progress: 0 },
      { isRead: false, progress: 0 },
      { isRead: false, progress: 0 },
    ])
    expect(entries.map(({ addedAt }) => addedAt)).toEqual([
      '2024-10-29T16:30:11.000Z',
      '2024-10-29T16:21:32.000Z',
      '2024-10-29T16:09:19.000Z',
    ])
    expect(entries.map(({ draft }) => [draft.content.blocks.length, draft.isOnlyLink])).toEqual([[2, false], [2, false], [2, false]]) // prettier-ignore
    expect(entries[0]!.draft.content.text).toMatch(/\n\nSecond paragraph & entity\.$/)
    expect(notesOf(entries[0]!)).toEqual([
      ['A first quote over\n\ntwo lines', 'My note on it.'],
      ['Second quote, no note', ''],
      [null, 'A page note.'],
    ])
    expect(entries[0]!.notes[0]!.tags).toEqual(['essays', 'slow-web'])
  })

  test('a list of twenty', async () => {
    const { importer, listing, entries } = await readCollection(
      await sample('omnivore/metadata_0_to_20.json'),
    )
    expect(importer).toBe('omnivore')
    expect(listing.skipped).toEqual([])
    expect(entries).toHaveLength(20)
    expect(entries.filter(({ reading }) => reading.isRead)).toHaveLength(1)
    expect(entries.every(({ draft, addedAt }) => draft.isOnlyLink && draft.facts.published !== null && addedAt !== null)).toBe(true) // prettier-ignore
    expect(entries.filter(({ draft }) => draft.facts.tags.includes('TEST'))).toHaveLength(1)
    expect(
      entries.every(({ draft }) => draft.content.blocks.length === 2 && draft.facts.language === 'fr'),
    ).toBe(true)
  })
})

describe.skipIf(!hasSamples)('samples of wallabag', () => {
  async function read(name: string) {
    const { importer, listing, entries } = await readCollection(await sample(`wallabag/${name}`))
    expect(importer).toBe('wallabag')
    expect(listing.skipped).toEqual([])
    const items = entries.map(({ draft, reading, addedAt }) => ({
      ...draft.facts,
      ...reading,
      addedAt,
      draft,
    }))
    return { unplaced: listing.unplaced, items }
  }

  test('version 1', async () => {
    const { unplaced, items } = await read('wallabag-v1.json')
    expect(unplaced).toEqual(['user_id'])
    expect(items).toMatchObject([
      { tags: ['Framabag'], isRead: false, isStarred: false, addedAt: null, language: 'fr' },
      { title: 'wallabag/wallabag', tags: [], isRead: true, isStarred: false, language: 'en' },
    ])
    expect(items.map(({ draft }) => draft.isOnlyLink)).toEqual([false, false])
    expect(items[0]!.draft.words).toBeGreaterThan(1000)
  })

  test('version 2, read', async () => {
    const { items } = await read('wallabag-v2-read.json')
    expect(items.map(({ isRead, isStarred, language, tags }) => [isRead, isStarred, language, tags])).toEqual(
      [
        [true, false, 'en', []],
        [false, false, 'en', []],
      ],
    )
    expect(items.map(({ addedAt }) => addedAt)).toEqual([
      '2016-09-08T09:55:58.000Z',
      '2016-09-08T09:55:58.000Z',
    ])
    expect(items.every(({ draft }) => draft.words > 200)).toBe(true)
  })

  test('version 2, with ids and states in several types', async () => {
    const { unplaced, items } = await read('wallabag-v2.json')
    expect(unplaced).toEqual(['updated_at', 'mimetype', 'reading_time', 'domain_name', 'preview_picture'])
    expect(items.map(({ isStarred }) => isStarred)).toEqual([true, false, true, false, false, false])
    expect(items.map(({ tags }) => tags)).toEqual([['mediapart', 'blog'], [], [], [], [], []])
    expect(items.map(({ language }) => language)).toEqual(['fr', 'fr', 'en', 'fr', 'fr-FR', 'en'])
    expect(items[3]!.draft.url).toBe('https://fr.wikipedia.org/wiki/Échecs')
    expect(items[3]!.draft.words).toBeGreaterThan(10_000)
    expect(items[2]!.draft.content.text).toBe('Oh, what a shame, no content')
  })
})
