import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type MergedNotes, mergeNotes } from '../../../src/merge/notes.ts'
import { migrate } from '../../../src/migrations/migrate.ts'
import type { FileKind } from '../../../src/migrations/step.ts'
import { Article, VersionFile } from '../../../src/model/article.ts'
import { Content } from '../../../src/model/content.ts'
import { currentFormat, Format } from '../../../src/model/format.ts'
import { type Note, NotesFile } from '../../../src/model/note.ts'
import { PicturesFile } from '../../../src/model/pictures-file.ts'
import { Settings } from '../../../src/model/settings.ts'
import { anchor } from '../../../src/text/anchor.ts'
import { sketchOf } from '../../../src/versions/sketch.ts'

const libraries = resolve('tests/fixtures/libraries')
const versions = Array.from({ length: currentFormat }, (_, index) => String(index + 1))
const ferry = 'h1kw62pw56j5'
const lighthouse = '8jajsj49jyts'

const kinds: [name: RegExp, kind: FileKind, schema: z.ZodType][] = [
  [/^lectern\.json$/, 'library', z.object({ format: Format, id: z.string() })],
  [/^settings\.\w+\.json$/, 'settings', Settings],
  [/\/article\.json$/, 'article', Article],
  [/\/version-\d+\.\w+\.json$/, 'version', VersionFile],
  [/\/content-\d+(\.\w+)?\.json$/, 'content', Content],
  [/\/notes\.\w+\.json$/, 'notes', NotesFile],
  [/\/pictures\.\w+\.json$/, 'pictures', PicturesFile],
]

test('there is a library of every version', () => {
  expect(readdirSync(libraries)).toEqual(versions)
})

describe.each(versions)('a library of version %s', (version) => {
  const root = join(libraries, version)
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) =>
    // Of an article that came as a record of a collection the source is JSON, too.
    /(?<!source-1)\.json$/.test(path),
  )

  test.each(paths)('has %s, which this version reads', (path) => {
    const [, kind, schema] = kinds.find(([name]) => name.test(path))!
    const json: unknown = JSON.parse(readFileSync(join(root, path), 'utf8'))
    expect(json).toMatchObject({ format: Number(version) })
    const answer = migrate(kind, json)
    expect(schema.safeParse(answer.kind === 'current' ? answer.json : answer).error).toBeUndefined()
  })

  test('has its sources byte for byte', () => {
    for (const id of [ferry, lighthouse]) {
      const { versions } = Article.parse(read(version, 'article', `articles/${id}/article.json`))
      const bytes = readFileSync(join(root, 'articles', id, versions[0]!.file))
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(versions[0]!.sha256)
    }
  })

  test('has every note where it was made', () => {
    for (const id of [ferry, lighthouse]) {
      const { notes, removed } = merged(version, id)
      for (const { selector } of [...notes, ...removed]) {
        if (selector === null) continue
        const name = selector.version === 1 ? 'content-1.json' : 'content-2.tabtab000002.json'
        const content = Content.parse(read(version, 'content', `articles/${id}/${name}`))
        expect(anchor(content, selector).kind).toBe('exact')
      }
    }
  })
})

test('the notes of version 1 say what they said', () => {
  const { notes, removed, reading } = merged('1', ferry)
  expect(notes.map(said)).toEqual([
    ['For *two* years: who pays after that?', 'red', ['ferry', 'money'], []],
    ['Half was granted.', 'red', ['money', 'port'], []],
    ['Read together with the lighthouse story.', 'purple', ['series'], []],
    ['', 'blue', [], []],
  ])
  expect(removed.map(said)).toEqual([['Which one? There are two.', 'orange', [], []]])
  expect(removed[0]?.removedAt).toBe('2026-11-23T16:04:00.000Z')
  expect(reading).toMatchObject({ progress: 0.75, isRead: false, isStarred: true })
  const other = merged('1', lighthouse)
  expect(other.notes.map(said)).toEqual([['از کجا می‌دانند؟', 'blue', ['فانوس'], []]])
  expect(other.reading).toMatchObject({ progress: 1, isRead: true })
  expect(read('1', 'article', `articles/${lighthouse}/article.json`)).toMatchObject({ place: 'بندر سابل' })
})

test('the notes of version 2 say what they said', () => {
  const { notes, removed, reading, facts } = merged('2', ferry)
  const both = ['Asked the port: nobody.', 'red', ['ferry', 'money', 'budget', 'port']]
  expect(notes.map(said)).toEqual([
    [...both, ['The budget of 2028 does not say.']],
    ['Half was granted.', 'green', ['money'], []],
    ['Read together with the lighthouse story.', 'purple', ['series'], []],
    ['Check.', 'red', [], []],
  ])
  expect(removed.map(said)).toEqual([['Which one? There are two.', 'orange', [], []]])
  expect(reading).toEqual({ progress: 0.75, position: 100, isRead: false, isStarred: true })
  expect(facts).toEqual({ byline: 'Mara Ellison and Jo Reed' })
  const other = merged('2', lighthouse)
  expect(other.notes.map(said)).toEqual([['از کجا می‌دانند؟', 'blue', ['فانوس'], []]])
  expect(other.reading).toMatchObject({ progress: 1, isRead: true })
  expect(other.facts).toEqual({ place: 'بندر سابل', tags: ['فانوس'] })
})

test('the notes and the later edition of version 3 say what they said', () => {
  const { notes, removed, facts } = merged('3', ferry)
  expect(notes.map(said)).toEqual([
    ['Now *three* years.', 'red', ['ferry', 'money'], []],
    ['Half was granted.', 'green', ['money'], []],
    [
      `Read together with [[${lighthouse}|the lighthouse story]] and ask [[Ines Okoro]].`,
      'purple',
      ['series'],
      [],
    ],
    ['Since when?', 'yellow', [], []],
  ])
  expect(removed.map(said)).toEqual([['Which one? There are two.', 'orange', [], []]])
  expect(facts).toEqual({ byline: 'Mara Ellison and Jo Reed' })
  const edition = VersionFile.parse(read('3', 'version', `articles/${ferry}/version-2.tabtab000002.json`))
  expect(edition).toMatchObject({ title: 'Council keeps the night ferry', version: { number: 2, words: 67 } })
  const content = Content.parse(read('3', 'content', `articles/${ferry}/${edition.version.content}`))
  expect(content.text).toContain('three more years')
  expect(sketchOf(content)).toEqual(edition.version.sketch)
})

test('the settings are as each device had them', () => {
  expect(read('1', 'settings', 'settings.deskdesk0001.json')).toMatchObject({ theme: 'sepia', fontSize: 21 })
  expect(read('1', 'settings', 'settings.tabtab000002.json')).toMatchObject({ theme: 'system', fontSize: 17 })
  expect(read('2', 'settings', 'settings.deskdesk0001.json')).toMatchObject({
    sort: { by: 'title', isReversed: true },
  })
  expect(read('3', 'settings', 'settings.deskdesk0001.json')).toMatchObject({
    ...{ place: 'notes', notesGrouping: 'tag', keys: { 'note.highlight': ['y'] } },
  })
})

function read(version: string, kind: FileKind, path: string): unknown {
  const answer = migrate(kind, JSON.parse(readFileSync(join(libraries, version, path), 'utf8')))
  return answer.kind === 'current' ? answer.json : answer
}

function merged(version: string, id: string): MergedNotes {
  const names = readdirSync(join(libraries, version, 'articles', id)).filter((name) =>
    name.startsWith('notes.'),
  )
  return mergeNotes(names.map((name) => NotesFile.parse(read(version, 'notes', `articles/${id}/${name}`))))
}

function said({ body, color, tags, otherBodies }: Note): [string, string, string[], string[]] {
  return [body, color, tags, otherBodies]
}
