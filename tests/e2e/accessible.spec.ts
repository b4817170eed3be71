import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, type Machine, root, test } from './app.ts'
import { axeFindings } from './axe.ts'
import { lectern } from './command-line.ts'
import { selectWords } from './reader-page.ts'

const story = join(root, 'tests/fixtures/harbour-works.txt')
const persian = join(root, 'tests/fixtures/mowjshekan.txt')

async function startWithNotes(machine: Machine): Promise<Page> {
  await lectern(machine, ['add', persian])
  const { page } = await machine.start(story)
  const listed = JSON.parse((await lectern(machine, ['list', '--json'])).out)
  const { id } = listed.find(({ source }: { source: string }) => source === 'harbour-works.txt')
  const body = 'See [the letter](https://example.org) and\n\n- [ ] ask'
  await lectern(machine, ['note', id, '--quote', 'new plan', '--body', body, '--tag', 'plans'])
  await lectern(machine, ['note', id, '--quote', 'insists is lawful', '--color', 'red'])
  await page.locator('.card').nth(1).waitFor()
  return page
}

test.describe('axe finds nothing', () => {
  for (const theme of ['light', 'sepia', 'dark']) {
    test(`in the window with a story and its notes, ${theme}`, async ({ machine }) => {
      const page = await startWithNotes(machine)
      await page.keyboard.press('Control+k')
      await page.getByRole('dialog').waitFor()
      await page.keyboard.type(`Theme: ${theme}`)
      await page.keyboard.press('Enter')
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
      await page.locator('.card-quote').first().click()
      await selectWords(page, 'which the council')
      expect(await axeFindings(page)).toEqual([])
    })
  }

  test('where the library is empty', async ({ machine }) => {
    const { page } = await machine.start()
    expect(await axeFindings(page)).toEqual([])
  })

  test('while a note is being written, and in what is known of the article', async ({ machine }) => {
    const page = await startWithNotes(machine)
    await page.locator('.card-quote').first().click()
    await page.keyboard.press('n')
    await page.getByLabel('Note, in Markdown').waitFor()
    expect(await axeFindings(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('tab', { name: 'Info' }).click()
    expect(await axeFindings(page)).toEqual([])
  })

  for (const [name, keys] of [
    ['adding', 'Control+n'],
    ['settings', 'Control+,'],
    ['commands', 'Control+k'],
    ['keys', '?'],
  ] as const) {
    test(`in the sheet of ${name}`, async ({ machine }) => {
      const page = await startWithNotes(machine)
      await page.locator('.reader-scroller').focus()
      await page.keyboard.press(keys)
      await page.getByRole('dialog').waitFor()
      expect(await axeFindings(page)).toEqual([])
    })
  }

  test('in the preview of a story', async ({ machine }) => {
    const { app, page } = await machine.start()
    await app.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] })
    }, story)
    await page.keyboard.press('Control+o')
    await page.getByRole('button', { name: 'Add to library' }).waitFor()
    expect(await axeFindings(page)).toEqual([])
  })
})

test('an Arabic-script article runs from right to left in a window that runs from left to right', async ({
  machine,
}) => {
  const { page } = await machine.start(persian)
  const article = page.locator('.article')
  await expect(article).toHaveAttribute('dir', 'rtl')
  await expect(article).toHaveAttribute('lang', 'fa')
  await expect(page.locator('html')).toHaveAttribute('dir', 'ltr')
  await selectWords(page, 'این طرح از اولویت‌های وزارتخانه است')
  await page.keyboard.press('h')
  await expect(page.locator('.card')).toContainText('این طرح از اولویت‌های وزارتخانه است')
})

test('the window can be as narrow as a third of a screen, and the notes are still at hand', async ({
  machine,
}) => {
  const { app, page } = await machine.start(story)
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setSize(800, 700))
  await expect(page.locator('.article-text')).toBeVisible()
  await page.getByRole('button', { name: 'Show the notes' }).click()
  await expect(page.getByRole('tab', { name: /^Notes/ })).toBeVisible()
  const isWider = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
  expect(isWider).toBe(false)
})
