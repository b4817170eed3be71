import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ElectronApplication, Locator, Page } from '@playwright/test'
import { expect, type Machine, root, test } from './app.ts'
import { axeFindings } from './axe.ts'
import { lectern } from './command-line.ts'
import { articleText, cards, firstWords, painted } from './reader-page.ts'

const story = join(root, 'tests/fixtures/harbour-works.txt')
const persian = join(root, 'tests/fixtures/mowjshekan.txt')
const title = 'Harbour works will not pause for talks, deputy minister says'

const stays = 'which the council insists is lawful'
const reworded = 'such a priority can not be put off, she stressed'
const gone = 'keep the town’s trade, its boats and its people from harm'

/** The next edition of the story: one sentence reads otherwise, one is gone, one is new. */
async function nextEdition(machine: Machine, from = story): Promise<string> {
  const path = join(machine.folder, 'next-edition.txt')
  const text = await readFile(from, 'utf8')
  const next = text
    .replace('such a priority can not be put off', 'such a priority can no longer be put off')
    .replace(/^He also underlined.*$/m, 'The council meets again on Friday.')
    .replace('این طرح از اولویت‌های وزارتخانه است', 'این طرح از مهم‌ترین اولویت‌های وزارتخانه است')
    .replace(/^این سخنان پس از.*$/m, 'شورا روز جمعه دوباره گرد هم می‌آید.')
  await writeFile(path, next)
  return path
}

async function startWithNotes(machine: Machine): Promise<{ app: ElectronApplication; page: Page }> {
  const running = await machine.start(story)
  const [{ id }] = JSON.parse((await lectern(machine, ['list', '--json'])).out)
  for (const quote of [stays, reworded, gone]) {
    const noted = await lectern(machine, ['note', id, '--quote', quote, '--body', 'To follow'])
    expect(noted, noted.err).toMatchObject({ code: 0 })
  }
  await expect(cards(running.page)).toHaveCount(3)
  return running
}

/** Hands files in and waits for what is made of them. */
async function handIn(
  { app, page }: { app: ElectronApplication; page: Page },
  ...paths: string[]
): Promise<Locator> {
  await app.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths })
  }, paths)
  await page.keyboard.press('Control+o')
  const sheet = page.getByRole('dialog', { name: 'Add to the library' })
  await sheet.getByLabel('Headline').waitFor()
  return sheet
}

/** The rows of the library's list. */
function stories(page: Page): Locator {
  return page.getByRole('grid', { name: 'Articles' }).getByRole('row')
}

function report(page: Page): Locator {
  return page.getByRole('dialog', { name: 'Two versions' })
}

/** The second edition is in, and the report of what changed is open. */
async function addVersion(machine: Machine): Promise<Page> {
  const running = await startWithNotes(machine)
  const sheet = await handIn(running, await nextEdition(machine))
  await sheet.getByRole('button', { name: 'Add as a new version' }).click()
  await report(running.page).waitFor()
  return running.page
}

async function setTheme(page: Page, theme: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.type(`Theme: ${theme}`)
  await page.keyboard.press('Enter')
  await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
}

test('a new edition keeps the old one, and says what became of each note', async ({ machine }) => {
  const running = await startWithNotes(machine)
  const { page } = running
  const sheet = await handIn(running, await nextEdition(machine))
  await expect(sheet.locator('.known')).toContainText(`You have this story: ${title}`)
  await expect(sheet.getByRole('radio', { name: /^A new version of it/ })).toBeChecked()
  await sheet.getByRole('button', { name: 'Add as a new version' }).click()

  const notes = report(page).getByRole('region', { name: 'What became of the notes' })
  await expect(notes).toContainText('1 stands as it was · 1 reads otherwise · 1 needs a place')
  const changed = notes.locator('[data-outcome=reworded]')
  await expect(changed).toContainText(reworded)
  await expect(changed).toContainText('The quotation you marked now reads')
  await expect(changed).toContainText('such a priority can no longer be put off, she stressed')
  await expect(notes.locator('[data-outcome=lost]')).toContainText(gone)

  const text = report(page).getByRole('region', { name: 'The text' })
  await expect(text.locator('[data-kind=changed] ins')).toContainText('no longer')
  await expect(text.locator('[data-kind=removed]')).toContainText(gone)
  await expect(text.locator('[data-kind=added]')).toContainText('The council meets again on Friday.')
  await expect(text.getByText(/sentences unchanged$/).first()).toBeVisible()

  await changed.getByRole('button').click()
  await expect(report(page)).toBeHidden()
  await expect(articleText(page)).toContainText('no longer be put off')
  await expect
    .poll(() => painted(page, 'yellow'))
    .toContain('such a priority can no longer be put off, she stressed')
  await expect(cards(page)).toHaveCount(3)
  await expect(page.getByText(/1 note needs a place/)).toBeVisible()
  await expect(stories(page)).toContainText('2 versions')
})

test('what did not change is folded away, and opens', async ({ machine }) => {
  const page = await addVersion(machine)
  const text = report(page).getByRole('region', { name: 'The text' })
  const words = text.getByText('The growing fleet of this town', { exact: false })
  await expect(words).toBeHidden()
  await text.locator('summary').first().click()
  await report(page).getByRole('button', { name: 'Whole text' }).click()
  await expect(words).toBeVisible()
  await expect(text.locator('summary')).toHaveCount(0)
})

test('the first edition can still be read, with its notes where they were', async ({ machine }) => {
  const page = await addVersion(machine)
  await report(page).getByRole('button', { name: 'Read version 1' }).click()
  await expect(articleText(page)).toContainText('can not be put off')
  await expect(articleText(page)).toContainText(gone)
  await expect.poll(() => painted(page, 'yellow')).toContain(gone)
})

test('the same story once more is left out, and the one that is there is opened', async ({ machine }) => {
  const running = await startWithNotes(machine)
  const sheet = await handIn(running, story)
  await expect(sheet.getByRole('radio', { name: 'It is the same: do not add' })).toBeChecked()
  await expect(sheet.locator('.known')).toContainText('It is the same file.')
  await sheet.getByRole('button', { name: 'Leave out' }).click()
  await expect(running.page.getByText('Already in the library')).toBeVisible()
  await expect(stories(running.page)).toHaveCount(1)
})

test('another edition can stand by itself', async ({ machine }) => {
  const running = await startWithNotes(machine)
  const sheet = await handIn(running, await nextEdition(machine))
  await sheet.getByRole('radio', { name: 'A separate article' }).check()
  await sheet.getByRole('button', { name: 'Add to library' }).click()
  await expect(stories(running.page)).toHaveCount(2)
  await expect(cards(running.page)).toHaveCount(0)
})

test('of several files each has a choice of its own, and what became of them is summed up', async ({
  machine,
}) => {
  const running = await startWithNotes(machine)
  const sheet = await handIn(running, persian, story, await nextEdition(machine))
  await expect(sheet.locator('.known')).toHaveCount(0)
  await sheet.getByRole('button', { name: '2 known already' }).click()
  await expect(sheet.getByRole('radio', { name: /the same/ })).toBeChecked()
  await sheet.getByRole('button', { name: '2 known already' }).click()
  await expect(sheet.getByRole('radio', { name: /^A new version/ })).toBeChecked()
  await sheet.getByRole('button', { name: 'Add to library' }).click()
  await expect(report(running.page)).toBeVisible()
  await expect(report(running.page).getByText('1 added, 1 new version, 1 left out')).toBeVisible()
})

test('an edition that a command brings comes into the open article, and the place is kept', async ({
  machine,
}) => {
  const { page } = await startWithNotes(machine)
  await page.setViewportSize({ width: 1100, height: 500 })
  await page.locator('.reader-scroller').evaluate((element) => element.scrollTo({ top: 430 }))
  await expect.poll(() => firstWords(page)).not.toContain('PORT ELLERY')
  const before = await firstWords(page)
  const path = await nextEdition(machine)
  const longer = (await readFile(path, 'utf8')).replace(
    'ports go on.',
    'ports go on. The talks resume on Monday, and the harbour stays open to every ship until they end.',
  )
  await writeFile(path, longer)
  const [{ id }] = JSON.parse((await lectern(machine, ['list', '--json'])).out)
  const added = await lectern(machine, ['add', '--as-version-of', id, path])
  expect(added, added.err).toMatchObject({ code: 0 })
  await expect(articleText(page)).toContainText('The talks resume on Monday')
  await expect.poll(() => firstWords(page)).toBe(before)
})

test('a story written from right to left is compared from right to left', async ({ machine }) => {
  const running = await machine.start(persian)
  const [{ id }] = JSON.parse((await lectern(machine, ['list', '--json'])).out)
  await lectern(machine, ['note', id, '--quote', 'این طرح از اولویت‌های وزارتخانه است'])
  const sheet = await handIn(running, await nextEdition(machine, persian))
  await sheet.getByRole('button', { name: 'Add as a new version' }).click()
  const text = report(running.page).getByRole('region', { name: 'The text' })
  await expect(text).toHaveAttribute('dir', 'rtl')
  await expect(text.locator('[data-kind=changed] ins')).toContainText('مهم‌ترین')
  await expect(report(running.page).locator('[data-outcome=reworded]')).toContainText('مهم‌ترین اولویت‌های')
  expect(await axeFindings(running.page)).toEqual([])
})

test.describe('axe finds nothing', () => {
  for (const theme of ['light', 'dark']) {
    test(`in the report of a new edition, and where it is handed in, ${theme}`, async ({ machine }) => {
      const running = await startWithNotes(machine)
      await setTheme(running.page, theme)
      const sheet = await handIn(running, await nextEdition(machine))
      expect(await axeFindings(running.page)).toEqual([])
      await sheet.getByRole('button', { name: 'Add as a new version' }).click()
      await report(running.page).locator('[data-kind=changed]').waitFor()
      expect(await axeFindings(running.page)).toEqual([])
    })
  }
})
