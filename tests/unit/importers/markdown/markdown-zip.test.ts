import { describe, expect, test } from 'vitest'
import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'
import { collection, notesOf } from '../collections.ts'
import { candidate, recognised } from '../samples/sample.ts'

async function zipOf(files: Record<string, string | Uint8Array>): Promise<Uint8Array> {
  const zip = new ZipFile()
  for (const [name, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), name)
  zip.end()
  return buffer(zip.outputStream)
}

describe('a zip of Markdown files', () => {
  test('is an article for each, called by its heading, its properties or its name', async () => {
    const { importer, entries, listing } = await collection(
      'vault.zip',
      await zipOf({
        'vault/Harbour notes.md': 'The ==board== met. See [[Tides]].\n',
        'vault/clips/a.md':
          '---\ntitle: "A clip"\nsource: https://example.com/a\ncreated: 2026-10-06\ntags: [x]\n---\nText.\n',
        'vault/b.markdown': '# A heading\n\nText.\n',
        'vault/.obsidian/app.json': '{}',
      }),
    )
    expect(importer).toBe('markdown-zip')
    expect(listing.skipped).toEqual([])
    expect(listing.items.map(({ key, title, url, notes }) => [key, title, url, notes])).toEqual([
      ['vault/Harbour notes.md', 'Harbour notes', null, 1],
      ['vault/clips/a.md', 'A clip', 'https://example.com/a', 0],
      ['vault/b.markdown', 'A heading', null, 0],
    ])
    expect(entries.flatMap(notesOf)).toEqual([['board', '']])
    expect(entries[0]?.draft).toMatchObject({
      importer: 'markdown-zip',
      content: { text: 'The board met. See Tides.' },
    })
    expect(entries[1]).toMatchObject({
      addedAt: '2026-10-06T00:00:00.000Z',
      draft: { facts: { tags: ['x'] } },
    })
  })

  test.each([
    ['several paragraphs', 'One ==a== b.\n\nPlain.\n\nTwo ==c== ==d==.', 3],
    ['code', 'One ==a==.\n\n```\nif (==a==)\n\n==b==\n```\n\nTwo ==c==.', 2],
    ['code that is set in', 'One ==a==.\n\n    ==b==', 1],
    ['a list', '- one\n\n  still ==one==\n\n    ==deeper==', 2],
    ['a comment', '%%From here ==a==\n\n==b==\n\nto here%%\n\n==c==', 1],
    ['a quotation', '> ==a==\n>\n> ==b==', 2],
  ])('says how many notes come along before it is read: %s', async (_, text, count) => {
    const { listing, entries } = await collection('vault.zip', await zipOf({ 'a.md': text }))
    expect(listing.items.map(({ notes }) => notes)).toEqual([count])
    expect(entries.map(({ notes }) => notes.length)).toEqual([count])
  })

  test('tells what else is in it', async () => {
    const { listing } = await collection(
      'vault.zip',
      await zipOf({
        'a.md': 'Text.',
        'b.md': ' \n',
        'c.md': Uint8Array.of(0x89, 0x50, 0x4e, 0x47),
        'd.png': 'x',
      }),
    )
    expect(listing.items.map(({ key }) => key)).toEqual(['a.md'])
    expect(listing.skipped).toEqual([
      { where: 'b.md', reason: 'nothing' },
      { where: 'c.md', reason: 'damaged' },
      { where: 'd.png', reason: 'unsupported' },
    ])
  })

  test('with much else in it is none', async () => {
    const files = { 'a.md': 'Text.', 'b.js': 'x', 'c.js': 'x', 'd.js': 'x' }
    expect(recognised(await candidate('code.zip', await zipOf(files)))).toBeNull()
  })
})
