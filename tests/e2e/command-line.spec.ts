import { access, chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { expect, type Machine, root, test } from './app.ts'
import { lectern, runProgram } from './command-line.ts'

const story = join(root, 'tests/fixtures/harbour-works.txt')

async function addStory(machine: Machine): Promise<string> {
  const { code, out, err } = await lectern(machine, ['add', story, '--json'])
  expect({ code, err }).toEqual({ code: 0, err: '' })
  return JSON.parse(out)[0].id
}

test('a story goes in, is noted, and comes out as Markdown', async ({ machine }) => {
  const id = await addStory(machine)

  const listed = JSON.parse((await lectern(machine, ['list', '--json'])).out)
  expect(listed).toEqual([
    {
      id,
      title: 'Harbour works will not pause for talks, deputy minister says',
      byline: 'Northwire News Agency',
      agency: 'Northwire',
      place: 'PORT ELLERY',
      published: null,
      language: 'en',
      words: expect.any(Number),
      added: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      source: 'harbour-works.txt',
      path: join(machine.library, 'articles', id),
    },
  ])

  const shown = JSON.parse((await lectern(machine, ['show', id.slice(0, 6), '--json'])).out)
  const paragraphs = (await readFile(story, 'utf8')).trimEnd().split('\n\n').slice(1, -1)
  expect(shown).toMatchObject({
    id,
    credit: 'Northwire News Agency',
    text: paragraphs.join('\n\n'),
    notes: [],
  })
  expect(shown.blocks.map((block: { kind: string }) => block.kind)).toEqual([
    'dateline',
    ...Array.from({ length: 10 }, () => 'paragraph'),
  ])

  const words = ['note', id, '--quote', 'can not be put off', '--body', 'Why *not*?', '--color', 'red']
  const noted = await lectern(machine, [...words, '--tag', 'winter', '--tag', 'pace', '--json'])
  expect(noted).toMatchObject({ code: 0, err: '' })
  const note = JSON.parse(noted.out)
  expect(note).toMatchObject({
    articleId: id,
    quote: 'can not be put off',
    color: 'red',
    tags: ['winter', 'pace'],
  })
  expect(shown.text.slice(note.start, note.end)).toBe('can not be put off')

  const out = join(machine.folder, 'vault')
  const exported = await lectern(machine, ['export', '--format', 'markdown', '--out', out, '--json'])
  expect(exported).toMatchObject({ code: 0, err: '' })
  const [file] = JSON.parse(exported.out)
  expect(file.id).toBe(id)
  const markdown = await readFile(file.path, 'utf8')
  expect(markdown).toContain(`\n\n^h-${note.id}\n\n`)
  const body = fromMarkdown(markdown.slice(markdown.indexOf('\n---\n') + 5))
  const quotation = body.children.find((child) => child.type === 'blockquote')
  expect(quotation).toMatchObject({ children: [{ children: [{ value: 'can not be put off' }] }] })
})

test('words that stand there twice are shown with their surroundings, and --nth chooses', async ({
  machine,
}) => {
  const id = await addStory(machine)
  const quote = 'the rebuilding of the outer breakwater'
  const twice = await lectern(machine, ['note', id, '--quote', quote])
  expect(twice.code).toBe(1)
  expect(twice.err).toContain('twice')
  expect(twice.err).toContain('1. …')
  expect(twice.err).toContain('assured residents that [the rebuilding')
  expect(twice.err).toContain('stressed that [the rebuilding')
  const second = await lectern(machine, ['note', id, '--quote', quote, '--nth', '2', '--json'])
  const { text } = JSON.parse((await lectern(machine, ['show', id, '--json'])).out)
  expect(JSON.parse(second.out).start).toBe(text.lastIndexOf(quote))
  const third = await lectern(machine, ['note', id, '--quote', quote, '--nth', '3'])
  expect(third).toMatchObject({ code: 1, err: expect.stringContaining('no place number 3') })
})

const boat = `Harbour board keeps the night boat

The harbour board voted on Monday to keep the night boat for two more years.

"Nobody on the island sleeps better without it," Ada Fenn told reporters.

A decision on the summer timetable was put off until the spring meeting.
`
const boatLater = boat
  .replace('two more years', 'three more years')
  .replace(
    'A decision on the summer timetable was put off until the spring meeting.',
    'The islanders cheered.',
  )

test('a later edition is added as a version: notes move over, and what changed is told', async ({
  machine,
}) => {
  const [first, second] = [join(machine.folder, 'boat.txt'), join(machine.folder, 'boat-2.txt')]
  await writeFile(first, boat)
  await writeFile(second, boatLater)
  const [{ id }] = JSON.parse((await lectern(machine, ['add', first, '--json'])).out)
  const quotes = [
    'keep the night boat for two more years',
    'sleeps better without it',
    'the summer timetable',
  ]
  for (const quote of quotes) expect((await lectern(machine, ['note', id, '--quote', quote])).code).toBe(0)

  const added = await lectern(machine, ['add', second, '--as-version-of', id.slice(0, 6), '--json'])
  expect(added).toMatchObject({ code: 0, err: '' })
  expect(JSON.parse(added.out)).toMatchObject([{ id }])

  const notes = JSON.parse((await lectern(machine, ['notes', id, '--json'])).out)
  const { text, versions } = JSON.parse((await lectern(machine, ['show', id, '--json'])).out)
  expect(versions).toMatchObject([{ number: 1 }, { number: 2 }])
  expect(notes).toMatchObject([
    { quote: quotes[0], anchor: 'moved' },
    { quote: quotes[1], anchor: 'moved' },
    { quote: quotes[2], anchor: 'lost', start: null, end: null },
  ])
  expect(text.slice(notes[0].start, notes[0].end)).toBe('keep the night boat for three more years')
  expect(text.slice(notes[1].start, notes[1].end)).toBe(quotes[1])

  const diff = JSON.parse((await lectern(machine, ['diff', id, '--json'])).out)
  expect(diff.changes.map((change: { kind: string }) => change.kind)).toEqual([
    'changed',
    'same',
    'removed',
    'added',
  ])
  expect(diff.notes.map((note: { outcome: string }) => note.outcome)).toEqual(['reworded', 'same', 'lost'])
  const told = await lectern(machine, ['diff', id])
  expect(told.out).toContain('+ The islanders cheered.')
  expect(told.out).toContain(
    '“keep the night boat for two more years” → “keep the night boat for three more years”',
  )

  const again = await lectern(machine, ['add', second, '--as-version-of', id])
  expect(again).toMatchObject({ code: 1, err: expect.stringContaining('reads just the same') })
  expect((await lectern(machine, ['add', first, second, '--as-version-of', id])).code).toBe(2)
  const separate = await lectern(machine, ['add', second])
  expect(separate).toMatchObject({ code: 0, err: expect.stringContaining(`--as-version-of ${id}`) })
})

test('all notes of the library are listed, and one is moved to the trash by the beginning of its id', async ({
  machine,
}) => {
  const id = await addStory(machine)
  for (const quote of ['can not be put off', 'assured residents'])
    await lectern(machine, ['note', id, '--quote', quote, '--body', `On *${quote}*`])
  const notes = JSON.parse((await lectern(machine, ['notes', '--json'])).out)
  expect(notes).toMatchObject([
    { articleId: id, quote: 'assured residents', anchor: 'exact' },
    { articleId: id, quote: 'can not be put off', anchor: 'exact' },
  ])
  const removed = await lectern(machine, ['unnote', notes[0].id.slice(0, 8)])
  expect(removed).toMatchObject({ code: 0, err: '' })
  expect((await lectern(machine, ['notes', id])).out).not.toContain('assured residents')
  const gone = await lectern(machine, ['unnote', notes[0].id])
  expect(gone).toMatchObject({ code: 1, err: expect.stringContaining('no note') })
})

test('standard input and folders are read too', async ({ machine }) => {
  const folder = join(machine.folder, 'inbox')
  await mkdir(join(folder, 'deeper'), { recursive: true })
  await writeFile(join(folder, 'b.txt'), 'Second\n\nThe tide table changed on Monday for good.\n')
  await writeFile(join(folder, 'deeper', 'a.md'), '# Third\n\nIt was *late*.\n')
  await writeFile(join(folder, 'picture.png'), 'no text')
  expect((await lectern(machine, ['add', folder])).code).toBe(0)
  expect((await lectern(machine, ['add', '-'], 'First\n\nThe board met on Monday.\n')).code).toBe(0)
  const listed = JSON.parse((await lectern(machine, ['list', '--json'])).out)
  expect(listed.map(({ title }: { title: string }) => title).sort()).toEqual(['First', 'Second', 'Third'])
})

test('the bytes that came in are kept as they were', async ({ machine }) => {
  const bytes = Buffer.from('\ufeffHeadline\r\n\r\nThe board met\r\nat the harbour.\r\n')
  await writeFile(join(machine.folder, 'odd.txt'), bytes)
  const { out } = await lectern(machine, ['add', join(machine.folder, 'odd.txt'), '--json'])
  const [{ path }] = JSON.parse(out)
  expect(await readFile(join(path, 'source-1.txt'))).toEqual(bytes)
})

test('a library goes into one zip and comes out of it whole', async ({ machine }) => {
  const id = await addStory(machine)
  await lectern(machine, ['note', id, '--quote', 'outer breakwater', '--nth', '1', '--body', 'How long?'])
  const shown = JSON.parse((await lectern(machine, ['show', id, '--json'])).out)
  const zip = join(machine.folder, 'backup.zip')
  expect(await lectern(machine, ['backup', zip])).toMatchObject({ code: 0, err: '' })

  const empty = join(machine.folder, 'empty')
  const plan = await lectern(machine, ['restore', zip, '--dry-run', '--json', '--library', empty])
  expect(JSON.parse(plan.out)).toMatchObject({ counts: { added: 1, changed: 0, conflict: 0, same: 0 } })
  expect(await lectern(machine, ['restore', zip, '--library', empty])).toMatchObject({ code: 0, err: '' })
  const restored = JSON.parse((await lectern(machine, ['show', id, '--json', '--library', empty])).out)
  expect(restored).toEqual({ ...shown, path: join(empty, 'articles', id) })
  const again = await lectern(machine, ['restore', zip, '--dry-run', '--json', '--library', empty])
  expect(JSON.parse(again.out)).toMatchObject({ counts: { added: 0, changed: 0, conflict: 0, same: 1 } })
})

test('verify finds a damaged file and changes nothing; with --repair it is restored', async ({ machine }) => {
  const id = await addStory(machine)
  await lectern(machine, ['list'])
  expect(await lectern(machine, ['verify'])).toMatchObject({ code: 0, err: '' })
  const path = join(machine.library, 'articles', id, 'content-1.json')
  await writeFile(path, '{"format":2,"te')
  const found = await lectern(machine, ['verify'])
  expect(found.code).toBe(1)
  expect(found.out + found.err).toContain(`articles/${id}/content-1.json`)
  expect(await readFile(path, 'utf8')).toBe('{"format":2,"te')
  const repaired = await lectern(machine, ['verify', '--repair'])
  expect(repaired.out + repaired.err).toContain('restored')
  expect(await readFile(path, 'utf8')).toContain('Deputy Works Minister')
  expect((await lectern(machine, ['verify'])).code).toBe(0)
})

test('wrong usage ends with 2 and says what is right', async ({ machine }) => {
  for (const words of [
    [],
    ['dance'],
    ['add'],
    ['show'],
    ['list', '--loud'],
    ['note', 'x'],
    ['export', 'x'],
  ]) {
    const { code, out, err } = await lectern(machine, words)
    expect({ words, code, out }).toEqual({ words, code: 2, out: '' })
    expect(err).toContain('Usage:')
  }
})

test('help and version are answers, not failures', async ({ machine }) => {
  expect(await lectern(machine, ['--help'])).toMatchObject({ code: 0, err: '' })
  expect((await lectern(machine, ['note', '--help'])).out).toContain('--quote TEXT')
  expect((await lectern(machine, ['--version'])).out.trim()).toMatch(/^\d+\.\d+\.\d+$/)
})

test('a library that is not there yet is empty, and reading does not make it', async ({ machine }) => {
  expect(await lectern(machine, ['list', '--json'])).toEqual({ code: 0, out: '[]\n', err: '' })
  await expect(access(machine.library)).rejects.toThrow('ENOENT')
})

test.describe('bad input gets a sentence of its own and leaves nothing behind', () => {
  const cases = [
    { name: 'empty.txt', bytes: '', says: 'empty.txt: the file is empty' },
    { name: 'program.txt', bytes: Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0]), says: 'not text' },
    { name: 'picture.txt', bytes: Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'), says: 'not text' },
    { name: 'long.txt', bytes: 'words and words\n'.repeat(3_300_000), says: 'long.txt: 53 MB is too large' },
    { name: 'table.xlsx', bytes: 'PK\x03\x04\0\0', says: 'table.xlsx: ' },
  ]
  for (const { name, bytes, says } of cases) {
    test(name, async ({ machine }) => {
      const path = join(machine.folder, name)
      await writeFile(path, bytes)
      const { code, out, err } = await lectern(machine, ['add', path, '--json'])
      expect(code).toBe(1)
      expect(out).toBe('[]\n')
      expect(err).toContain(says)
      expect(err.trim().split('\n')).toHaveLength(1)
      expect(await readdir(join(machine.library, 'articles'))).toEqual([])
    })
  }

  test('a file that is not there, and one good file beside it', async ({ machine }) => {
    const { code, out, err } = await lectern(machine, ['add', '/no/such/file.txt', story, '--json'])
    expect(code).toBe(1)
    expect(JSON.parse(out)).toHaveLength(1)
    expect(err).toBe('/no/such/file.txt: there is no such file.\n')
  })

  test('an id and a quotation that are not there', async ({ machine }) => {
    const id = await addStory(machine)
    const unknown = await lectern(machine, ['show', 'zzz'])
    expect(unknown).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('zzz: there is no article'),
    })
    const missing = await lectern(machine, ['note', id, '--quote', 'never said'])
    expect(missing).toMatchObject({
      code: 1,
      err: expect.stringContaining('“never said” is not in the article'),
    })
    expect(JSON.parse((await lectern(machine, ['show', id, '--json'])).out).notes).toEqual([])
  })

  test('a folder of somebody else’s files is not made a library', async ({ machine }) => {
    await mkdir(machine.library)
    await writeFile(join(machine.library, 'taxes.ods'), '…')
    const { code, err } = await lectern(machine, ['add', story])
    expect(code).toBe(1)
    expect(err).toContain(`${machine.library}: the folder has files in it but is no Lectern library`)
    expect(await readdir(machine.library)).not.toContain('articles')
  })

  test('a library of a newer Lectern is refused and left as it is', async ({ machine }) => {
    await mkdir(join(machine.library, 'articles'), { recursive: true })
    await writeFile(join(machine.library, 'lectern.json'), '{"format":99,"id":"x"}')
    const { code, err } = await lectern(machine, ['list'])
    expect({ code, err }).toEqual({
      code: 1,
      err: expect.stringContaining('a newer Lectern wrote this (format 99)'),
    })
  })

  test('a folder without rights', async ({ machine }) => {
    test.skip(process.getuid?.() === 0 && !(await canBecomeNobody(machine)), 'root may write anywhere here')
    await mkdir(machine.library)
    await chmod(machine.library, 0o555)
    await chmod(machine.folder, 0o777)
    const { code, err } = await asNobody(machine, ['add', story])
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining('you may not write here') })
    expect(await readdir(machine.library)).toEqual([])
  })

  test('a home that may not be written', async ({ machine }) => {
    await writeFile(join(machine.folder, 'config'), 'a file where a folder should be')
    const { code, out, err } = await lectern(machine, ['add', story])
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toContain(join(machine.folder, 'config', 'Lectern'))
    expect(err.trim().split('\n')).toHaveLength(1)
  })

  test('a full disk', async ({ machine }) => {
    test.skip(!(await canMount(machine)), 'nobody may mount a small disk here (unshare is refused)')
    await mkdir(machine.library)
    const big = join(machine.folder, 'big.txt')
    await writeFile(big, 'Headline\n\n' + 'The board met at the harbour on Monday.\n\n'.repeat(20_000))
    const script = [
      'mount -t tmpfs -o size=512k none "$LECTERN_LIBRARY"',
      'node "$1" add "$2"',
      'code=$?',
      'find "$LECTERN_LIBRARY" -type f',
      'node "$1" add "$3" >/dev/null && node "$1" list',
      'exit $code',
    ].join('\n')
    const words = ['-rm', 'sh', '-c', script, 'sh', join(root, 'out/main/lectern.js'), big, story]
    const { code, out, err } = await runProgram(machine, ['unshare', ...words])
    expect(err).toContain('the disk is full')
    expect(code).toBe(1)
    const [left = '', list = ''] = out.split(/(?<=lectern\.json\n)/)
    expect(left.trim()).toBe(join(machine.library, 'lectern.json'))
    expect(list).toContain('Harbour works will not pause')
  })
})

async function canMount(machine: Machine): Promise<boolean> {
  if (process.platform !== 'linux') return false
  return (await runProgram(machine, ['unshare', '-rm', 'mount', '-t', 'tmpfs', 'none', '/mnt'])).code === 0
}

async function canBecomeNobody(machine: Machine): Promise<boolean> {
  return (await runProgram(machine, ['setpriv', '--reuid=65534', '--clear-groups', 'true'])).code === 0
}

/** Runs the command line as a user who has no rights in particular. */
async function asNobody(machine: Machine, words: string[]): ReturnType<typeof lectern> {
  if (process.getuid?.() !== 0) return lectern(machine, words)
  const user = ['--reuid=65534', '--regid=65534', '--clear-groups']
  return runProgram(machine, [
    'setpriv',
    ...user,
    process.execPath,
    join(root, 'out/main/lectern.js'),
    ...words,
  ])
}
