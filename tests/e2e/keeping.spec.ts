import { readdir, readFile, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ElectronApplication, Locator, Page } from '@playwright/test'
import { expect, Machine, root, test } from './app.ts'
import { axeFindings } from './axe.ts'
import { lectern } from './command-line.ts'
import { cards, selectWords } from './reader-page.ts'

const story = join(root, 'tests/fixtures/harbour-works.txt')
const persian = join(root, 'tests/fixtures/mowjshekan.txt')
const headline = 'Harbour works will not pause for talks, deputy minister says'

/** The app with the story open and one note in it. */
async function startWithNote(machine: Machine): Promise<{ app: ElectronApplication; page: Page }> {
  const running = await machine.start(story)
  const { page } = running
  await selectWords(page, 'which the council')
  await page.keyboard.press('n')
  await page.keyboard.type('Which council?')
  await expect(page.locator('.note-status')).toHaveText('Saved')
  await page.keyboard.press('Escape')
  return running
}

function sheet(page: Page, name: string): Locator {
  return page.getByRole('dialog', { name })
}

async function openSheet(page: Page, keys: string, name: string): Promise<Locator> {
  await page.keyboard.press(keys)
  const opened = sheet(page, name)
  await opened.waitFor()
  return opened
}

/** The folder of the one article in the library. */
async function articleFolder(machine: Machine): Promise<string> {
  const [id = ''] = await readdir(join(machine.library, 'articles'))
  return join(machine.library, 'articles', id)
}

async function notesFile(machine: Machine): Promise<string> {
  const folder = await articleFolder(machine)
  const name = (await readdir(folder)).find((file) => file.startsWith('notes.'))
  if (name === undefined) throw new Error(`no notes in ${folder}`)
  return join(folder, name)
}

test('what is removed lies in the trash, and comes back whole', async ({ machine }) => {
  const { page } = await startWithNote(machine)
  await page.locator('.card-quote').click()
  await page.keyboard.press('Delete')
  await expect(cards(page)).toHaveCount(0)
  await page.keyboard.press('Control+Delete')
  await expect(page.getByRole('row')).toHaveCount(0)

  const trash = await openSheet(page, 'Control+Shift+T', 'Trash')
  await trash.getByRole('button', { name: `Restore ${headline}` }).press('Enter')
  await trash.getByRole('button', { name: 'Restore which the council' }).press('Enter')
  await expect(trash).toContainText('The trash is empty.')
  await page.keyboard.press('Escape')
  await page.getByRole('row').first().click()
  await expect(cards(page)).toContainText('Which council?')
})

test('a restored article can be put back into the trash', async ({ machine }) => {
  const { page } = await startWithNote(machine)
  await page.keyboard.press('Control+Delete')
  const trash = await openSheet(page, 'Control+Shift+T', 'Trash')
  await trash.getByRole('button', { name: `Restore ${headline}` }).click()
  await expect(trash).toContainText('The trash is empty.')
  await trash.getByRole('button', { name: 'Undo' }).last().click()
  await expect(trash.getByRole('button', { name: `Restore ${headline}` })).toBeVisible()
})

test('earlier notes are looked at and brought back', async ({ machine }) => {
  const { page } = await startWithNote(machine)
  await page.locator('.card-quote').click()
  await page.keyboard.press('Delete')
  await page.locator('.reader-scroller').focus()
  const earlier = await openSheet(page, 'Shift+E', 'Earlier notes')
  await earlier.getByRole('radio').last().press('Enter')
  await expect(earlier).toContainText('which the council')
  await earlier.getByRole('button', { name: 'Bring these back' }).click()
  await expect(earlier).toBeHidden()
  await expect(cards(page)).toHaveCount(1)
  await expect(page.getByRole('status').filter({ hasText: 'brought back' })).toBeVisible()
})

test('what was typed in the last moment is there after the app was killed', async ({ machine }) => {
  const { page } = await machine.start(story)
  await selectWords(page, 'which the council')
  await page.keyboard.press('n')
  await page.getByLabel('Note, in Markdown').waitFor()
  await page.keyboard.type('Every letter of this')
  // It is there before the note is saved, which takes a pause in the typing; whichever came first, it is safe now.
  await expect.poll(() => keptWords(machine)).toContain('Every letter of this')
  await machine.kill()
  const again = (await machine.start()).page
  await expect(cards(again)).toContainText('Every letter of this')
})

/** What is typed lies in a file of its own until it is saved with the note. */
async function keptWords(machine: Machine): Promise<string> {
  const typed = await readFile(join(machine.library, '.lectern/typing.json'), 'utf8').catch(() => '')
  const noted = await notesFile(machine).then(
    (path) => readFile(path, 'utf8'),
    () => '',
  )
  return typed + noted
}

test('a damaged file is put back, and what happened is told until it is put away', async ({ machine }) => {
  await startWithNote(machine)
  await machine.close()
  await truncate(await notesFile(machine), 40)
  const { page } = await machine.start()
  await page.getByRole('button', { name: /^What happened: \d+$/ }).click()
  const told = sheet(page, 'What happened')
  await expect(told).toContainText('A file of notes was damaged or missing.')
  await expect(told).toContainText('It was put back from the copy of')
  await expect(told).toContainText(/articles\/\w+\/notes\.\w+\.json/)
  await told.getByRole('button', { name: 'Put away' }).first().press('Enter')
  await expect(told).toContainText('Nothing happened')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: /^What happened/ })).toHaveCount(0)
})

test('a note written on two machines at once shows both texts until the reader has chosen', async ({
  machine,
}) => {
  const { page } = await startWithNote(machine)
  await writeAsAnotherMachine(machine, 'The town council, says Ivo.')
  const texts = page.getByRole('group', { name: 'Texts written at the same time' })
  await expect(texts).toContainText('Which council?')
  await expect(texts).toContainText('The town council, says Ivo.')
  expect(await axeFindings(page)).toEqual([])
  await texts.getByRole('button', { name: 'Keep both' }).press('Enter')
  await expect(texts).toBeHidden()
  await expect(cards(page).locator('.note-body p')).toHaveText([/council/, /council/])
})

/** The same note, written on another machine that had not seen what was written on this one, as a synchroniser brings it. */
async function writeAsAnotherMachine(machine: Machine, body: string): Promise<void> {
  const path = await notesFile(machine)
  const file = JSON.parse(await readFile(path, 'utf8'))
  const [note] = file.notes
  const edit = { at: note.edits.at(-1).at.replace(/-\w{4}$/, '-0fff'), seen: {}, body }
  const device = file.device.startsWith('0') ? '1'.repeat(12) : '0'.repeat(12)
  const notes = [{ id: note.id, createdAt: note.createdAt, edits: [edit] }]
  const other = { ...file, device, notes, reading: [], facts: [] }
  await writeFile(join(path, '..', `notes.${device}.json`), JSON.stringify(other))
}

test('a backup is written, looked over and merged into an empty library', async ({ machine }) => {
  await lectern(machine, ['add', persian])
  const { app, page } = await startWithNote(machine)
  const path = join(machine.folder, 'library.zip')
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath })
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] })
  }, path)
  await page.keyboard.press('Control+Shift+B')
  await expect(page.getByRole('status').filter({ hasText: `2 articles backed up to ${path}` })).toBeVisible()

  await page.keyboard.press('Control+Shift+R')
  const restore = sheet(page, 'Restore from backup')
  await expect(restore).toContainText('All that is in this backup is in the library already.')
  await restore.getByRole('button', { name: 'Close' }).last().click()

  await machine.close()
  const other = new Machine(join(machine.folder, 'another machine'))
  const empty = await other.start()
  await empty.app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] })
  }, path)
  await empty.page.keyboard.press('Control+Shift+R')
  const plan = sheet(empty.page, 'Restore from backup')
  await expect(plan.locator('[data-effect=added] dd')).toHaveText('2')
  await expect(plan).toContainText(headline)
  expect(await axeFindings(empty.page)).toEqual([])
  await plan.getByRole('button', { name: 'Merge into library' }).click()
  await expect(empty.page.getByRole('row')).toHaveCount(2)
  await empty.page.getByRole('row', { name: headline }).click()
  await expect(cards(empty.page)).toContainText('Which council?')
  await other.close()
})

for (const [name, keys] of [
  ['Trash', 'Control+Shift+T'],
  ['Earlier notes', 'Shift+E'],
  ['What happened', 'Control+Shift+L'],
] as const) {
  for (const theme of ['light', 'dark']) {
    test(`axe finds nothing in the sheet “${name}”, ${theme}`, async ({ machine }) => {
      const { page } = await startWithNote(machine)
      await page.emulateMedia({ colorScheme: theme as 'light' | 'dark' })
      await page.locator('.card-quote').click()
      await page.keyboard.press('Delete')
      await page.locator('.reader-scroller').focus()
      await openSheet(page, keys, name)
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
      expect(await axeFindings(page)).toEqual([])
    })
  }
}
