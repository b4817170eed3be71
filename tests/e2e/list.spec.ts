import type { Locator, Page } from '@playwright/test'
import { placeLibrary } from '../bench/generator.ts'
import { expect, type Machine, root, test } from './app.ts'
import { axeFindings } from './axe.ts'
import { lectern } from './command-line.ts'

/** Twenty pages of rows: many more than are drawn or asked for at a time. */
const stories = 2000

/** The app with a long list, looked through and with the focus on its first row. */
async function startWithList(machine: Machine): Promise<Page> {
  placeLibrary(stories, machine.library)
  const { page } = await machine.start()
  await expect(grid(page)).toHaveAttribute('aria-rowcount', String(stories))
  await expect(row(page, 1)).toHaveAttribute('aria-busy', 'false')
  await page.keyboard.press('u')
  await expect(row(page, 1)).toBeFocused()
  return page
}

function grid(page: Page): Locator {
  return page.getByRole('grid', { name: 'Articles' })
}

/** The row of this number, counted from 1. */
function row(page: Page, number: number): Locator {
  return page.locator(`[role=row][aria-rowindex="${number}"]`)
}

/** How many headlines can be seen: those of before are drawn, out of sight, until the list has heard of the scrolling. */
async function headlinesInView(page: Page): Promise<number> {
  return page.locator('.article-list').evaluate((list) => {
    const seen = list.getBoundingClientRect()
    const tops = [...list.querySelectorAll('.story-title')].map((title) => title.getBoundingClientRect().top)
    return tops.filter((top) => top > seen.top && top < seen.bottom).length
  })
}

test('the keyboard reaches the last of 2,000 rows at once, and the focus comes along', async ({
  machine,
}) => {
  const page = await startWithList(machine)
  await page.keyboard.press('End')
  const last = row(page, stories)
  await expect(last).toBeFocused()
  await expect(last).toHaveAttribute('aria-busy', 'false')
  await expect(last).toBeInViewport({ ratio: 0.99 })
  await page.keyboard.press('k')
  await expect(row(page, stories - 1)).toBeFocused()
  await page.keyboard.press('PageUp')
  await expect(row(page, stories - 1)).not.toBeFocused()
  await expect(page.locator('[role=row]:focus')).toBeInViewport({ ratio: 0.99 })
  await page.keyboard.press('Home')
  await expect(row(page, 1)).toBeFocused()
  await expect(row(page, 1)).toBeInViewport({ ratio: 0.99 })
})

test('the scrollbar can be thrown anywhere, and the rows come', async ({ machine }) => {
  const page = await startWithList(machine)
  for (const share of [0.5, 0.95, 0.2, 0.7]) {
    await page.locator('.article-list').evaluate((list, to) => {
      list.scrollTop = list.scrollHeight * to
    }, share)
    await expect.poll(() => headlinesInView(page)).toBeGreaterThan(4)
    await expect(page.locator('[role=row][aria-busy=true]')).toHaveCount(0)
  }
  // However far one scrolls, only what is near is drawn.
  expect(await page.locator('[role=row]').count()).toBeLessThan(40)
})

test('the list stands in the order that was chosen, after the next start as well', async ({ machine }) => {
  const page = await startWithList(machine)
  await page.keyboard.press('Shift+S')
  await page.getByRole('menuitemradio', { name: 'Title' }).press('Enter')
  await expect(page.getByRole('button', { name: 'Sorted by title' })).toBeVisible()
  await expect(row(page, 1)).toHaveAttribute('aria-busy', 'false')
  const first = await firstHeadline(page)
  await page.keyboard.press('Shift+S')
  await page.getByRole('menuitemcheckbox', { name: 'From Z to A' }).press('Enter')
  await expect.poll(() => firstHeadline(page)).not.toBe(first)
  const last = await firstHeadline(page)
  await machine.close()
  const again = (await machine.start()).page
  await expect(again.getByRole('button', { name: 'Sorted by title, reversed' })).toBeVisible()
  await expect.poll(() => firstHeadline(again)).toBe(last)
})

async function firstHeadline(page: Page): Promise<string> {
  return row(page, 1).locator('.story-title').innerText()
}

test('a list sorted by progress says how far each article was read', async ({ machine }) => {
  const page = await startWithList(machine)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('sort by progress')
  await page.keyboard.press('Enter')
  await expect(row(page, 1)).toContainText(/\d+ % read/)
})

test('the focus stays on its article when another is added above it', async ({ machine }) => {
  const page = await startWithList(machine)
  for (let times = 0; times < 4; times++) await page.keyboard.press('j')
  const focused = page.locator('[role=row]:focus')
  const before = await focused.locator('.story-title').innerText()
  const added = await lectern(machine, ['add', `${root}/tests/fixtures/harbour-works.txt`])
  expect(added.code, added.err).toBe(0)
  await expect(grid(page)).toHaveAttribute('aria-rowcount', String(stories + 1))
  await expect(row(page, 6)).toBeFocused()
  await expect(focused.locator('.story-title')).toHaveText(before)
})

test('a filter shows its articles from the first one on, and back', async ({ machine }) => {
  const page = await startWithList(machine)
  await page.keyboard.press('End')
  await expect(row(page, stories)).toBeFocused()
  await page.getByRole('button', { name: 'Starred' }).click()
  await expect(grid(page)).not.toHaveAttribute('aria-rowcount', String(stories))
  await expect(row(page, 1)).toBeInViewport()
  await page.getByRole('button', { name: 'All', exact: true }).click()
  await expect(grid(page)).toHaveAttribute('aria-rowcount', String(stories))
  await expect(row(page, 1)).toBeInViewport()
})

test('axe finds nothing in the menu of orders', async ({ machine }) => {
  const page = await startWithList(machine)
  await page.keyboard.press('Shift+S')
  await page.getByRole('menu').waitFor()
  expect(await axeFindings(page)).toEqual([])
})
