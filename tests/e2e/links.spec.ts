import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Locator, Page } from '@playwright/test'
import { expect, type Machine, root, type RunningApp, test as base } from './app.ts'
import { lectern } from './command-line.ts'
import { page as madePage } from './made-files.ts'

/** A server of this machine with one page, and what it was asked for. */
type Site = { lamp: string; asked: string[] }

const test = base.extend<{ site: Site }>({
  // oxlint-disable-next-line no-empty-pattern
  site: async ({}, use) => {
    const asked: string[] = []
    const server = createServer(({ url = '/' }, response) => {
      asked.push(url)
      response.setHeader('content-type', 'text/html; charset=utf-8').end(madePage('The lamp of the point'))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo // of a server that listens on a port
    await use({ lamp: `http://127.0.0.1:${port}/lamp?day=2#noon`, asked })
    server.closeAllConnections()
    server.close()
  },
})

function link(address: string): string {
  return `lectern://add?url=${encodeURIComponent(address)}`
}

/** Starts the app once more, as a click on a link in a browser does; it ends by itself. */
async function startAgain({ app }: RunningApp, machine: Machine, ...named: string[]): Promise<void> {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [] // as in `app.ts`
  const child = spawn(app.process().spawnfile, [...sandbox, root, ...named], {
    env: machine.env,
    stdio: 'ignore',
  })
  expect(await once(child, 'exit')).toEqual([0, null])
}

function address(page: Page): Locator {
  return page.getByRole('dialog').getByLabel('Address of a page, feed or file')
}

async function say(yes: Locator): Promise<void> {
  await expect(yes).toBeFocused()
  await yes.press('Enter')
}

test('a link starts the app with a question; the page is loaded after the yes', async ({ machine, site }) => {
  const { page } = await machine.start(link(site.lamp))
  await expect(address(page)).toHaveValue(site.lamp)
  expect(site.asked).toEqual([])
  await say(page.getByRole('dialog').getByRole('button', { name: 'Load', exact: true }))
  await expect(page.getByRole('dialog').getByLabel('Headline')).toHaveValue('The lamp of the point')
  expect(site.asked).toEqual(['/lamp?day=2'])
  await page.getByRole('button', { name: 'Add to library' }).click()
  await expect(page.locator('.article-text')).toBeVisible()
  const kept = JSON.parse((await lectern(machine, ['list', '--json'])).out)
  expect(kept).toMatchObject([{ title: 'The lamp of the point' }])
})

test('a link that is opened while the app runs is asked about there; closed, it loads nothing', async ({
  machine,
  site,
}) => {
  const running = await machine.start()
  const { page } = running
  await startAgain(running, machine, link(site.lamp))
  await expect(address(page)).toHaveValue(site.lamp)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await startAgain(running, machine, link(site.lamp))
  await expect(address(page)).toHaveValue(site.lamp)
  expect(site.asked).toEqual([])
  await say(page.getByRole('dialog').getByRole('button', { name: 'Load', exact: true }))
  await expect(page.getByRole('dialog').getByLabel('Headline')).toHaveValue('The lamp of the point')
  expect(site.asked).toEqual(['/lamp?day=2'])
})

test('a link that asks for anything else is refused with a sentence', async ({ machine, site }) => {
  const running = await machine.start('lectern://add?url=file:///etc/passwd')
  const { page } = running
  await expect(
    page.getByText('Only addresses that begin with http:// or https:// can be loaded'),
  ).toBeVisible()
  await startAgain(running, machine, `lectern://remove?url=${encodeURIComponent(site.lamp)}`)
  await expect(page.getByText('lectern://remove')).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  expect(site.asked).toEqual([])
})
