import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { expect, type Machine, type RunningApp, test } from './app.ts'
import { axeFindings } from './axe.ts'
import { pageOfEverything } from './made-page.ts'
import { articleText } from './reader-page.ts'

async function startWithPage(machine: Machine): Promise<RunningApp> {
  const file = join(machine.folder, 'soundings.html')
  await writeFile(file, pageOfEverything)
  return machine.start(file)
}

function table(page: Page, headings: RegExp): Locator {
  return page.getByRole('group', { name: headings })
}

function scrolledBy(box: Locator): Promise<number> {
  return box.evaluate((element) => element.scrollLeft)
}

for (const theme of ['light', 'sepia', 'dark']) {
  test(`axe finds nothing in a text with one of everything, ${theme}`, async ({ machine }) => {
    const { page } = await startWithPage(machine)
    await page.evaluate((name) => (document.documentElement.dataset['theme'] = name), theme)
    expect(await axeFindings(page)).toEqual([])
  })
}

test('a footnote is gone to and come back from by the keyboard', async ({ machine }) => {
  const { page } = await startWithPage(machine)
  const second = page.getByRole('link', { name: 'Footnote 2', exact: true })
  await second.focus()
  await page.keyboard.press('Enter')
  const footnote = page.locator('[role=doc-footnote]').filter({ hasText: 'lost since' })
  await expect(footnote.locator('p')).toBeFocused()
  await expect(footnote).toBeInViewport()
  await page.keyboard.press('Shift+Tab')
  await expect(page.getByRole('link', { name: 'Footnote 2, back to the text' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(second).toBeFocused()
  await expect(second).toBeInViewport()
})

test('a table and code that are wider than the text have names, and scroll by the keyboard in boxes of their own', async ({
  machine,
}) => {
  const { page } = await startWithPage(machine)
  await expect(table(page, /^Table: Day, Depth$/)).toBeVisible()
  for (const box of [table(page, /^Table: Station 0/), page.getByRole('group', { name: 'Code' })]) {
    await box.scrollIntoViewIfNeeded()
    await box.focus()
    for (let press = 0; press < 3; press += 1) await page.keyboard.press('ArrowRight')
    await expect.poll(() => scrolledBy(box)).toBeGreaterThan(0)
  }
  expect(await scrolledBy(page.locator('.reader-scroller'))).toBe(0)
})

test('a picture that is not kept says what it shows, or that it is one, and how to get it', async ({
  machine,
}) => {
  const { page } = await startWithPage(machine)
  const described = page.getByRole('figure').filter({ hasText: 'The wall at low tide' })
  await expect(described.getByText('A wall of granite')).toBeVisible()
  await expect(described.getByRole('button', { name: 'Keep this article’s pictures' })).toBeVisible()
  const other = page.getByRole('figure').filter({ hasText: 'Nobody described this one' })
  await expect(other.getByText('A picture that is not kept')).toBeVisible()
  await expect(articleText(page).locator('img')).toHaveCount(0)
})

test('a page is extracted again from the menu above it; a reader that finds the same adds nothing and says so', async ({
  machine,
}) => {
  const { page } = await startWithPage(machine)
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Extract again with another reader' }).click()
  await expect(page.getByRole('region', { name: 'Messages' })).toContainText('reads just the same')
})
