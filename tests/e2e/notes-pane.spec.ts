import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { expect, type Machine, root, test } from './app.ts'
import { axeFindings } from './axe.ts'
import { lectern } from './command-line.ts'
import { articleText, cards, painted, selectWords } from './reader-page.ts'

const story = join(root, 'tests/fixtures/harbour-works.txt')
const persian = join(root, 'tests/fixtures/mowjshekan.txt')

type Id = { id: string; source: string }

/** The library's articles by the name of their files. */
async function idOf(machine: Machine, source: string): Promise<string> {
  const listed: Id[] = JSON.parse((await lectern(machine, ['list', '--json'])).out)
  return listed.find((row) => row.source === source)!.id
}

/** The story with four notes: yellow and tagged, blue with words, green, red and tagged. */
async function startWithNotes(machine: Machine): Promise<{ page: Page; id: string }> {
  const { page } = await machine.start(story)
  const id = await idOf(machine, 'harbour-works.txt')
  await lectern(machine, ['note', id, '--quote', 'will not stop for a single tide', '--tag', 'breakwater'])
  const decisions = 'the framework of the decisions made by the council'
  await lectern(machine, ['note', id, '--quote', decisions, '--color', 'blue', '--body', 'Which decisions?'])
  await lectern(machine, ['note', id, '--quote', 'such a priority can not be put off', '--color', 'green'])
  const lawful = ['--quote', 'which the council insists is lawful', '--color', 'red', '--tag', 'disputed']
  await lectern(machine, ['note', id, ...lawful])
  await expect(cards(page)).toHaveCount(4)
  return { page, id }
}

function card(page: Page, words: string): Locator {
  return cards(page).filter({ hasText: words })
}

/** Clicks where the first of these words stands in the article. */
async function clickWords(page: Page, words: string): Promise<void> {
  await selectWords(page, words)
  const { x, y } = await articleText(page).evaluate(() => {
    const { left, top, height } = document.getSelection()!.getRangeAt(0).getClientRects()[0]!
    document.getSelection()!.removeAllRanges()
    return { x: left + 5, y: top + height / 2 }
  })
  await page.mouse.click(x, y)
}

/** Nothing is found by axe in light and dark; the focus stays where it is. */
async function expectAccessible(page: Page): Promise<void> {
  for (const theme of ['dark', 'light']) {
    await page.evaluate((name) => (document.documentElement.dataset['theme'] = name), theme)
    expect(await axeFindings(page), theme).toEqual([])
  }
}

test('notes are filtered by what they are, and the filter is there the next day', async ({ machine }) => {
  const { page } = await startWithNotes(machine)
  await page.getByRole('button', { name: 'Filter notes' }).click()
  await page.getByRole('menuitemcheckbox', { name: /^red/ }).click()
  await page.getByRole('menuitemcheckbox', { name: /^blue/ }).click()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(cards(page)).toHaveText([/decisions/, /lawful/])
  await expect(page.locator('.notes-count')).toHaveText('2 of 4')
  await expectAccessible(page)

  await clickWords(page, 'such a priority')
  await expect(cards(page), 'what is clicked in the text is shown').toHaveCount(3)

  await machine.close()
  const again = await machine.start()
  await expect(cards(again.page)).toHaveText([/decisions/, /lawful/])
  await again.page.getByRole('button', { name: 'red: filter by it no longer' }).click()
  await expect(cards(again.page)).toHaveText([/decisions/])
  await again.page.getByRole('button', { name: 'Show all notes' }).click()
  await expect(cards(again.page)).toHaveCount(4)
})

test('many notes are tagged, recoloured and removed at once, and each is one step to undo', async ({
  machine,
}) => {
  const { page } = await startWithNotes(machine)
  await card(page, 'single tide').click()
  await card(page, 'priority').click({ modifiers: ['Shift'] })
  const bar = page.getByRole('toolbar', { name: 'Chosen notes' })
  await expect(bar).toContainText('3 chosen')
  await expectAccessible(page)

  await bar.getByRole('button', { name: 'Tags of the chosen notes' }).click()
  await page.keyboard.type('council')
  await page.keyboard.press('Enter')
  await expect(cards(page).filter({ has: page.locator('.tag', { hasText: 'council' }) })).toHaveCount(3)
  await expectAccessible(page)
  await page.keyboard.press('Escape')

  await card(page, 'single tide').focus()
  await page.keyboard.press('5')
  await expect.poll(() => painted(page, 'purple')).toHaveLength(3)
  await page.keyboard.press('Delete')
  await expect(cards(page)).toHaveText([/lawful/])
  await expect(card(page, 'lawful')).toBeFocused()

  await page.keyboard.press('Control+z')
  await expect(cards(page)).toHaveCount(4)
  await page.keyboard.press('Control+z')
  await expect.poll(() => painted(page, 'purple')).toEqual([])
  expect(await painted(page, 'yellow')).toEqual(['will not stop for a single tide'])
  await page.keyboard.press('Control+z')
  await expect(page.locator('.tag', { hasText: 'council' })).toHaveCount(0)
  await expect(card(page, 'single tide')).toContainText('breakwater')
  for (let times = 0; times < 3; times += 1) await page.keyboard.press('Control+Shift+z')
  await expect(cards(page)).toHaveText([/lawful/])
})

test('cards are gone through and chosen with the keyboard alone', async ({ machine }) => {
  const { page } = await startWithNotes(machine)
  await cards(page).first().focus()
  await page.keyboard.press('j')
  await expect(card(page, 'decisions')).toBeFocused()
  await expect(card(page, 'decisions')).toHaveAttribute('aria-current', 'true')
  await page.keyboard.press('Space')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(card(page, 'priority')).toHaveAttribute('aria-selected', 'true')
  await expect(page.getByRole('toolbar', { name: 'Chosen notes' })).toContainText('2 chosen')
  await page.keyboard.press('Control+a')
  await expect(page.getByRole('toolbar', { name: 'Chosen notes' })).toContainText('4 chosen')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('toolbar', { name: 'Chosen notes' })).toHaveCount(0)
  await page.keyboard.press('Delete')
  await expect(cards(page)).toHaveCount(3)
  await expect(card(page, 'lawful')).toBeFocused()
})

test('ten different steps are undone one by one, and done again', async ({ machine }) => {
  const { page } = await startWithNotes(machine)
  const said = async () =>
    cards(page).evaluateAll((all) =>
      all.map((one) => `${one.getAttribute('style')?.match(/--\w+-d/)?.[0]} ${one.textContent}`),
    )
  await page.locator('.reader-scroller').focus()
  const states = [await said()]
  const step = async (act: () => Promise<unknown>) => {
    const before = states.at(-1)
    await act()
    await expect.poll(said).not.toEqual(before)
    states.push(await said())
  }
  const write = async (words: string) => {
    await page.keyboard.press('n')
    await page.getByLabel('Note, in Markdown').fill(words)
    await page.keyboard.press('Escape')
    await expect(page.getByLabel('Note, in Markdown')).toHaveCount(0)
  }
  await card(page, 'single tide').focus()
  await step(() => write('First words'))
  await step(() => write('Second words'))
  await step(() => page.keyboard.press('3'))
  await step(() => page.keyboard.press('j').then(() => page.keyboard.press('6')))
  await step(() => page.keyboard.press('Delete'))
  await step(() => page.keyboard.press('Control+a').then(() => page.keyboard.press('2')))
  await page.keyboard.press('Escape')
  await step(() => selectWords(page, 'more quickly and in earnest').then(() => page.keyboard.press('h')))
  await step(() => page.keyboard.press('4'))
  await step(() => write('Of the new one'))
  await step(() => page.getByRole('button', { name: 'Add a note on the article' }).click())
  await page.keyboard.press('Escape')
  const last = await said()

  await cards(page).first().focus()
  for (const state of states.slice(0, -1).toReversed()) {
    await page.keyboard.press('Control+z')
    await expect.poll(said).toEqual(state)
  }
  for (let times = 0; times < 10; times += 1) await page.keyboard.press('Control+Shift+z')
  await expect.poll(said).toEqual(last)
})

test('Markdown is shown as it will read while it is written', async ({ machine }) => {
  const { page } = await startWithNotes(machine)
  await card(page, 'lawful').click()
  await page.keyboard.press('n')
  await page.getByLabel('Note, in Markdown').fill('Says who?')
  const preview = page.getByRole('group', { name: 'Preview' })
  await expect(preview).toHaveCount(0)
  await page.getByLabel('Note, in Markdown').fill('Says **who**?')
  await expect(preview.locator('strong')).toHaveText('who')
  await expectAccessible(page)
})

test('two brackets offer articles, notes and names; the link leads there, and back', async ({ machine }) => {
  await lectern(machine, ['add', persian])
  const { page, id } = await startWithNotes(machine)
  const other = await idOf(machine, 'mowjshekan.txt')
  await lectern(machine, ['note', other, '--quote', 'این طرح', '--body', 'Asked [[Ada Fenn]].'])

  await card(page, 'lawful').click()
  await page.keyboard.press('n')
  await page.keyboard.type('See [[')
  const list = page.getByRole('listbox', { name: 'What to link to' })
  await expect(list.getByRole('option').nth(4)).toBeAttached()
  await expectAccessible(page)
  await page.keyboard.type('بازسازی')
  const chosen = list.getByRole('option', { selected: true })
  await expect(chosen).toContainText('بازسازی موج‌شکن')
  await expect(page.getByLabel('Note, in Markdown')).toHaveAttribute(
    'aria-activedescendant',
    (await chosen.getAttribute('id'))!,
  )
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await expect(list).toHaveCount(0)
  await expect(page.getByLabel('Note, in Markdown')).toHaveValue(
    new RegExp(`^See \\[\\[${other}\\|.*\\]\\]$`),
  )

  await page.keyboard.type(', says [[ada')
  await expect(list.getByRole('option')).toContainText([/Ada Fenn/, /ada/])
  await page.keyboard.press('Escape')
  await expect(list, 'Escape closes the list, not the note').toHaveCount(0)
  await page.keyboard.type(' f')
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Escape')

  await card(page, 'lawful')
    .getByRole('link', { name: /بازسازی/ })
    .click()
  await expect(page.locator('.article')).toHaveAttribute('lang', 'fa')
  await expect(card(page, 'Asked').locator('.note-name')).toHaveText('Ada Fenn')
  const back = page.getByRole('region', { name: 'Linked from' }).getByRole('button')
  await expect(back).toContainText('Harbour works will not pause')
  await expectAccessible(page)
  await back.click()
  await expect(card(page, 'lawful')).toHaveAttribute('aria-current', 'true')

  await lectern(machine, ['note', other, '--quote', 'این سخنان', '--body', `Compare [[${id}|the harbour]]`])
  await expect(page.getByRole('region', { name: 'Linked from' })).toContainText('Compare the harbour')
})

/** Brings in a later edition of the story in which these words read otherwise. */
async function addEdition(machine: Machine, id: string, changes: Record<string, string>): Promise<void> {
  let text = await readFile(story, 'utf8')
  for (const [words, now] of Object.entries(changes)) text = text.replace(words, now)
  const path = join(machine.folder, 'later.txt')
  await writeFile(path, text)
  expect(await lectern(machine, ['add', path, '--as-version-of', id])).toMatchObject({ code: 0, err: '' })
}

test('a note whose words are gone is kept whole, and Enter gives it a place; undoing takes it away', async ({
  machine,
}) => {
  const { page, id } = await startWithNotes(machine)
  const now = 'goes ahead as the council decided'
  await addEdition(machine, id, {
    'will be pursued within the framework of the decisions made by the council': now,
  })
  await page.getByRole('button', { name: '1 note needs a place' }).click()
  await expect(cards(page)).toHaveText([/Which decisions\?/])
  await expect(page.getByRole('heading', { name: 'Needs a place' })).toBeVisible()
  await page.getByRole('button', { name: 'Show all notes' }).click()

  await card(page, 'Which decisions?').focus()
  await page.keyboard.press('Enter')
  const candidate = page.locator('[data-candidate]').first()
  await expect(candidate).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await expect(candidate).toBeFocused()
  const words = await candidate.locator('mark').textContent()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Needs a place' })).toHaveCount(0)
  await expect(card(page, 'Which decisions?')).toBeFocused()
  await expect(card(page, 'Which decisions?').locator('.card-quote')).toHaveText(words!)
  await expect.poll(() => painted(page, 'blue')).toEqual([words])

  await page.keyboard.press('Control+z')
  await expect(page.getByRole('heading', { name: 'Needs a place' })).toBeVisible()
  await expect.poll(() => painted(page, 'blue')).toEqual([])
  await page.keyboard.press('Control+Shift+z')
  await expect.poll(() => painted(page, 'blue')).toEqual([words])
})

test('a lost note is attached to the words that are selected', async ({ machine }) => {
  const { page, id } = await startWithNotes(machine)
  await addEdition(machine, id, {
    'which the council insists is lawful and meant only to protect the quays': 'it said',
  })
  await card(page, 'disputed').click()
  await selectWords(page, 'over the scheme')
  await page.getByRole('button', { name: 'Attach to the selection' }).click()
  await expect.poll(() => painted(page, 'red')).toEqual(['over the scheme'])
  await expect(card(page, 'over the scheme')).toContainText('disputed')
})

test('a passage that reads otherwise now says so, and its wording can be kept', async ({ machine }) => {
  const { page, id } = await startWithNotes(machine)
  await addEdition(machine, id, { 'will not stop for a single tide': 'will not stop for one single tide' })
  const changed = card(page, 'single tide')
  await expect(changed).toContainText('Now reads: will not stop for one single tide')
  await expect(page.locator('.card-place'), 'the others have nothing to say').toHaveCount(1)
  await changed.click()
  await expectAccessible(page)
  await changed.getByRole('button', { name: 'Keep this wording' }).click()
  await expect(changed.locator('.card-quote')).toHaveText('will not stop for one single tide')
  await expect(page.locator('.card-place')).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(changed).toContainText('Now reads: will not stop for one single tide')
})

test('a doubtful place is asked about: confirmed, it is the note’s place; declined, others are offered', async ({
  machine,
}) => {
  const { page, id } = await startWithNotes(machine)
  await addEdition(machine, id, { 'such a priority can not be put off': 'such a task can not wait' })
  const doubtful = card(page, 'Moved: please confirm')
  await expect(doubtful).toContainText('Now reads: such a task can not wait')
  await doubtful.click()
  await expectAccessible(page)
  await doubtful.getByRole('button', { name: 'Not here' }).click()
  await expect(doubtful.getByRole('group', { name: 'Where it may belong' })).toBeVisible()
  await expect(doubtful.locator('[data-candidate]', { hasText: 'such a task' })).toHaveCount(0)
  await doubtful.getByRole('button', { name: 'Confirm' }).click()
  await expect(page.locator('.card-doubt')).toHaveCount(0)
  await expect(card(page, 'such a task can not wait')).toBeFocused()
  await page.keyboard.press('Control+z')
  await expect(doubtful).toHaveCount(1)
})
