import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ElectronApplication, Locator, Page } from '@playwright/test'
import { commands } from '../../renderer/palette/commands.ts'
import type { Command } from '../../renderer/palette/command.ts'
import type { Bridge, Input, Method, Output } from '../../src/contract.ts'
import { Color } from '../../src/model/note.ts'
import { allNotes } from '../../src/model/settings.ts'
import { expect, type Machine, root, type RunningApp, test } from './app.ts'
import { axeFindings } from './axe.ts'
import { lectern } from './command-line.ts'
import { book } from './made-files.ts'
import { articleText, cards, painted, selectWords } from './reader-page.ts'

const story = join(root, 'tests/fixtures/harbour-works.txt')
const title = 'Harbour works will not pause for talks, deputy minister says'

/** What a key does: `press` presses it once, in a window without sheets, the reader in focus and no notes on the article. */
type Doing = (press: () => Promise<void>, running: RunningApp) => Promise<void>

function block(page: Page, number: number): Locator {
  return articleText(page).locator('[data-block]').nth(number)
}

function opensDialog(name: string): Doing {
  return async (press, { page }) => {
    await press()
    await expect(page.getByRole('dialog', { name })).toBeVisible()
  }
}

/** The system's own dialogs are answered with "cancel", and remembered by their titles. */
function asks(dialogTitle: string): Doing {
  return async (press, { app, page }) => {
    await page.locator('.reader-scroller').focus()
    await press()
    await expect.poll(() => lastAsked(app)).toContain(dialogTitle)
  }
}

async function answerDialogs(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ dialog }) => {
    const asked: string[] = []
    Object.assign(globalThis, { asked })
    dialog.showOpenDialog = async (...options: unknown[]) => {
      asked.push(JSON.stringify(options.at(-1)))
      return { canceled: true, filePaths: [] }
    }
    dialog.showSaveDialog = async (...options: unknown[]) => {
      asked.push(JSON.stringify(options.at(-1)))
      return { canceled: true, filePath: '' }
    }
    dialog.showMessageBox = async (...options: unknown[]) => {
      asked.push(JSON.stringify(options.at(-1)))
      return { response: 1, checkboxChecked: false }
    }
  })
}

async function lastAsked(app: ElectronApplication): Promise<string> {
  return app.evaluate(() => {
    const { asked } = globalThis as unknown as { asked: string[] }
    return asked.at(-1) ?? ''
  })
}

function toggles(shown: (page: Page) => Locator): Doing {
  return async (press, { page }) => {
    const before = await shown(page).isVisible()
    await press()
    await expect(shown(page)).toBeVisible({ visible: !before })
    await press()
    await expect(shown(page)).toBeVisible({ visible: before })
  }
}

async function highlightFirst(page: Page): Promise<void> {
  await block(page, 0).focus()
  await page.keyboard.press('h')
  await expect(cards(page)).toHaveCount(1)
}

function colours(color: Color): Doing {
  return async (press, { page }) => {
    await highlightFirst(page)
    await press()
    await expect.poll(() => painted(page, color)).toHaveLength(1)
    await page.keyboard.press('Escape')
    await selectWords(page, 'which the council insists is lawful')
    await press()
    await expect.poll(() => painted(page, color)).toContain('which the council insists is lawful')
  }
}

/** From one chapter of the book to another, and back to the story. */
function goesOn(from: string, to: string): Doing {
  return async (press, { page }) => {
    await list(page).getByText(from, { exact: true }).click()
    await page.getByRole('navigation', { name: 'Chapters' }).waitFor()
    await press()
    await expect(page.getByRole('region', { name: to, exact: true })).toBeVisible()
    await list(page).getByText(title).click()
    await expect(page.getByRole('region', { name: title })).toBeVisible()
  }
}

function fontSize(page: Page): Promise<number> {
  return articleText(page).evaluate((text) => parseFloat(getComputedStyle(text).fontSize))
}

const list = (page: Page) => page.getByRole('grid', { name: 'Articles' })
const said = (page: Page, text: string | RegExp) => page.getByRole('status').getByText(text)

/** What each command that has keys does when they are pressed. One that is missing here is found out below. */
const doings: Record<string, Doing> = {
  'step.next': async (press, { page }) => {
    await block(page, 1).focus()
    await press()
    await expect(block(page, 2)).toBeFocused()
    await list(page).getByRole('row').first().focus()
    await press()
    await expect(list(page).getByRole('row').nth(1)).toBeFocused()
  },
  'step.previous': async (press, { page }) => {
    await block(page, 1).focus()
    await press()
    await expect(block(page, 0)).toBeFocused()
    await list(page).getByRole('row').nth(1).focus()
    await press()
    await expect(list(page).getByRole('row').first()).toBeFocused()
  },
  'step.sentence': async (press, { page }) => {
    await block(page, 7).focus()
    await press()
    await page.keyboard.press('h')
    await expect(cards(page)).toContainText('In a letter written on December 31')
  },
  'step.quotation': async (press, { page }) => {
    await block(page, 8).focus()
    await press()
    await page.keyboard.press('h')
    await expect(cards(page).locator('.card-quote')).toHaveText(/^“?wrong and meddling”?$/)
  },
  'part.next': goesOn('The wall', 'The quay'),
  'part.previous': goesOn('The quay', 'The wall'),
  'note.highlight': async (press, { page }) => {
    await block(page, 1).focus()
    await press()
    await expect(cards(page)).toContainText('Fenn, who also speaks for the harbour board')
    await selectWords(page, 'more quickly and in earnest')
    await press()
    await expect(cards(page)).toHaveCount(2)
  },
  'note.write': async (press, { page }) => {
    await block(page, 1).focus()
    await press()
    await expect(page.getByLabel('Note, in Markdown')).toBeFocused()
  },
  'note.tag': async (press, { page }) => {
    await block(page, 1).focus()
    await press()
    await expect(page.locator('.note-editor').getByRole('textbox', { name: 'Tags' })).toBeFocused()
  },
  ...Object.fromEntries(Color.options.map((color) => [`color.${color}`, colours(color)])),
  'note.nextHere': async (press, { page }) => {
    await highlightFirst(page)
    await selectWords(page, 'will not stop for a single tide')
    await page.keyboard.press('h')
    await expect(cards(page)).toHaveCount(2)
    const active = page.locator('.card[aria-selected="true"], .card[aria-current="true"]')
    const before = await active.innerText()
    await press()
    await expect(active).not.toHaveText(before)
  },
  'note.remove': async (press, { page }) => {
    await highlightFirst(page)
    await press()
    await expect(cards(page)).toHaveCount(0)
  },
  'note.copy': async (press, { page }) => {
    await block(page, 2).focus()
    await press()
    await expect(said(page, 'Quotation copied as Markdown')).toBeVisible()
  },
  'text.find': async (press, { page }) => {
    await press()
    await expect(page.getByRole('textbox', { name: 'Find in the article' })).toBeFocused()
  },
  'passages.show': async (press, { page }) => {
    await highlightFirst(page)
    await expect.poll(() => painted(page, 'yellow')).toHaveLength(1)
    await press()
    await expect.poll(() => painted(page, 'yellow')).toHaveLength(0)
    await press()
    await expect.poll(() => painted(page, 'yellow')).toHaveLength(1)
  },
  'note.instant': async (press, { page }) => {
    await press()
    await selectWords(page, 'more quickly and in earnest')
    await expect(cards(page)).toHaveCount(1)
    await press()
    await expect(said(page, 'Instant highlighting is off')).toBeVisible()
    await selectWords(page, 'which the council insists')
    await expect(page.getByRole('toolbar', { name: 'Selected words' })).toBeVisible()
    await expect(cards(page)).toHaveCount(1)
  },
  'edit.undo': async (press, { page }) => {
    await highlightFirst(page)
    await press()
    await expect(cards(page)).toHaveCount(0)
  },
  'edit.redo': async (press, { page }) => {
    await highlightFirst(page)
    await page.keyboard.press('Control+z')
    await expect(cards(page)).toHaveCount(0)
    await press()
    await expect(cards(page)).toHaveCount(1)
  },

  'article.star': async (press, { page }) => {
    const star = page.getByRole('button', { name: 'Star', exact: true })
    const before = await star.getAttribute('aria-pressed')
    await press()
    await expect(star).not.toHaveAttribute('aria-pressed', String(before))
  },
  'article.read': async (press, { page }) => {
    const before = await isRead(page)
    await press()
    await expect.poll(() => isRead(page)).toBe(!before)
  },
  'article.source': async (press, { page }) => {
    await press()
    await expect(said(page, /came from a file/)).toBeVisible()
  },
  'article.export': asks('Export notes as Markdown'),
  'article.earlier': opensDialog('Earlier notes'),
  'article.compare': opensDialog('Two versions'),
  'article.remove': async (press, { page }) => {
    await press()
    await expect(page.getByRole('region', { name: title })).toBeHidden()
    await page.keyboard.press('Control+z')
    await expect(page.getByRole('region', { name: title })).toBeVisible()
  },

  'add.choose': asks('Add stories'),
  'add.open': opensDialog('Add to the library'),
  'place.library': async (press, { page }) => {
    await page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Notes' }).click()
    await expect(list(page)).toBeHidden()
    await press()
    await expect(list(page)).toBeVisible()
  },
  'place.notes': async (press, { page }) => {
    await press()
    await expect(page.getByRole('region', { name: 'Notes of the library' })).toBeVisible()
    await page.keyboard.press('Shift+L')
  },
  'place.feeds': async (press, { page }) => {
    await press()
    await expect(page.getByRole('region', { name: 'Feeds' })).toBeVisible()
    await page.keyboard.press('Shift+L')
  },
  'library.list': async (press, { page }) => {
    await press()
    await expect(list(page).locator('[role=row]:focus')).toBeVisible()
  },
  'library.filter': async (press, { page }) => {
    await press()
    await expect(page.getByRole('searchbox', { name: 'Filter articles' })).toBeFocused()
  },
  'library.search': async (press, { page }) => {
    await page.keyboard.press('Shift+N')
    await expect(list(page)).toBeHidden()
    await press()
    await expect(page.getByRole('searchbox', { name: 'Filter articles' })).toBeFocused()
  },
  'library.export': asks('Export notes as Markdown'),
  'library.sort': async (press, { page }) => {
    await press()
    await expect(page.getByRole('menuitemradio', { name: 'Title' })).toBeVisible()
  },
  'trash.open': opensDialog('Trash'),
  'incidents.open': opensDialog('What happened'),
  'backup.save': asks('Back up library'),
  'backup.restore': asks('Restore from backup'),

  'pane.list': toggles(list),
  'pane.notes': toggles((page) => page.getByRole('tab', { name: /^Notes/ })),
  'notes.info': async (press, { page }) => {
    await press()
    await expect(page.getByRole('tab', { name: 'Info' })).toHaveAttribute('aria-selected', 'true')
    await page.getByRole('tab', { name: /^Notes/ }).click()
  },
  'text.larger': async (press, { page }) => {
    const before = await fontSize(page)
    await press()
    await expect.poll(() => fontSize(page)).toBe(before + 1)
  },
  'text.smaller': async (press, { page }) => {
    const before = await fontSize(page)
    await press()
    await expect.poll(() => fontSize(page)).toBe(before - 1)
  },
  'palette.open': opensDialog('Commands and articles'),
  'settings.open': opensDialog('Settings'),
  'keys.show': opensDialog('Keys'),
}

/** What the library answers the window. */
async function ask<M extends Method>(page: Page, method: M, input: Input<M>): Promise<Output<M>> {
  const result = await page.evaluate(
    ([name, asked]) => (window as unknown as { bridge: Bridge }).bridge.call(name, asked),
    [method, input] as const,
  )
  return (result as { value: Output<M> }).value
}

async function isRead(page: Page): Promise<boolean> {
  const sort = { by: 'added', isReversed: false } as const
  const question = { filter: 'all', query: '', sort, after: null, skip: 0, limit: 2 } as const
  const { rows } = await ask(page, 'article.list', question)
  return rows.find((row) => row.title === title)?.reading.isRead ?? false
}

/** The app with a book, a note and a story, which is open in the second of its versions. */
async function startWithStory(machine: Machine): Promise<RunningApp> {
  const { name, bytes } = await book()
  await writeFile(join(machine.folder, name), bytes)
  await lectern(machine, ['add', join(machine.folder, name)])
  await lectern(machine, ['add', '-'], 'Tide table changed\n\nThe tides of Monday are those of Tuesday.\n')
  await lectern(machine, ['add', story])
  const [{ id }] = JSON.parse((await lectern(machine, ['list', '--json'])).out)
  const later = join(machine.folder, 'later.txt')
  await writeFile(
    later,
    (await readFile(story, 'utf8')).replace('three dredging firms', 'four dredging firms'),
  )
  const added = await lectern(machine, ['add', later, '--as-version-of', id])
  expect(added).toMatchObject({ code: 0, err: '' })
  const running = await machine.start()
  const { app, page } = running
  await list(page).getByText(title).click()
  await expect(articleText(page)).toContainText('four dredging firms')
  await answerDialogs(app)
  return running
}

/** Closes what is open, takes the notes away and puts the focus into the text. */
async function tidy(page: Page): Promise<void> {
  for (const name of ['dialog', 'menu'] as const) {
    while ((await page.getByRole(name).count()) > 0) await page.keyboard.press('Escape')
  }
  for (let times = 0; times < 3; times++) await page.keyboard.press('Escape')
  const all = { grouping: 'day', filter: allNotes, query: '', skip: 0, limit: 100 } as const
  const { rows } = await ask(page, 'note.list', all)
  for (const { articleId, id } of rows) await ask(page, 'note.remove', { articleId, id })
  await ask(page, 'settings.save', { color: 'yellow' })
  await expect(cards(page)).toHaveCount(0)
  await page.locator('.reader-scroller').focus()
}

async function pressKeys(page: Page, keys: string): Promise<void> {
  await page.keyboard.press(keys.replace('Mod+', 'Control+'))
}

async function doAll(running: RunningApp, group: Command['group']): Promise<void> {
  const { page } = running
  for (const { id, title: name, keys: all } of commands.filter((command) => command.group === group)) {
    for (const keys of all) {
      await test.step(`${keys}: ${name}`, async () => {
        await tidy(page)
        await doings[id]?.(() => pressKeys(page, keys), running)
      })
    }
  }
}

test.describe('each key does what the table of commands says', () => {
  test.slow() // some forty keys in one window

  test('and none is left out', () => {
    const withKeys = commands.filter(({ keys }) => keys.length > 0).map(({ id }) => id)
    expect(Object.keys(doings).sort()).toEqual(withKeys.sort())
  })

  for (const group of ['Reading', 'Article', 'Library', 'Window'] as const) {
    test(`of the group ${group}`, async ({ machine }) => {
      await doAll(await startWithStory(machine), group)
    })
  }
})

async function openKeys(page: Page): Promise<Locator> {
  await page.locator('.reader-scroller').focus()
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog', { name: 'Commands and articles' }).waitFor()
  await page.keyboard.type('Keys')
  await page.getByRole('option', { name: /^Keys/ }).click()
  const sheet = page.getByRole('dialog', { name: 'Keys' })
  await expect(sheet).toBeVisible()
  return sheet
}

function keyRow(sheet: Locator, id: string): Locator {
  return sheet.locator(`[data-command="${id}"]`)
}

test('a command is given another key, has it after the next start, and is given its own back', async ({
  machine,
}) => {
  const { page } = await startWithStory(machine)
  const sheet = await openKeys(page)
  await keyRow(sheet, 'note.highlight').getByRole('button', { name: 'H: change' }).press('Enter')
  await page.keyboard.press('g')
  await expect(keyRow(sheet, 'note.highlight').getByRole('button', { name: 'G: change' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.locator('.note-empty')).toContainText('press G to highlight')
  await block(page, 1).focus()
  await page.keyboard.press('h')
  await page.keyboard.press('j')
  await expect(block(page, 2)).toBeFocused()
  await page.keyboard.press('g')
  await expect(cards(page)).toContainText('Given the winters of the northern coast')
  await machine.close()

  const again = (await machine.start()).page
  await block(again, 4).focus()
  await again.keyboard.press('g')
  await expect(cards(again)).toHaveCount(2)
  const reopened = await openKeys(again)
  await keyRow(reopened, 'note.highlight').getByRole('button', { name: 'Reset “Highlight” to H' }).click()
  await expect(keyRow(reopened, 'note.highlight').getByRole('button', { name: 'H: change' })).toBeVisible()
  await again.keyboard.press('Escape')
  await block(again, 5).focus()
  await again.keyboard.press('h')
  await expect(cards(again)).toHaveCount(3)
})

test('a key that another command has is asked for, and taken from there', async ({ machine }) => {
  const { page } = await startWithStory(machine)
  const sheet = await openKeys(page)
  const row = keyRow(sheet, 'note.highlight')
  await row.getByRole('button', { name: 'Another key' }).press('Enter')
  await page.keyboard.press('n')
  await expect(row).toContainText('N is “Write a note”.')
  await page.keyboard.press('Escape')
  await expect(keyRow(sheet, 'note.write').getByRole('button', { name: 'N: change' })).toBeVisible()
  await expect(row.locator('.kbd')).toHaveText(['H'])
  await row.getByRole('button', { name: 'Another key' }).press('Enter')
  await page.keyboard.press('n')
  await row.getByRole('button', { name: 'Take it from there' }).press('Enter')
  await expect(row.locator('.kbd')).toHaveText(['H', 'N'])
  await expect(keyRow(sheet, 'note.write').locator('.kbd')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await block(page, 1).focus()
  await page.keyboard.press('n')
  await expect(cards(page)).toHaveCount(1)
  await expect(page.getByLabel('Note, in Markdown')).toHaveCount(0)
  const reopened = await openKeys(page)
  await reopened.getByRole('button', { name: 'Reset all' }).click()
  await expect(keyRow(reopened, 'note.write').locator('.kbd')).toHaveText(['N'])
  await reopened.getByRole('button', { name: 'Undo the reset' }).click()
  await expect(keyRow(reopened, 'note.write').locator('.kbd')).toHaveCount(0)
})

test('a key is taken away; what the system and text need is refused, Escape leaves all as it was', async ({
  machine,
}) => {
  const { page } = await startWithStory(machine)
  const sheet = await openKeys(page)
  await sheet.getByRole('searchbox').fill('tag')
  await expect(sheet.locator('.key-row')).toHaveText([/^Tag/])
  const row = keyRow(sheet, 'note.tag')
  await row.getByRole('button', { name: 'T: change' }).press('Enter')
  for (const keys of ['Tab', 'Enter', 'Control+c', 'Control+v', 'Control+w', 'Alt+x']) {
    await page.keyboard.press(keys)
    await expect(row.getByRole('status')).toHaveText(/\.$/)
  }
  await page.keyboard.press('Escape')
  await expect(row.getByRole('button', { name: 'T: change' })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Backspace')
  await expect(row.locator('.kbd')).toHaveCount(0)
  await expect(row.getByRole('button', { name: 'Another key' })).toBeFocused()
  await expect(sheet).toBeVisible()
})

test('single letters, digits and signs are switched off, and the rest still works', async ({ machine }) => {
  const { page } = await startWithStory(machine)
  await page.keyboard.press('Control+,')
  await page.getByRole('switch', { name: 'Single keys' }).uncheck()
  await page.keyboard.press('Escape')
  await block(page, 1).focus()
  for (const keys of ['h', '2', '?', 'j', '[', 'Shift+S']) await page.keyboard.press(keys)
  await expect(block(page, 1)).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(block(page, 2)).toBeFocused()
  await expect(cards(page)).toHaveCount(0)
  await list(page).getByRole('row').first().focus()
  await page.keyboard.press('j')
  await expect(list(page).getByRole('row').first()).toBeFocused()
  const sheet = await openKeys(page)
  await expect(keyRow(sheet, 'note.highlight').locator('.kbd')).toHaveCount(0)
  await sheet.getByRole('button', { name: 'Switch on' }).click()
  await expect(keyRow(sheet, 'note.highlight').locator('.kbd')).toHaveText(['H'])
})

test('the application’s menu shows the keys that are in force', async ({ machine }) => {
  const { app, page } = await startWithStory(machine)
  const shown = () =>
    app.evaluate(({ Menu }) => {
      const file = Menu.getApplicationMenu()?.items.find(({ label }) => label === '&File')?.submenu
      return file?.items.find(({ label }) => label === 'Trash')?.accelerator ?? null
    })
  expect(await shown()).toBe('CmdOrCtrl+Shift+T')
  const sheet = await openKeys(page)
  await keyRow(sheet, 'trash.open').getByRole('button', { name: 'Ctrl+Shift+T: change' }).press('Enter')
  await page.keyboard.press('F8')
  await expect.poll(shown).toBe('F8')
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Escape')
  await page.keyboard.press('F8')
  await expect(page.getByRole('dialog', { name: 'Trash' })).toBeVisible()
})

for (const theme of ['light', 'dark']) {
  test(`axe finds nothing in the sheet of keys, ${theme}`, async ({ machine }) => {
    const { page } = await startWithStory(machine)
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.type(`Theme: ${theme}`)
    await page.keyboard.press('Enter')
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
    const sheet = await openKeys(page)
    expect(await axeFindings(page)).toEqual([])
    await keyRow(sheet, 'note.highlight').getByRole('button', { name: 'H: change' }).click()
    await page.keyboard.press('Tab')
    expect(await axeFindings(page)).toEqual([])
    await page.keyboard.press('n')
    expect(await axeFindings(page)).toEqual([])
  })
}

async function clipboard(app: ElectronApplication): Promise<{ text: string; html: string }> {
  return app.evaluate(async ({ clipboard: board }) => {
    // Electron before 45 answers the HTML at once; from then on the clipboard is the W3C's.
    if ('readHTML' in board && typeof board.readHTML === 'function') {
      return { text: await board.readText(), html: String(board.readHTML()) }
    }
    const [item] = await board.read()
    const html = item === undefined ? '' : await ((await item.getType('text/html')) as Blob).text()
    return { text: await board.readText(), html }
  })
}

const words = 'Given the winters of the northern coast, such a priority can not be put off, she stressed.'
const origin = 'Northwire News Agency (PORT ELLERY'

test('a quotation is copied with its source as Markdown, plain text and HTML', async ({ machine }) => {
  const { app, page } = await startWithStory(machine)
  await block(page, 2).focus()
  await page.keyboard.press('Control+Shift+C')
  await expect(said(page, 'Quotation copied as Markdown')).toBeVisible()
  const markdown = await clipboard(app)
  expect(markdown.text).toContain(`> ${words}\n>\n> — ${origin}`)
  expect(markdown.html).toContain(`<p>${words}</p>`)

  await page.keyboard.press('Control+,')
  await page.getByRole('radio', { name: 'Plain text' }).check()
  await page.keyboard.press('Escape')
  await block(page, 2).focus()
  await page.keyboard.press('Control+Shift+C')
  await expect(said(page, 'Quotation copied as plain text')).toBeVisible()
  const plain = await clipboard(app)
  expect(plain.text).toContain(`“${words}” — ${origin}`)
  expect(plain.text).toContain(`“${title}”`)
  expect(plain.html).toContain('<blockquote')

  await block(page, 2).focus()
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.type('Copy as HTML')
  await page.keyboard.press('Enter')
  await expect(said(page, 'Quotation copied as HTML')).toBeVisible()
  const html = await clipboard(app)
  expect(html.text).toContain(`<p>${words}</p>\n<footer>— ${origin}`)
  expect(html.html).toContain(`<p>${words}</p>`)
})

test('the source of an article is opened where it has an address', async ({ machine }) => {
  const note = join(machine.folder, 'clipped.md')
  await writeFile(
    note,
    '---\nsource: https://example.org/tides\n---\n\n# Tide table changed\n\nIt changed.\n',
  )
  const { app, page } = await machine.start(note)
  await answerDialogs(app)
  await page.locator('.reader-scroller').focus()
  await page.keyboard.press('o')
  await expect.poll(() => lastAsked(app)).toContain('https://example.org/tides')
})
