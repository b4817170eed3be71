import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { placeLibrary } from '../bench/generator.ts'
import { expect, type Machine, root, test } from './app.ts'
import { axeFindings } from './axe.ts'
import { lectern } from './command-line.ts'
import { articleText, painted } from './reader-page.ts'

const story = join(root, 'tests/fixtures/harbour-works.txt')
const persian = join(root, 'tests/fixtures/mowjshekan.txt')

/** Of 2,000 made-up articles every third has notes, one to eight: some 3,000 of them. */
const stories = 2000

async function goToNotes(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: 'Notes' }).click()
  await grid(page).waitFor()
}

function grid(page: Page): Locator {
  return page.getByRole('grid', { name: 'All notes' })
}

/** The row of this number, counted from 1. */
function row(page: Page, number: number): Locator {
  return grid(page).locator(`[role=row][aria-rowindex="${number}"]`)
}

function headings(page: Page): Locator {
  return grid(page).locator('.rows-heading')
}

function filterButton(page: Page): Locator {
  return page.getByRole('button', { name: /^Filter by colour/ })
}

async function groupBy(page: Page, name: string): Promise<void> {
  await page.getByRole('group', { name: 'Group by' }).getByRole('button', { name }).click()
}

/** Two stories, with four notes in two colours; one of them is on the whole article, one has a tag. */
async function startWithNotes(machine: Machine): Promise<Page> {
  await lectern(machine, ['add', persian])
  const { page } = await machine.start(story)
  const listed = JSON.parse((await lectern(machine, ['list', '--json'])).out)
  const idOf = (name: string) => listed.find(({ source }: { source: string }) => source === name).id
  const [harbour, wave] = [idOf('harbour-works.txt'), idOf('mowjshekan.txt')]
  const notes = [
    [harbour, '--quote', 'new plan', '--body', 'Which one?', '--tag', 'plans'],
    [harbour, '--quote', 'insists is lawful', '--color', 'red'],
    [wave, '--quote', 'این طرح از اولویت‌های وزارتخانه است', '--color', 'red'],
    [harbour, '--quote', 'never waited for a treaty', '--body', 'See [[the letter]]'],
  ]
  for (const words of notes) {
    const noted = await lectern(machine, ['note', ...words])
    expect(noted, noted.err).toMatchObject({ code: 0 })
  }
  await goToNotes(page)
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '4')
  return page
}

async function startWithMany(machine: Machine): Promise<{ page: Page; notes: number }> {
  placeLibrary(stories, machine.library)
  const { page } = await machine.start()
  await goToNotes(page)
  await expect
    .poll(async () => Number(await grid(page).getAttribute('aria-rowcount')), { timeout: 30_000 })
    .toBeGreaterThan(2000)
  await expect(page.getByRole('progressbar')).toHaveCount(0, { timeout: 30_000 })
  await expect(row(page, 1)).toHaveAttribute('aria-busy', 'false')
  await page.keyboard.press('u')
  await expect(row(page, 1)).toBeFocused()
  return { page, notes: Number(await grid(page).getAttribute('aria-rowcount')) }
}

test('all notes of the library stand in one place, grouped four ways', async ({ machine }) => {
  const page = await startWithNotes(machine)
  await expect(page.getByRole('button', { name: 'Notes', exact: true })).toHaveAttribute(
    'aria-current',
    'page',
  )
  await expect(headings(page)).toHaveCount(2)
  await expect(headings(page).filter({ hasText: 'Harbour works will not pause' })).toHaveCount(1)
  await groupBy(page, 'Tag')
  await expect(headings(page)).toContainText(['plans', 'Without a tag'])
  await groupBy(page, 'Colour')
  await expect(headings(page)).toContainText(['yellow key point', 'red dispute or check'])
  await groupBy(page, 'Day')
  await expect(headings(page)).toHaveCount(1)
  await expect(headings(page)).toContainText(String(new Date().getFullYear()))
})

test('the place and its grouping are there again after the next start', async ({ machine }) => {
  const page = await startWithNotes(machine)
  await groupBy(page, 'Colour')
  await expect(headings(page)).toHaveCount(2)
  await machine.close()
  const again = (await machine.start()).page
  await expect(headings(again)).toContainText(['yellow', 'red'])
})

test('notes are found by their words and filtered by colour, tag and what was written', async ({
  machine,
}) => {
  const page = await startWithNotes(machine)
  await page.getByRole('searchbox', { name: 'Filter notes' }).fill('treaty')
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '1')
  await expect(row(page, 1)).toContainText('See the letter')
  await page.getByRole('searchbox', { name: 'Filter notes' }).fill('')
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '4')
  await filterButton(page).click()
  await page.getByRole('menuitemcheckbox', { name: /^red/ }).click()
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '2')
  await page.getByRole('menuitemcheckbox', { name: 'With words' }).click()
  await page.keyboard.press('Escape')
  const pane = page.getByRole('region', { name: 'Notes of the library' })
  await expect(pane).toContainText('No note fits this filter.')
  await pane.getByRole('button', { name: 'Show all', exact: true }).click()
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '4')
  await filterButton(page).click()
  await page.getByRole('menuitemcheckbox', { name: 'plans' }).click()
  await page.keyboard.press('Escape')
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '1')
})

test('a note is opened from there in its article, at its words', async ({ machine }) => {
  const page = await startWithNotes(machine)
  await grid(page).getByText('این طرح از اولویت‌های وزارتخانه است').click()
  await expect(articleText(page)).toContainText('بندر الری')
  await expect.poll(() => painted(page, 'red')).toEqual(['این طرح از اولویت‌های وزارتخانه است'])
  await expect(page.locator('.card[aria-current=true]')).toContainText('این طرح')
  await expect(grid(page)).toBeVisible()
})

test('a note made in the text shows up among the others at once', async ({ machine }) => {
  const page = await startWithNotes(machine)
  await page.locator('.reader-scroller').focus()
  await page.keyboard.press('j')
  await page.keyboard.press('h')
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '5')
})

test('a library without notes says what would stand here', async ({ machine }) => {
  const { page } = await machine.start(story)
  await page.getByRole('navigation').getByRole('button', { name: 'Notes' }).click()
  await expect(page.getByText('Whatever you highlight and write')).toBeVisible()
  expect(await axeFindings(page)).toEqual([])
})

test('the keyboard reaches the last of thousands of notes, and opens it', async ({ machine }) => {
  const { page, notes } = await startWithMany(machine)
  await page.keyboard.press('End')
  const last = row(page, notes)
  await expect(last).toBeFocused()
  await expect(last).toHaveAttribute('aria-busy', 'false')
  await expect(last).toBeInViewport({ ratio: 0.99 })
  await page.keyboard.press('k')
  await expect(row(page, notes - 1)).toBeFocused()
  await page.keyboard.press('PageUp')
  await expect(row(page, notes - 1)).not.toBeFocused()
  await page.keyboard.press('Home')
  await expect(row(page, 1)).toBeFocused()
  await page.keyboard.press('j')
  await expect(row(page, 2)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(articleText(page)).toBeVisible()
  await expect(row(page, 2)).toHaveAttribute('aria-selected', 'true')
  await expect(row(page, 2)).toBeFocused()
  expect(await grid(page).getByRole('row').count()).toBeLessThan(60)
})

test('whoever goes to the library and back finds the notes where they were left', async ({ machine }) => {
  const { page } = await startWithMany(machine)
  const list = page.locator('.rows-grouped')
  await list.evaluate((element) => (element.scrollTop = element.scrollHeight / 2))
  await expect(grid(page).locator('[aria-busy=true]')).toHaveCount(0)
  const before = await list.evaluate((element) => element.scrollTop)
  await page.keyboard.press('Shift+L')
  await expect(page.getByRole('grid', { name: 'Articles' })).toBeVisible()
  await page.keyboard.press('Shift+N')
  await grid(page).waitFor()
  await expect
    .poll(async () => Math.abs((await list.evaluate((element) => element.scrollTop)) - before))
    .toBeLessThan(200)
})

test.describe('axe finds nothing', () => {
  for (const theme of ['light', 'dark']) {
    test(`in the place of all notes, ${theme}`, async ({ machine }) => {
      const page = await startWithNotes(machine)
      await page.keyboard.press('Control+k')
      await page.getByRole('dialog').waitFor()
      await page.keyboard.type(`Theme: ${theme}`)
      await page.keyboard.press('Enter')
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
      await groupBy(page, 'Colour')
      await grid(page).getByText('new plan').click()
      await expect(row(page, 1)).toBeVisible()
      expect(await axeFindings(page)).toEqual([])
      await filterButton(page).click()
      await page.getByRole('menu').waitFor()
      expect(await axeFindings(page)).toEqual([])
    })
  }
})
