import { readdir, readFile, unlink, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { placedNotes } from '../../../main/library/page.ts'
import { knownStories } from '../../../main/library/stories.ts'
import { verify } from '../../../main/library/verify.ts'
import { temporaryFolder } from './folder.ts'
import { listOf, openLibrary, valueOf, yellow, newStory, readDraft } from './opened-library.ts'

const first = `Harbour board keeps the night boat

The harbour board voted on Monday to keep the night boat for two more years.

"Nobody on the island sleeps better without it," the chairwoman, Ada Fenn, told reporters after the vote.

The money comes from the port's own reserve, which holds four million crowns.

A decision on the summer timetable was put off until the spring meeting.
`

const second = first
  .replace('for two more years', 'for three more years')
  .replace(
    'A decision on the summer timetable was put off until the spring meeting.',
    'The island council welcomed the vote.',
  )
  .replace('Harbour board keeps', 'UPDATE: Harbour board keeps')

async function incoming(text: string, name = 'boat.txt') {
  const bytes = Buffer.from(text)
  const draft = valueOf(await readDraft({ name, bytes }))
  return { source: { name, bytes }, draft, facts: {} }
}

async function withBothVersions(root: string) {
  const opened = await openLibrary(root)
  const { library, notes } = opened
  const { id } = valueOf(await library.add(newStory({}, await incoming(first))))
  for (const words of ['keep the night boat', 'sleeps better', 'put off until the spring meeting'])
    valueOf(await notes.quote({ articleId: id, quote: words, nth: null, ...yellow, body: words }))
  const summary = valueOf(await library.addVersion(id, await incoming(second)))
  return { ...opened, id, summary }
}

test('a new version is what the article is from now on, and the old one is kept', async () => {
  const root = await temporaryFolder()
  const { library, notes, id, summary, events } = await withBothVersions(root)
  expect(summary).toMatchObject({ id, versions: 2, notes: 3 })
  expect(listOf(library)).toMatchObject([{ id, versions: 2 }])
  expect(events).toContainEqual({ kind: 'version-added', id, number: 2 })
  const page = valueOf(await notes.page(id))
  expect(page.content.text).toContain('three more years')
  const [older, newer] = page.shelf.article.versions
  expect((await page.shelf.readContent(older)).text).toContain('two more years')
  expect(await readFile(join(root, 'articles', id, newer?.file ?? ''), 'utf8')).toBe(second)
  expect(await readFile(join(root, 'articles', id, 'source-1.txt'), 'utf8')).toBe(first)
})

test('notes move over, and those whose words are gone are whole and need a place', async () => {
  const { library, notes, id } = await withBothVersions(await temporaryFolder())
  const placed = placedNotes(valueOf(await notes.page(id)))
  expect(placed.map(({ note, anchor }) => [note.body, anchor?.kind])).toEqual([
    ['keep the night boat', 'exact'],
    ['sleeps better', 'moved'],
    ['put off until the spring meeting', 'lost'],
  ])
  library.listWritten()
  const listed = library.parts.index.notePage({
    grouping: 'article',
    filter: { colors: [], tags: [], isWritten: false, needsPlace: true },
    query: '',
    skip: 0,
    limit: 10,
  })
  expect(listed.rows.map(({ body }) => body)).toEqual(['put off until the spring meeting'])
})

test('the next start finds both versions, and a look finds nothing amiss', async () => {
  const root = await temporaryFolder()
  const { id, close } = await withBothVersions(root)
  await close()
  const again = await openLibrary(root)
  expect(valueOf(await again.library.shelf(id)).article.versions).toMatchObject([
    { number: 1 },
    { number: 2 },
  ])
  await again.reconciler.whole()
  const { findings } = await verify(again.library, again.reconciler, 'look')
  expect(findings.filter(({ isHarmless }) => !isHarmless)).toEqual([])
  expect(findings.map(({ problem }) => problem)).toEqual(['1 note needs a place in the text'])
})

test('what reads just the same does not become a version', async () => {
  const { library, id } = await withBothVersions(await temporaryFolder())
  const same = await library.addVersion(id, await incoming(second.replaceAll('\n', '\r\n')))
  expect(same).toMatchObject({ ok: false, error: { code: 'version-same', id } })
  expect(valueOf(await library.shelf(id)).article.versions).toHaveLength(2)
})

test('what is corrected in the preview of a version counts from then on', async () => {
  const { library, id } = await withBothVersions(await temporaryFolder())
  valueOf(await library.edit(id, { title: 'The night boat stays' }))
  const third = await incoming(second.replace('three more years', 'four more years'))
  valueOf(await library.addVersion(id, { ...third, facts: { place: 'Fenwick' } }))
  expect(valueOf(await library.shelf(id)).article).toMatchObject({
    title: 'The night boat stays',
    place: 'Fenwick',
  })
})

test('a version that another machine added is there, whichever number it was given', async () => {
  const root = await temporaryFolder()
  const { library, id, reconciler } = await withBothVersions(root)
  const folder = join(root, 'articles', id)
  const name = (await readdir(folder)).find((each) => each.startsWith('version-2.')) ?? ''
  const file = JSON.parse(await readFile(join(folder, name), 'utf8'))
  const other = { ...file, device: 'd0000000000b', title: 'Another machine’s' }
  const version = { ...file.version, addedAt: '2026-02-01T00:00:00.000Z', sha256: 'a'.repeat(64) }
  await writeFile(join(folder, 'version-2.d0000000000b.json'), JSON.stringify({ ...other, version }))
  await library.take(id)
  await reconciler.close()
  const { article } = valueOf(await library.shelf(id))
  expect(article.title).toBe('Another machine’s')
  expect(article.versions.map(({ number }) => number)).toEqual([1, 2, 3])
})

for (const damage of ['torn', 'gone'] as const) {
  test(`a version whose own file is ${damage} is made anew from its source`, async () => {
    const root = await temporaryFolder()
    const { id, close } = await withBothVersions(root)
    await close()
    const folder = join(root, 'articles', id)
    const names = await readdir(folder)
    const path = join(folder, names.find((each) => each.startsWith('version-2.')) ?? '')
    if (damage === 'gone') await unlink(path)
    else await writeFile(path, '{ "format": 3, "art')
    const long = new Date(Date.now() - 60_000)
    for (const name of await readdir(folder)) await utimes(join(folder, name), long, long)
    const again = await openLibrary(root)
    const page = valueOf(await again.notes.page(id))
    expect(page.version.number).toBe(2)
    expect(page.content.text).toContain('three more years')
    expect(again.library.parts.incidents.all).toMatchObject([{ kind: 'restored', from: 'source' }])
  })
}

test('a story is known by its bytes, its words, its address or its likeness, and another one is not', async () => {
  const { library, id } = await withBothVersions(await temporaryFolder())
  const known = async (text: string, url: string | null = null) => {
    const { source, draft } = await incoming(text, 'other.txt')
    const found = await knownStories(library, { draft: { ...draft, url }, bytes: source.bytes })
    return found.map(({ summary, by }) => [summary.id, by])
  }
  expect(await known(first)).toEqual([[id, 'bytes']])
  expect(await known(second.replaceAll('\n', '\r\n'))).toEqual([[id, 'words']])
  expect(await known(second.replace('welcomed the vote', 'welcomed the vote warmly'))).toEqual([
    [id, 'likeness'],
  ])
  const unlike = 'Lighthouse lit again\n\nThe keeper climbed the stairs at dusk and lit the lamp.\n'
  expect(await known(unlike)).toEqual([])
  const { source, draft } = await incoming(unlike)
  const there = valueOf(
    await library.add(newStory({}, { source, draft: { ...draft, url: 'https://www.example.org/lamp/' } })),
  )
  const changed = 'Lamp fails\n\nAn engineer was called to the tower in the night.\n'
  expect(await known(changed, 'http://example.org/lamp?utm_source=feed')).toEqual([[there.id, 'address']])
})

test('a place is followed through the versions between', async () => {
  const { library, notes, id } = await withBothVersions(await temporaryFolder())
  const words = 'The money comes from the port’s own reserve'.replace('’', "'")
  const steps = [
    ["the port's own reserve", "the port's own fund"],
    ['The money comes from', 'The money is taken out of'],
    ['which holds four million crowns', 'with its nine million'],
  ] as const
  // Made in version 2, as nobody rewrites what was marked.
  const made = valueOf(await notes.quote({ articleId: id, quote: words, nth: null }))
  let text = second
  for (const [before, after] of steps) {
    text = text.replace(before, after)
    valueOf(await library.addVersion(id, await incoming(text)))
  }
  const page = valueOf(await notes.page(id))
  const placed = placedNotes(page).find(({ note }) => note.id === made.note.id)
  expect(placed?.anchor?.kind).toBe('moved')
  const { start, end } = placed?.anchor?.kind === 'moved' ? placed.anchor.span : { start: 0, end: 0 }
  expect(page.content.text.slice(start, end)).toContain('money is taken out of')
})

test('where the newest text is lost with its source, the one before it is still there to read', async () => {
  const root = await temporaryFolder()
  const { id, close } = await withBothVersions(root)
  await close()
  const folder = join(root, 'articles', id)
  for (const name of await readdir(folder))
    if (/^(content|source)-2/.test(name)) await unlink(join(folder, name))
  const { library, notes, reconciler } = await openLibrary(root)
  await reconciler.whole()
  expect(listOf(library)).toMatchObject([{ id, notes: 3 }])
  const page = valueOf(await notes.page(id))
  expect([page.version.number, page.shelf.newest.number]).toEqual([1, 2])
  expect(placedNotes(page).map(({ anchor }) => anchor?.kind)).toEqual(['exact', 'exact', 'exact'])
  expect(library.parts.incidents.all.map(({ kind }) => kind)).toContain('unreadable')
})
