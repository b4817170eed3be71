import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, root, test } from './app.ts'
import { lectern } from './command-line.ts'
import { articleText, cards, firstWords, painted, selectWords } from './reader-page.ts'

const story = join(root, 'tests/fixtures/harbour-works.txt')
const title = 'Harbour works will not pause for talks, deputy minister says'

test('a story is chosen, looked over, corrected and added', async ({ machine }) => {
  const { app, page } = await machine.start()
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] })
  }, story)
  await page.getByRole('button', { name: 'Add a story' }).first().click()
  await page.getByRole('button', { name: 'Choose files…' }).click()
  const sheet = page.getByRole('dialog', { name: 'Add to the library' })
  await expect(sheet.getByRole('heading', { name: 'Add 1 story' })).toBeVisible()
  await expect(sheet.getByLabel('Headline')).toHaveValue(title)
  await expect(sheet.getByLabel('Place')).toHaveValue('PORT ELLERY')
  await expect(sheet.getByLabel('Agency')).toHaveValue('Northwire')
  await expect(sheet.getByLabel('Byline')).toHaveValue('Northwire News Agency')
  await sheet.getByLabel('Place').fill('Port Ellery Harbour')
  await sheet.getByRole('button', { name: 'Add to library' }).click()
  await expect(sheet).toBeHidden()
  await expect(page.getByRole('region', { name: title })).toBeVisible()
  await expect(page.locator('.article')).toContainText('Port Ellery Harbour')
  const [listed] = JSON.parse((await lectern(machine, ['list', '--json'])).out)
  expect(listed).toMatchObject({ title, place: 'Port Ellery Harbour', source: 'harbour-works.txt' })
})

test('pasted text becomes a story, and Escape leaves nothing behind', async ({ machine }) => {
  const { page } = await machine.start()
  await page.getByRole('button', { name: 'Add a story' }).first().click()
  await page
    .getByLabel('or paste the text of a story')
    .fill('Tide table changed\n\nWHITBY (AP) - It changed.')
  await page.getByRole('button', { name: 'Look it over' }).click()
  await expect(page.getByLabel('Agency')).toHaveValue('AP')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  expect(await readdir(join(machine.library, 'articles'))).toEqual([])
})

test('dropped files are looked over one by one, the good beside the bad', async ({ machine }) => {
  const { page } = await machine.start()
  const dropped = await page.evaluateHandle(() => {
    const transfer = new DataTransfer()
    transfer.items.add(new File(['Tide table changed\n\nWHITBY, Oct 5 (AP) - It changed.\n'], 'tides.txt'))
    transfer.items.add(new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13])], 'picture.txt'))
    transfer.items.add(new File(['# Harbour notes\n\nFirst *stones*.\n'], 'notes.md'))
    return transfer
  })
  for (const kind of ['dragenter', 'dragover', 'drop']) {
    await page.dispatchEvent('#root > *', kind, { dataTransfer: dropped })
  }
  const sheet = page.getByRole('dialog', { name: 'Add to the library' })
  await expect(sheet.getByRole('heading', { name: 'Add 2 stories' })).toBeVisible()
  await expect(sheet.locator('.add-failed')).toContainText('picture.txt')
  await expect(sheet.getByLabel('Place')).toHaveValue('WHITBY')
  await sheet.getByRole('button', { name: 'Next story' }).click()
  await expect(sheet.getByLabel('Headline')).toHaveValue('Harbour notes')
  await sheet.getByRole('button', { name: 'Add to library' }).click()
  await expect(page.getByRole('row')).toHaveCount(2)
  await expect(page.getByRole('region', { name: 'Tide table changed' })).toBeVisible()
})

test('a file that can not be read says so, by name', async ({ machine }) => {
  const { app, page } = await machine.start()
  const paths = [join(root, 'assets/icon.png'), '/no/such/story.txt']
  await app.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths })
  }, paths)
  await page.keyboard.press('Control+o')
  const alert = page.getByRole('dialog').locator('.add-failed')
  await expect(alert).toContainText('icon.png')
  await expect(alert).toContainText('story.txt')
})

test('highlight, note, tag, undo, export: the main job with the mouse', async ({ machine }) => {
  const { app, page } = await machine.start(story)
  await expect(articleText(page)).toContainText('Deputy Works Minister')

  await selectWords(page, 'such a priority can not be put off')
  await page
    .getByRole('toolbar', { name: 'Selected words' })
    .getByRole('button', { name: /^Highlight blue/ })
    .click()
  await expect(cards(page)).toHaveText(/such a priority can not be put off/)
  await expect.poll(() => painted(page, 'blue')).toEqual(['such a priority can not be put off'])

  await selectWords(page, 'which the council insists is lawful')
  await page
    .getByRole('toolbar', { name: 'Selected words' })
    .getByRole('button', { name: 'Write a note' })
    .click()
  await page.getByLabel('Note, in Markdown').fill('Which *council*?')
  await expect(page.locator('.note-status')).toHaveText('Saved')
  await page.locator('.note-editor').getByRole('textbox', { name: 'Tags' }).fill('disputed')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Done' }).click()
  await expect(cards(page)).toHaveCount(2)
  await expect(cards(page).nth(1)).toContainText('Which council?')
  await expect(cards(page).nth(1)).toContainText('disputed')

  await cards(page).first().locator('.card-quote').click()
  await cards(page).first().getByRole('button', { name: 'Remove' }).click()
  await expect(cards(page)).toHaveCount(1)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(cards(page)).toHaveCount(2)

  const vault = join(machine.folder, 'vault')
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] })
  }, vault)
  await page.locator('.reader-scroller').focus()
  await page.keyboard.press('Control+e')
  await expect.poll(async () => readdir(vault).catch(() => [])).toHaveLength(1)
  const [name = ''] = await readdir(vault)
  const markdown = await readFile(join(vault, name), 'utf8')
  expect(markdown).toContain('> which the council insists is lawful\n\n^h-')
  expect(markdown).toContain('Which *council*?')
  expect(markdown).toContain('#disputed')
})

test('highlight, note, recolour, remove, undo and redo: all of it with the keyboard', async ({ machine }) => {
  const { page } = await machine.start(story)
  await page.locator('.reader-scroller').focus()
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('h')
  await expect(cards(page)).toHaveText(/Fenn, who also speaks for the harbour board/)
  await page.keyboard.press('2')
  await expect.poll(() => painted(page, 'red')).toHaveLength(1)
  await page.keyboard.press('n')
  await page.keyboard.type('Typed, not clicked')
  await expect(page.locator('.note-status')).toHaveText('Saved')
  await page.keyboard.press('Escape')
  await expect(cards(page)).toContainText('Typed, not clicked')
  await page.locator('.reader-scroller').focus()
  await page.keyboard.press('Delete')
  await expect(cards(page)).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(cards(page)).toContainText('Typed, not clicked')
  await page.keyboard.press('Control+z')
  await expect(cards(page)).not.toContainText('Typed, not clicked')
  await page.keyboard.press('Control+z')
  await expect.poll(() => painted(page, 'yellow')).toHaveLength(1)
  await page.keyboard.press('Control+Shift+z')
  await expect.poll(() => painted(page, 'red')).toHaveLength(1)
})

test('keys pressed faster than the disk answers mean what they were meant to', async ({ machine }) => {
  const { page } = await machine.start(story)
  await selectWords(page, 'which the council insists is lawful')
  await page.keyboard.press('3')
  await page.keyboard.press('n')
  await page.keyboard.type('Sought twice, then HnT3 said: no')
  await expect(page.getByLabel('Note, in Markdown')).toHaveValue('Sought twice, then HnT3 said: no')
  await expect(page.locator('.note-status')).toHaveText('Saved')
  await expect(cards(page)).toHaveCount(1)
  await expect.poll(() => painted(page, 'green')).toEqual(['which the council insists is lawful'])
})

test('what the card calls saved is there after the app was killed', async ({ machine }) => {
  const { page } = await machine.start(story)
  await selectWords(page, 'more quickly and in earnest')
  await page.keyboard.press('n')
  await page.getByLabel('Note, in Markdown').fill('Written a moment before the end')
  await expect(page.locator('.note-status')).toHaveText('Saved')
  await machine.kill()

  const again = await machine.start()
  await expect(cards(again.page)).toContainText('Written a moment before the end')
  await expect.poll(() => painted(again.page, 'yellow')).toEqual(['more quickly and in earnest'])
})

test('the library’s process is killed, and the window goes on', async ({ machine }) => {
  const { app, page } = await machine.start(story)
  const pid = await app.evaluate(({ app: electron }) => {
    const service = electron.getAppMetrics().find(({ name }) => name === 'Lectern library')
    return service?.pid ?? 0
  })
  process.kill(pid, 'SIGKILL')
  await selectWords(page, 'more quickly and in earnest')
  await page.keyboard.press('h')
  await expect(cards(page)).toContainText('more quickly and in earnest')
})

test('reading goes on where it was left, at the same line', async ({ machine }) => {
  const { page } = await machine.start(story)
  await page.setViewportSize({ width: 1100, height: 500 })
  const scroller = page.locator('.reader-scroller')
  await scroller.evaluate((element) => element.scrollTo({ top: 430 }))
  await expect.poll(() => firstWords(page)).not.toContain('PORT ELLERY')
  const before = await firstWords(page)
  await machine.close()

  const again = await machine.start()
  await again.page.setViewportSize({ width: 1100, height: 500 })
  await expect.poll(() => firstWords(again.page)).toBe(before)
})

test('the window comes back as it was: its size, its panes, its theme', async ({ machine }) => {
  const { app, page } = await machine.start(story)
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setSize(1180, 740))
  await page.locator('.reader-scroller').focus()
  await page.keyboard.press('[')
  await expect(page.getByRole('grid', { name: 'Articles' })).toBeHidden()
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.type('Theme: dark')
  await page.keyboard.press('Enter')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await machine.close()

  const again = await machine.start()
  await expect(again.page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(again.page.locator('.article')).toBeVisible()
  await expect(again.page.getByRole('grid', { name: 'Articles' })).toBeHidden()
  const size = await again.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getSize())
  expect(size).toEqual([1180, 740])
})

test('a command writes through the running app, and the window shows it at once', async ({ machine }) => {
  const { page } = await machine.start(story)
  await expect(page.getByRole('region', { name: title })).toBeVisible()
  const [{ id }] = JSON.parse((await lectern(machine, ['list', '--json'])).out)
  const noted = await lectern(machine, ['note', id, '--quote', 'new plan', '--body', 'From outside'])
  expect(noted).toMatchObject({ code: 0, err: '' })
  await expect(cards(page)).toContainText('From outside')
  await expect.poll(() => painted(page, 'yellow')).toEqual(['new plan'])
  const added = await lectern(machine, ['add', '-'], 'Brought by a command\n\nThe board met on Monday.\n')
  expect(added).toMatchObject({ code: 0, err: '' })
  await expect(page.getByRole('grid', { name: 'Articles' })).toContainText('Brought by a command')
})

test('facts are corrected after saving, too', async ({ machine }) => {
  const { page } = await machine.start(story)
  await page.getByRole('tab', { name: 'Info' }).click()
  await page.getByRole('tabpanel').getByLabel('Headline').fill('A better headline')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'A better headline' })).toBeVisible()
  await expect(page.getByRole('grid', { name: 'Articles' })).toContainText('A better headline')
})
