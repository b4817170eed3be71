import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Locator, Page } from '@playwright/test'
import { expect, type Machine, test as base } from './app.ts'
import { axeFindings } from './axe.ts'
import { lectern } from './command-line.ts'
import { drop } from './drop-files.ts'
import {
  book,
  longPage,
  omnivoreZip,
  page as madePage,
  pageFile,
  pdf,
  picture,
  pocketCsv,
} from './made-files.ts'
import { firstWords } from './reader-page.ts'

/** A server on this machine that answers what it is told to, and remembers what it was asked for. */
type Site = { url: string; asked: string[]; answer: (path: string, answer: string | Buffer | number) => void }

const test = base.extend<{ site: Site }>({
  // oxlint-disable-next-line no-empty-pattern
  site: async ({}, use) => {
    const answers = new Map<string, string | Buffer | number>()
    const asked: string[] = []
    const server = createServer(({ url = '/' }, response) => {
      asked.push(url)
      const answer = answers.get(url) ?? 404
      if (typeof answer === 'number') return response.writeHead(answer).end()
      const type = typeof answer === 'string' ? 'text/html; charset=utf-8' : 'image/png'
      response.writeHead(200, { 'content-type': type }).end(answer)
    })
    const url = await listening(server)
    await use({ url, asked, answer: (path, answer) => answers.set(path, answer) })
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  },
})

function listening(server: Server): Promise<string> {
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () =>
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    ),
  )
}

function sheet(page: Page): Locator {
  return page.getByRole('dialog')
}

async function listed(machine: Machine): Promise<{ title: string }[]> {
  return JSON.parse((await lectern(machine, ['list', '--json'])).out)
}

test('a page, a library from elsewhere, a book and a PDF are dropped, looked over and taken in', async ({
  machine,
}) => {
  const { page } = await machine.start()
  await drop(page, pageFile('wall.html', 'What the divers found'), await omnivoreZip(), await book(), pdf())
  await expect(sheet(page).getByRole('heading', { name: 'Add 2 stories' })).toBeVisible()
  await expect(sheet(page).getByLabel('Headline')).toHaveValue('What the divers found')
  await expect(sheet(page).getByLabel('Byline')).toHaveValue('Mara Ellison')
  await expect(sheet(page)).toContainText('After this: omnivore.zip')
  await sheet(page).getByRole('button', { name: 'Try another reader' }).click()
  const other = sheet(page).getByRole('button', { name: /^Reader B/ })
  await expect(other).toHaveAttribute('aria-pressed', 'true')
  await expect(other).toBeFocused()
  await sheet(page)
    .getByRole('button', { name: /^Reader A/ })
    .click()
  expect(await axeFindings(page)).toEqual([])
  await sheet(page).getByRole('button', { name: 'Add to library' }).click()

  await expect(sheet(page).getByRole('heading', { name: 'Omnivore' })).toBeVisible()
  await expect(sheet(page).locator('.plan-facts')).toContainText('2 items')
  await expect(sheet(page).locator('.plan-facts')).toContainText('1 note comes along')
  await expect(sheet(page).getByRole('row')).toHaveCount(2)
  expect(await axeFindings(page)).toEqual([])
  await sheet(page).getByRole('checkbox', { name: 'The quay that stayed' }).uncheck()
  await expect(sheet(page)).toContainText('1 of 2 is chosen')
  await sheet(page).getByRole('button', { name: 'Start' }).click()
  await expect(sheet(page).locator('.about').first()).toContainText('harbour.epub')
  await sheet(page).getByRole('button', { name: 'Start' }).click()
  await expect(sheet(page).getByRole('status').first()).toHaveText('All 2 came in or are there already.')
  expect(await axeFindings(page)).toEqual([])
  await sheet(page).getByRole('button', { name: 'Done' }).click()
  await expect(sheet(page)).toHaveCount(0)

  const all = await listed(machine)
  expect(all.map(({ title }) => title).sort()).toEqual([
    'Soundings of the wall',
    'The quay',
    'The wall',
    'The wall that moved',
    'What the divers found',
  ])
  const row = (text: string) => page.getByRole('row').filter({ hasText: text })
  await expect(row('The wall that moved')).toContainText('1 note')
  await expect(row('The Harbour Book')).toHaveCount(2)
  await expect(row('The Harbour Book').first()).toContainText('of 2')
})

test('a page is loaded from its address when it is asked for, and its pictures when they are', async ({
  machine,
  site,
}) => {
  site.answer('/wall', madePage('What the divers found', `${site.url}/wall.png`))
  site.answer('/wall.png', picture(640, 400))
  const { app, page } = await machine.start()
  const elsewhere: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith('app://')) elsewhere.push(request.url())
  })
  await page.getByRole('button', { name: 'Add a story' }).first().click()
  await sheet(page).getByLabel('Address of a page').fill(`${site.url}/wall`)
  expect(site.asked).toEqual([])
  await page.keyboard.press('Enter')
  await expect(sheet(page).getByLabel('Headline')).toHaveValue('What the divers found')
  await sheet(page).getByRole('button', { name: 'Add to library' }).click()
  await expect(page.locator('.article-text')).toContainText('Nobody asked')
  await expect(page.locator('.missing-picture')).toContainText('A wall of granite')
  expect(await axeFindings(page)).toEqual([])
  expect(site.asked).toEqual(['/wall'])

  await page.getByRole('button', { name: 'Keep this article’s pictures' }).click()
  await expect(page.locator('.article-text img')).toBeVisible()
  await expect
    .poll(() => page.locator('.article-text img').evaluate((img: HTMLImageElement) => img.naturalWidth))
    .toBe(640)
  expect(site.asked).toEqual(['/wall', '/wall.png'])
  expect(elsewhere).toEqual([])

  await app.evaluate(({ clipboard }, address) => clipboard.writeText(address), `${site.url}/quay`)
  await page.locator('.reader-scroller').focus()
  await page.keyboard.press('Control+v')
  await expect(sheet(page).getByLabel('Address of a page')).toHaveValue(`${site.url}/quay`)
  await expect(sheet(page).getByRole('button', { name: 'Load' })).toBeFocused()
  expect(site.asked).toEqual(['/wall', '/wall.png'])
})

test('pictures above the line one reads do not move it, while they come and after the next start', async ({
  machine,
  site,
}) => {
  site.answer('/long', longPage('Sixty soundings'))
  for (let index = 4; index < 60; index += 5) site.answer(`/${index}.png`, picture(900, 300 + 20 * index))
  const { page } = await machine.start()
  await page.getByRole('button', { name: 'Add a story' }).first().click()
  await sheet(page).getByLabel('Address of a page').fill(`${site.url}/long`)
  await page.keyboard.press('Enter')
  await sheet(page).getByRole('button', { name: 'Add to library' }).click()
  await page.getByRole('button', { name: 'Keep this article’s pictures' }).click()
  await expect(page.locator('.missing-picture')).toHaveCount(0)
  await page.locator('.reader-scroller').hover()
  for (let turn = 0; turn < 12; turn += 1) {
    await page.mouse.wheel(0, 400)
    await page.waitForTimeout(60) // as a wheel is turned: pictures come into view and are loaded meanwhile
  }
  await page.getByText('Sounding 32.').evaluate((paragraph) => {
    paragraph.closest('.reader-scroller')?.scrollBy(0, paragraph.getBoundingClientRect().top - 40)
  })
  const line = await lineAtRest(page)
  expect(line).toContain('Sounding 32.')
  await machine.close()

  const again = await machine.start()
  await again.page.locator('.article-text').waitFor()
  expect(await lineAtRest(again.page)).toBe(line)
})

/** The words at the top of the reading area, once nothing has moved for a second: longer than pictures take to come. */
async function lineAtRest(page: Page): Promise<string> {
  let [line, same] = ['', 0]
  await expect(async () => {
    const now = await firstWords(page)
    same = now === line ? same + 1 : 0
    line = now
    expect(same).toBeGreaterThan(4)
  }).toPass({ intervals: [200] })
  return line
}

test('items that fail are told of one by one, and come in when they are tried again', async ({
  machine,
  site,
}) => {
  site.answer('/0', madePage('The first tide'))
  site.answer('/1', 503)
  const { page } = await machine.start()
  await drop(
    page,
    pocketCsv(2, (index) => `${site.url}/${index}`),
  )
  await sheet(page)
    .getByLabel(/^Load the pages of links/)
    .check()
  await sheet(page).getByRole('button', { name: 'Start' }).click()
  const failures = sheet(page).getByRole('region', { name: 'What failed' })
  await expect(failures).toContainText('Tide 1')
  await expect(failures).toContainText('503')
  expect(await axeFindings(page)).toEqual([])
  site.answer('/1', madePage('The second tide'))
  await sheet(page).getByRole('button', { name: 'Try these again' }).click()
  await expect(failures).toHaveCount(0)
  await sheet(page).getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('row')).toHaveCount(2)
})

test('an import that is cancelled leaves whole articles, and one that is killed is gone on with', async ({
  machine,
}) => {
  const items = 2000
  const { page } = await machine.start()
  await drop(page, pocketCsv(items))
  await sheet(page).getByRole('button', { name: 'Start' }).click()
  await expect(sheet(page)).toContainText(/Done: [1-9]/)
  await sheet(page).getByRole('button', { name: 'Cancel the import' }).click()
  await expect(sheet(page)).toContainText('You stopped the import at')
  const cancelled = (await listed(machine)).length
  expect(cancelled).toBeGreaterThan(0)
  expect(cancelled).toBeLessThan(items)
  expect(await lectern(machine, ['verify'])).toMatchObject({ code: 0 })
  await sheet(page).getByRole('button', { name: 'Forget' }).click()

  await drop(page, pocketCsv(items))
  await expect(sheet(page).locator('.plan-facts')).toContainText(
    `${cancelled.toLocaleString('en')} already here`,
  )
  await sheet(page).getByRole('button', { name: 'Start' }).click()
  await sheet(page).getByRole('button', { name: 'Go on in the background' }).click()
  const lines = page.getByRole('region', { name: 'Imports' })
  await expect(lines.getByRole('button', { name: /^pocket.csv: / })).toBeVisible()
  await page.getByRole('row').first().click()
  await expect(page.locator('.article-text')).toBeVisible()
  await machine.kill()

  const again = await machine.start()
  const left = again.page.getByRole('region', { name: 'Imports' })
  await expect(left).toContainText('The import of pocket.csv stopped')
  expect(await axeFindings(again.page)).toEqual([])
  await left.getByRole('button', { name: 'Go on' }).click()
  await expect(left.getByRole('button', { name: /added/ })).toBeVisible({ timeout: 90_000 })
  expect(await listed(machine)).toHaveLength(items)
  expect(await lectern(machine, ['verify'])).toMatchObject({ code: 0 })
})
