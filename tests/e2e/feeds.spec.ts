import { writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { expect, type Machine, test } from './app.ts'
import { axeFindings } from './axe.ts'
import { lectern } from './command-line.ts'
import { type FeedServer, serveFeed } from './feed-server.ts'

let server: FeedServer

const gulls = `<!doctype html><html lang="en"><title>Gulls return</title><body><article><h1>Gulls return</h1>
  <p>The gulls came back to the harbour on Monday, after a month in which the roofs of the town were quiet.</p>
  <p>The observatory counted nine hundred of them before noon, which is more than in any autumn it has on record.</p>
  <p>Nobody can say where they were, although the fishermen, who were asked, named four places.</p>
  </article></body></html>`

test.beforeEach(async () => {
  server = await serveFeed()
})
test.afterEach(() => server.close())

function grid(page: Page): Locator {
  return page.getByRole('grid', { name: 'Entries of feeds' })
}

function rows(page: Page): Locator {
  return grid(page).getByRole('row')
}

async function startAtFeeds(machine: Machine): Promise<Page> {
  const { page } = await machine.start()
  await page.getByRole('navigation').getByRole('button', { name: 'Feeds' }).click()
  return page
}

async function follow(page: Page, address: string): Promise<void> {
  await page.getByLabel('Subscribe to a feed').fill(address)
  await page.keyboard.press('Enter')
}

test('a feed is followed by the address of its site, and what is new in it is kept and read', async ({
  machine,
}) => {
  server.items = [
    { title: 'High water at dawn', text: 'The harbour was under water at six.', isWhole: true },
    { title: 'Gulls return', text: 'They were away for a month.', page: gulls },
  ]
  const page = await startAtFeeds(machine)
  await page.getByRole('button', { name: 'Subscribe to a feed' }).click()
  await follow(page, server.url)
  const followed = page.getByRole('list', { name: 'Feeds you follow' })
  await expect(followed).toContainText('Tide watch')
  await expect(followed).toContainText('2 new')
  expect(server.asked).toEqual(['/', '/feed.xml'])
  expect(await axeFindings(page)).toEqual([])
  await page.keyboard.press('Escape')

  await expect(rows(page)).toHaveCount(2)
  await expect(grid(page).locator('.rows-heading')).toHaveText(['Tide watch'])
  expect(await axeFindings(page)).toEqual([])
  await page.keyboard.press('u')
  await expect(rows(page).first()).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('.article-text')).toContainText('under water at six')
  await expect(rows(page)).toHaveCount(1)
  await expect(rows(page)).toContainText('Gulls return')
  // The feed had the whole text: nothing more was loaded.
  expect(server.asked).toEqual(['/', '/feed.xml'])
  // Of the other it has a teaser: its page is loaded.
  await rows(page).first().getByText('Gulls return').click()
  await expect(page.locator('.article-text')).toContainText('counted nine hundred')
  await expect(page.getByText('Nothing is new.')).toBeVisible()
  expect(server.asked).toEqual(['/', '/feed.xml', '/Gulls%20return'])
  const kept = JSON.parse((await lectern(machine, ['list', '--json'])).out)
  expect(kept).toMatchObject([
    { title: 'Gulls return', source: `${server.url}/Gulls%20return` },
    { title: 'High water at dawn', source: `${server.url}/High%20water%20at%20dawn` },
  ])
})

test('feeds are asked only when the reader says so; what is put away can be taken back', async ({
  machine,
}) => {
  server.items = [{ title: 'Gulls return', text: 'They were away for a month.' }]
  const added = await lectern(machine, ['feeds', 'add', `${server.url}/feed.xml`])
  expect(added, added.err).toMatchObject({ code: 0 })
  const page = await startAtFeeds(machine)
  await expect(rows(page)).toHaveCount(1)
  expect(server.asked).toHaveLength(1)

  server.items = [{ title: 'High water at dawn', text: 'The harbour was under water.' }, ...server.items]
  await page.getByRole('button', { name: 'Check feeds' }).click()
  await expect(page.getByRole('status').filter({ hasText: '1 new entry' })).toBeVisible()
  await expect(rows(page)).toHaveCount(2)

  await page.keyboard.press('u')
  await page.keyboard.press('e')
  await expect(rows(page)).toHaveCount(1)
  await expect(rows(page).first()).toBeFocused()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(rows(page)).toHaveCount(2)

  server.items = null
  await page.getByRole('button', { name: 'Check feeds' }).click()
  await expect(page.getByText('1 feed could not be read', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(page.getByRole('list', { name: 'Feeds you follow' })).toContainText('500')
  await page.getByRole('button', { name: 'No longer follow Tide watch' }).click()
  await page.keyboard.press('Escape')
  await expect(page.getByText('what is new there stands here')).toBeVisible()
})

test('a reading list is followed from a file, and written again', async ({ machine }) => {
  const list = join(machine.folder, 'sea.opml')
  const outline = `<outline type="rss" text="Tides of old" xmlUrl="${server.url}/feed.xml"/>`
  await writeFile(list, `<opml version="2.0"><body><outline text="Sea">${outline}</outline></body></opml>`)
  const page = await startAtFeeds(machine)
  await page.getByRole('button', { name: 'Subscribe to a feed' }).click()
  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Import a list…' }).click()
  await (await choosing).setFiles(list)
  await expect(page.getByRole('list', { name: 'Feeds you follow' })).toContainText('Tides of old')
  await expect(page.getByRole('list', { name: 'Feeds you follow' })).toContainText('Sea')
  expect(server.asked).toEqual([])
  const exported = await lectern(machine, ['feeds', 'export'])
  expect(exported.out).toContain(`xmlUrl="${server.url}/feed.xml"`)
  expect(exported.out).toContain('category="/Sea"')
})

test('where the net is behind a proxy, the system’s settings of it are asked', async ({ machine }) => {
  const asked: string[] = []
  const proxy = createServer(({ url = '' }, response) => {
    asked.push(url)
    const item = '<item><title>Gulls return</title><link>/gulls</link></item>'
    response.end(`<rss version="2.0"><channel><title>Tide watch</title>${item}</channel></rss>`)
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  const { port } = proxy.address() as AddressInfo // of a server that listens on a port
  // Chromium's word for the settings of the system.
  const { page } = await machine.start(`--proxy-server=127.0.0.1:${port}`)
  await page.getByRole('navigation').getByRole('button', { name: 'Feeds' }).click()
  await page.getByRole('button', { name: 'Subscribe to a feed' }).click()
  await follow(page, 'http://tides.example/feed.xml')
  await expect(page.getByRole('list', { name: 'Feeds you follow' })).toContainText('1 new')
  expect(asked).toEqual(['http://tides.example/feed.xml'])
  proxy.close()
})
