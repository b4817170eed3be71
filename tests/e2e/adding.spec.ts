import type { Locator, Page } from '@playwright/test'
import { expect, type RunningApp, test } from './app.ts'
import { axeFindings } from './axe.ts'
import { drop } from './drop-files.ts'
import { type MadeFile, omnivoreZip, pageFile, pdf } from './made-files.ts'

function sheet(page: Page): Locator {
  return page.getByRole('dialog')
}

/** As large as a window of 1280 × 860 is to who has everything drawn twice as large. */
async function makeLow({ app }: RunningApp): Promise<void> {
  await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    window?.setMinimumSize(1, 1)
    window?.setContentSize(640, 430)
  })
}

/** A Pocket export of which some lines are no items. */
function pocketWithGaps(): MadeFile {
  const items = Array.from({ length: 12 }, (_, index) => `Tide ${index},https://tides.example/${index}`)
  const gaps = Array.from({ length: 6 }, () => ',')
  const rows = [...items, ...gaps].map((row) => `${row},1716200000,sea,unread,calm`)
  return {
    name: 'pocket.csv',
    bytes: Buffer.from(['title,url,time_added,tags,status,mood', ...rows].join('\n')),
  }
}

test('what of a collection is to come in is chosen by the keyboard, and said', async ({ machine }) => {
  const { page } = await machine.start()
  await drop(page, await omnivoreZip())
  const start = sheet(page).getByRole('button', { name: 'Start' })
  await expect(start).toBeFocused()
  const row = sheet(page).getByRole('row')
  await expect(row).toHaveCount(2)
  await sheet(page).getByRole('button', { name: 'None' }).focus()
  await page.keyboard.press('Enter')
  await expect(sheet(page).getByRole('status').first()).toHaveText('0 of 2 are chosen')
  await expect(start).toBeDisabled()
  await page.keyboard.press('Tab')
  await expect(row.first()).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  await expect(row.nth(1)).toBeFocused()
  await expect(row.nth(1)).toHaveAttribute('aria-selected', 'true')
  await expect(row.first()).toHaveAttribute('aria-selected', 'false')
  await expect(sheet(page).getByRole('status').first()).toHaveText('1 of 2 is chosen')
  await expect(start).toBeEnabled()
})

test('what is skipped is told once for each reason', async ({ machine }) => {
  const { page } = await machine.start()
  await drop(page, pocketWithGaps())
  await sheet(page).getByText('6 entries are skipped').click()
  await expect(sheet(page).locator('.left-over li')).toHaveCount(1)
  await expect(sheet(page)).toContainText('Neither an address nor a text: line 14 · line 15')
  await expect(sheet(page)).toContainText('Kept with each article: mood')
})

test('in the largest print all of a sheet can be reached, and its buttons stay in sight', async ({
  machine,
}) => {
  const running = await machine.start()
  const { page } = running
  await makeLow(running)
  await drop(page, pageFile('wall.html', 'What the divers found'), pdf(), pocketWithGaps())
  await expect(sheet(page).getByRole('button', { name: 'Add to library' })).toBeInViewport({ ratio: 1 })
  await sheet(page).getByText('Every field can be corrected later').scrollIntoViewIfNeeded()
  await expect(sheet(page).getByText('Every field can be corrected later')).toBeInViewport({ ratio: 1 })
  expect(await axeFindings(page)).toEqual([])
  await sheet(page).getByRole('button', { name: 'Add to library' }).click()

  const start = sheet(page).getByRole('button', { name: 'Start' })
  await expect(start).toBeInViewport({ ratio: 1 })
  await sheet(page).getByText('6 entries are skipped').click()
  const options = sheet(page).getByLabel('Keep their pictures')
  await options.scrollIntoViewIfNeeded()
  await expect(options).toBeInViewport({ ratio: 1 })
  await expect(start).toBeInViewport({ ratio: 1 })
  expect(await axeFindings(page)).toEqual([])
})

test('where the system sets the colours, what is chosen is still told from the rest', async ({ machine }) => {
  const { page } = await machine.start()
  await page.emulateMedia({ forcedColors: 'active' })
  await drop(page, await omnivoreZip())
  const start = sheet(page).getByRole('button', { name: 'Start' })
  const cancel = sheet(page).getByRole('button', { name: 'Cancel' })
  await expect(start).toBeVisible()
  expect(await colors(start)).toEqual((await colors(cancel)).toReversed())
  await page.keyboard.press('Escape')
  const chosen = page.getByRole('button', { name: 'All', exact: true })
  const other = page.getByRole('button', { name: 'Unread' })
  expect((await colors(chosen))[1]).toEqual((await colors(other))[0])
  expect(await axeFindings(page)).toEqual([])
})

/** Of the words, and of what is behind them. */
function colors(element: Locator): Promise<string[]> {
  return element.evaluate((one) => {
    const { color, backgroundColor } = getComputedStyle(one)
    return [color, backgroundColor]
  })
}
