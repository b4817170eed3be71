import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, type Machine, root, test } from './app.ts'
import { axeFindings } from './axe.ts'
import { lectern } from './command-line.ts'
import { articleText, cards, painted, selectWords } from './reader-page.ts'

const story = join(root, 'tests/fixtures/harbour-works.txt')
const persian = join(root, 'tests/fixtures/mowjshekan.txt')

const tides = `# The tide tables

The board met on Monday. It spoke for an hour. “We will not wait,” said the chair. Nobody objected.

- First the quays were named.
- Then the locks.

| Quay | Depth |
| --- | --- |
| North | nine metres |
| South | four metres |

> The sea asks nobody.

The meeting closed at six. Boats left at seven.
`

const chinese = `港口工程不会暂停

部长周一表示，防波堤的重建不会停止。他说：“我们不会等待。”会议持续了一个小时。

没有人反对这个计划。
`

async function open(machine: Machine, name: string, text: string): Promise<Page> {
  const path = join(machine.folder, name)
  await writeFile(path, text)
  const { page } = await machine.start(path)
  return page
}

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

/** The words in a layer that is no note's. */
async function inLayer(page: Page, name: string): Promise<string[]> {
  return page.evaluate((layer) => {
    return [...(CSS.highlights.get(layer) ?? [])].map((part) => {
      const range = document.createRange()
      range.setStart(part.startContainer, part.startOffset)
      range.setEnd(part.endContainer, part.endOffset)
      return range.toString()
    })
  }, name)
}

function textOf(page: Page): Promise<string> {
  return articleText(page).evaluate((text) => text.innerHTML)
}

test('passages that lie on each other five deep are each reached by clicks and by keys, and the depth is shown', async ({
  machine,
}) => {
  const { page } = await machine.start(story)
  const nested = [
    'Given the winters of the northern coast, such a priority can not be put off, she stressed',
    'the winters of the northern coast, such a priority can not be put off',
    'the northern coast, such a priority can not',
    'coast, such a priority',
    'such',
  ]
  for (const [index, words] of nested.entries()) {
    await selectWords(page, words)
    await press(page, `${index + 1}`)
    await expect(cards(page)).toHaveCount(index + 1)
  }
  expect(await inLayer(page, 'depth-4')).toEqual(['coast, such a priority'])
  expect(await inLayer(page, 'depth-5')).toEqual(['such'])

  const reached = new Set<string>()
  for (let click = 0; click < nested.length; click++) {
    await clickOn(page, 'such')
    await expect(page.locator('.card[aria-current="true"]')).toHaveCount(1)
    reached.add((await page.locator('.card[aria-current="true"] .card-quote').textContent()) ?? '')
  }
  expect([...reached].sort()).toEqual(nested.toSorted())

  reached.clear()
  for (let step = 0; step < nested.length; step++) {
    await press(page, 'x')
    reached.add((await page.locator('.card[aria-current="true"] .card-quote').textContent()) ?? '')
  }
  expect([...reached].sort()).toEqual(nested.toSorted())
})

/** In the middle of words that stand in one line. */
async function clickOn(page: Page, words: string): Promise<void> {
  const { x, y } = await articleText(page).evaluate((text, wanted) => {
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1
      if (at < 0) continue
      const range = document.createRange()
      range.setStart(node, at)
      range.setEnd(node, at + wanted.length)
      const box = range.getBoundingClientRect()
      return { x: box.left + box.width / 2, y: box.top + box.height / 2 }
    }
    throw new Error(`not in the text: ${wanted}`)
  }, words)
  await page.mouse.click(x, y)
}

test('what is selected from a list over a table into a quotation is one note', async ({ machine }) => {
  const page = await open(machine, 'tides.md', tides)
  await articleText(page).evaluate((text) => {
    const range = document.createRange()
    const words = (selector: string) => text.querySelector(selector)!.firstChild!
    range.setStart(words('li:last-child p'), 'Then '.length)
    range.setEnd(words('blockquote p'), 'The sea'.length)
    document.getSelection()?.addRange(range)
  })
  await page.locator('.selection-bar').waitFor()
  await press(page, 'h')
  await expect(cards(page)).toHaveCount(1)
  await expect(cards(page)).toContainText('the locks.')
  await expect(cards(page)).toContainText('nine metres')
  await expect(cards(page)).toContainText('The sea')
  const [words, ...others] = await painted(page, 'yellow')
  expect(others).toEqual([])
  expect(words).toMatch(/^the locks.*nine metres.*The sea$/s)
})

test('sentences, quotations and paragraphs are gone through and highlighted without selecting', async ({
  machine,
}) => {
  const page = await open(machine, 'tides.md', tides)
  const before = await textOf(page)
  await page.locator('.reader-scroller').focus()
  await press(page, 's')
  expect(await inLayer(page, 'focus')).toEqual(['The board met on Monday.'])
  await press(page, 's')
  expect(await inLayer(page, 'focus')).toEqual(['It spoke for an hour.'])
  await press(page, 'k')
  expect(await inLayer(page, 'focus')).toEqual(['The board met on Monday.'])
  await press(page, 'q')
  expect(await inLayer(page, 'focus')).toEqual(['“We will not wait,”'])
  await press(page, '2', 'h')
  await expect.poll(() => painted(page, 'red')).toEqual(['“We will not wait,”'])
  await press(page, 'Escape', 'j', 'j', 'j')
  await expect(page.locator('[data-block]:focus')).toContainText('North')
  await press(page, 's', 'j', 'j', 'j')
  expect(await inLayer(page, 'focus')).toEqual(['nine metres'])
  await press(page, '3', 'h')
  await expect.poll(() => painted(page, 'green')).toEqual(['nine metres'])
  await press(page, 'q')
  expect(await inLayer(page, 'focus')).toEqual(['The sea asks nobody.'])
  await expect(cards(page)).toHaveCount(2)
  expect(await textOf(page)).toBe(before)
})

for (const [script, selector] of [
  ['a paragraph', '[data-block]:has-text("The board met")'],
  ['a list item', 'li [data-block]:has-text("Then")'],
  ['a table', '[data-block]:has(table)'],
  ['a quotation', 'blockquote [data-block]'],
] as const) {
  test(`${script} that has the focus is highlighted as a whole`, async ({ machine }) => {
    const page = await open(machine, 'tides.md', tides)
    const block = articleText(page).locator(selector)
    await block.focus()
    await press(page, 'h')
    await expect(cards(page)).toHaveCount(1)
    const [words = ''] = await painted(page, 'yellow')
    expect(words.replace(/\s/g, '')).toBe((await block.innerText()).replace(/\s/g, ''))
  })
}

test('Escape widens to the paragraph, then lets go of it', async ({ machine }) => {
  const { page } = await machine.start(story)
  await page.locator('.reader-scroller').focus()
  await press(page, 's')
  await expect(page.locator('[data-block]:focus')).toHaveCount(1)
  await press(page, 'Escape')
  expect(await inLayer(page, 'focus')).toEqual([])
  await expect(page.locator('[data-block]:focus')).toHaveCount(1)
  await press(page, 'Escape')
  await expect(page.locator('.reader-scroller')).toBeFocused()
})

for (const [language, path, words] of [
  [
    'Persian',
    persian,
    'او تأکید کرد که این طرح از اولویت‌های وزارتخانه است و در چارچوب تصمیم‌های شورا دنبال خواهد شد.',
  ],
  ['Chinese', null, '他说：“我们不会等待。”'],
] as const) {
  test(`a sentence is a sentence in ${language}, too`, async ({ machine }) => {
    const page =
      path === null ? await open(machine, 'gangkou.txt', chinese) : (await machine.start(path)).page
    await page.locator('.reader-scroller').focus()
    await press(page, 's', 's', 'h')
    await expect(cards(page)).toHaveCount(1)
    await expect.poll(() => painted(page, 'yellow')).toEqual([words])
  })
}

test('in instant mode what is selected is highlighted, and one step back takes it away', async ({
  machine,
}) => {
  const { page } = await machine.start(story)
  await page.locator('.reader-scroller').focus()
  await press(page, 'Shift+H')
  await selectWords(page, 'more quickly and in earnest')
  await expect.poll(() => painted(page, 'yellow')).toEqual(['more quickly and in earnest'])
  await expect(page.locator('.selection-bar')).toHaveCount(0)
  await expect(page.locator('.card[aria-current="true"]')).toHaveCount(1)
  await press(page, 'Control+z')
  await expect(cards(page)).toHaveCount(0)
})

test('words are found whatever their case, accents and quotation marks, counted, and gone through', async ({
  machine,
}) => {
  const { page } = await machine.start(story)
  const before = await textOf(page)
  await page.locator('.reader-scroller').focus()
  await press(page, 'Control+f')
  const bar = page.getByRole('search', { name: 'Find in the article' })
  const field = bar.getByRole('textbox')
  await expect(field).toBeFocused()
  await field.fill('OF THIS TÒWN')
  await expect(bar.getByRole('status')).toHaveText('1 of 1')
  await field.fill("the town's")
  await expect(bar.getByRole('status')).toHaveText('1 of 2')
  expect(await inLayer(page, 'hit')).toEqual(['the town’s', 'the town’s'])
  expect(await inLayer(page, 'hit-current')).toEqual(['the town’s'])
  await press(page, 'Enter')
  await expect(bar.getByRole('status')).toHaveText('2 of 2')
  await press(page, 'Enter')
  await expect(bar.getByRole('status')).toHaveText('1 of 2')
  await bar.getByRole('button', { name: 'Previous' }).click()
  await expect(bar.getByRole('status')).toHaveText('2 of 2')
  expect(await axeFindings(page)).toEqual([])
  await field.fill('nowhere')
  await expect(bar.getByRole('status')).toHaveText('Not found')
  await press(page, 'Escape')
  await expect(bar).toHaveCount(0)
  await expect(page.locator('.reader-scroller')).toBeFocused()
  expect(await inLayer(page, 'hit')).toEqual([])
  expect(await textOf(page)).toBe(before)
})

test('highlights are hidden and shown again', async ({ machine }) => {
  const { page } = await machine.start(story)
  await selectWords(page, 'more quickly and in earnest')
  await press(page, 'h')
  await expect.poll(() => painted(page, 'yellow')).toHaveLength(1)
  await press(page, 'Control+Shift+H')
  await expect.poll(() => painted(page, 'yellow')).toEqual([])
  await press(page, 'Control+Shift+H')
  await expect.poll(() => painted(page, 'yellow')).toEqual(['more quickly and in earnest'])
})

test('a screen reader is told where highlights start and end, and the text stays as it was', async ({
  machine,
}) => {
  const { page } = await machine.start(story)
  const before = await textOf(page)
  await selectWords(page, 'which the council insists is lawful')
  await press(page, 'h')
  await expect(cards(page)).toHaveCount(1)
  const block = articleText(page).locator('[data-block]', { hasText: 'insists is lawful' })
  await expect(block).toHaveAccessibleDescription(
    'Yellow highlight starts at ‘which the council’, ends at ‘insists is lawful’.',
  )
  expect(await textOf(page)).toBe(before)
  expect(await axeFindings(page)).toEqual([])
})

test('a note is dragged to another sentence, and back with one step', async ({ machine }) => {
  const { page } = await machine.start(story)
  await selectWords(page, 'which the council insists is lawful')
  await press(page, 'h')
  await expect(cards(page)).toHaveCount(1)
  const id = await page.locator('[data-note]').first().getAttribute('data-note')
  const target = articleText(page).locator('[data-block]', { hasText: 'such a priority can not be put off' })
  const transfer = await page.evaluateHandle((note) => {
    const data = new DataTransfer()
    data.setData('application/x-lectern-note', note ?? '')
    return data
  }, id)
  const box = (await target.boundingBox())!
  const at = { clientX: box.x + 60, clientY: box.y + 14, bubbles: true, cancelable: true }
  await target.dispatchEvent('dragover', { dataTransfer: transfer, ...at })
  const sentence =
    'Given the winters of the northern coast, such a priority can not be put off, she stressed.'
  expect(await inLayer(page, 'drop')).toEqual([sentence])
  await target.dispatchEvent('drop', { dataTransfer: transfer, ...at })
  await expect.poll(() => painted(page, 'yellow')).toEqual([sentence])
  expect(await inLayer(page, 'drop')).toEqual([])
  await press(page, 'Control+z')
  await expect.poll(() => painted(page, 'yellow')).toEqual(['which the council insists is lawful'])
})

test('an older version says which one it is, takes no notes, and leads back to the newest', async ({
  machine,
}) => {
  const before = 'Harbour plan\n\nThe quay opens in May. Nobody objected to it.\n\nThe board met again.\n'
  const page = await open(machine, 'plan.txt', before)
  const [{ id }] = JSON.parse((await lectern(machine, ['list', '--json'])).out)
  const added = await lectern(machine, ['add', '-', '--as-version-of', id], before.replace('May', 'June'))
  expect(added).toMatchObject({ code: 0, err: '' })
  await expect(page.locator('.byline')).toContainText('Version 2 of 2')
  await page.getByRole('button', { name: 'What changed' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Read version 1' }).click()
  const older = page.getByRole('complementary', { name: 'Older version' })
  await expect(older).toContainText('Version 1 of 2, as it came in on')
  await expect(articleText(page)).toContainText('in May')
  expect(await axeFindings(page)).toEqual([])
  await page.locator('.reader-scroller').focus()
  await press(page, 's', 'h')
  await expect(page.getByText('Notes are made in the newest version')).toBeVisible()
  await older.getByRole('button', { name: 'Newest version' }).click()
  await expect(articleText(page)).toContainText('in June')
})

test('highlights are painted though somebody typed “highlight” before there was any', async ({ machine }) => {
  const { page } = await machine.start(story)
  await articleText(page).waitFor()
  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: 'Keys' }).getByRole('searchbox').fill('highlight')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await articleText(page).locator('[data-block]').first().focus()
  await page.keyboard.press('h')
  await expect.poll(() => painted(page, 'yellow')).toHaveLength(1)
})
