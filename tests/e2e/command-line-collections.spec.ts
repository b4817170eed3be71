import { readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, type Machine, test } from './app.ts'
import { lectern } from './command-line.ts'

const paragraph = 'The keeper of the lamp goes up at dusk and comes down at dawn, in winter as in summer. '
const page = (title: string) =>
  `<!doctype html><html lang="en"><head><title>${title}</title></head><body><nav><a href="/">Home</a></nav>` +
  `<article><h1>${title}</h1>${`<p>${paragraph.repeat(4)}</p>`.repeat(5)}<img src="/lamp.png" alt=""></article></body></html>`

/** A site on this machine, and what it was asked for. */
async function serve(pages: Record<string, string>) {
  const asked: string[] = []
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    asked.push(path)
    const html = pages[path]
    response
      .writeHead(html === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' })
      .end(html)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { site: `http://127.0.0.1:${port}`, asked, close: () => server.close() }
}

async function list(machine: Machine): Promise<Array<Record<string, unknown>>> {
  return JSON.parse((await lectern(machine, ['list', '--json'])).out)
}

test('a library from elsewhere is looked over, taken in with its pages, and taken in again adds nothing', async ({
  machine,
}) => {
  const { site, asked, close } = await serve({ '/lamp': page('The lamp of the point') })
  const file = join(machine.folder, 'part_000000.csv')
  const rows = [
    'title,url,time_added,tags,status,colour',
    `Lamp,${site}/lamp,1500000000,coast|lamp,archive,white`,
    `Gone,${site}/gone,1500000100,,unread,`,
  ]
  await writeFile(file, rows.join('\n'))

  const looked = await lectern(machine, ['add', file, '--dry-run', '--json'])
  expect(looked.code).toBe(0)
  expect(JSON.parse(looked.out)).toMatchObject([
    {
      importer: 'pocket',
      items: 2,
      effects: { new: 2, more: 0, same: 0 },
      withoutText: 2,
      unplaced: ['colour'],
    },
  ])
  expect(await list(machine)).toEqual([])
  expect(asked).toEqual([])

  const taken = await lectern(machine, ['add', file, '--fetch'])
  expect(taken).toMatchObject({
    code: 1,
    out: expect.stringContaining('2 added, 0 extended, 0 already there, 1 failed'),
  })
  expect(taken.err).toMatch(/Gone: .*\/gone: the server answered with 404/)
  const articles = await list(machine)
  expect(articles.map(({ title }) => title)).toEqual(['Gone', 'The lamp of the point'])
  const lamp = JSON.parse((await lectern(machine, ['show', String(articles[1]?.['id']), '--json'])).out)
  expect(lamp).toMatchObject({
    added: '2017-07-14T02:40:00.000Z',
    tags: ['coast', 'lamp'],
    source: `${site}/lamp`,
  })
  expect(lamp.text).toContain('goes up at dusk')
  expect(lamp.text).not.toContain('Home')
  expect(JSON.parse(await readFile(join(lamp.path, 'source-1.json'), 'utf8'))).toMatchObject({
    importer: 'pocket',
    record: { colour: 'white' },
  })
  expect(asked.filter((path) => path.endsWith('.png'))).toEqual([])

  const again = await lectern(machine, ['add', file])
  expect(again).toMatchObject({
    code: 0,
    out: expect.stringContaining('0 added, 0 extended, 2 already there'),
  })
  close()
})

test('a page is added by its address; what is no page, or no address of the web, gets its own sentence', async ({
  machine,
}) => {
  const { site, asked, close } = await serve({ '/a': page('A lamp'), '/none': '' })
  const added = await lectern(machine, ['add', `${site}/a`])
  expect(added).toMatchObject({ code: 0, out: expect.stringContaining('A lamp') })
  expect(asked).toEqual(['/a'])
  expect(await lectern(machine, ['add', `${site}/none`])).toMatchObject({
    code: 1,
    err: expect.stringMatching(/empty|no text/),
  })
  expect(await lectern(machine, ['add', `${site}/b`])).toMatchObject({
    code: 1,
    err: expect.stringContaining('404'),
  })
  expect(await lectern(machine, ['add', `${site}/a`, '--from', 'lamps'])).toMatchObject({
    code: 2,
    err: expect.stringContaining('pocket'),
  })
  expect(await list(machine)).toHaveLength(1)
  close()
})
