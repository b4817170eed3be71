import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, readdir, readFile, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { chromium, type Page } from '@playwright/test'
import { expect, type Machine, root, test as base } from './app.ts'
import { runProgram } from './command-line.ts'
import { articleText, cards, painted, selectWords } from './reader-page.ts'

/** Where the application lies when it is tested: outside of the project, whose node_modules it must not need. */
const packaged = join(tmpdir(), `lectern-packaged-${process.pid}`)
const story = join(root, 'tests/fixtures/harbour-works.txt')

type Running = {
  page: Page
  process: ChildProcess
  /** What it has said so far on standard error, line by line. */
  said: string[]
}

/** Tests that start the packaged app on a machine of their own; it does not outlive them. */
const test = base.extend<{ start: (...args: string[]) => Promise<Running> }>({
  start: async ({ machine }, use) => {
    const started: ChildProcess[] = []
    await use(async (...args) => {
      const app = spawnPackaged(machine, args)
      started.push(app)
      return windowOf(app)
    })
    for (const app of started) {
      if (app.exitCode !== null || app.signalCode !== null) continue
      const ended = once(app, 'exit')
      app.kill()
      await ended
    }
  },
})

test.beforeAll(() => cp(join(root, 'dist/linux-unpacked'), packaged, { recursive: true }))
test.afterAll(() => rm(packaged, { recursive: true, force: true }))

test('the packaged app does the main job, and what it wrote is on the disk', async ({ machine, start }) => {
  const { page, process: app } = await start(story)
  await expect(articleText(page)).toContainText('Deputy Works Minister')
  await selectWords(page, 'such a priority can not be put off')
  const bar = page.getByRole('toolbar', { name: 'Selected words' })
  await bar.getByRole('button', { name: /^Highlight blue/ }).click()
  await expect(cards(page)).toHaveText(/such a priority can not be put off/)
  await expect.poll(() => painted(page, 'blue')).toEqual(['such a priority can not be put off'])

  await selectWords(page, 'which the council insists is lawful')
  await bar.getByRole('button', { name: 'Write a note' }).click()
  await page.getByLabel('Note, in Markdown').fill('Which *council*?')
  await expect(page.locator('.note-status')).toHaveText('Saved')

  const ended = once(app, 'exit')
  await page.close()
  expect(await ended).toEqual([0, null])
  const [article = ''] = await readdir(join(machine.library, 'articles'))
  const folder = join(machine.library, 'articles', article)
  const notes = (await readdir(folder)).find((name) => name.startsWith('notes.')) ?? ''
  expect(await readFile(join(folder, notes), 'utf8')).toContain('Which *council*?')

  const vault = join(machine.folder, 'vault')
  const exported = await runInstalled(machine, ['export', '--format', 'markdown', '--out', vault])
  expect(exported).toMatchObject({ code: 0, err: '' })
  const [markdown = ''] = await readdir(vault)
  expect(await readFile(join(vault, markdown), 'utf8')).toContain(
    '> such a priority can not be put off\n\n^h-',
  )
})

test('the installed command adds from a pipe, without a display', async ({ machine }) => {
  const text = 'Tide table changed\n\nWHITBY (AP) - It changed.\n'
  const added = await runInstalled(machine, ['add', '-', '--json'], text)
  expect(added.err).toBe('')
  expect(JSON.parse(added.out)).toMatchObject([
    { title: 'Tide table changed', agency: 'AP', place: 'WHITBY' },
  ])
  expect(await runInstalled(machine, ['show', 'nobody'])).toMatchObject({ code: 1 })
})

test('a release lets no debugger in', async ({ start }) => {
  const { page, said } = await start('--inspect=0')
  await expect(page.getByRole('heading', { name: 'Library', level: 1 })).toBeVisible()
  expect(said.filter((line) => line.startsWith('Debugger listening'))).toEqual([])
})

/** Runs the launcher as a package manager installs it: through a link in another folder. */
async function runInstalled(machine: Machine, words: string[], input = ''): ReturnType<typeof runProgram> {
  const link = join(machine.folder, 'lectern')
  await symlink(join(packaged, 'resources/bin/lectern'), link).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  return runProgram(machine, [link, ...words], input)
}

function spawnPackaged(machine: Machine, args: string[]): ChildProcess {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  // A release refuses the debugger that Playwright's Electron driver needs. Chromium's own is there for whoever starts
  // the app, and for nobody else.
  return spawn(join(packaged, 'lectern-app'), [...asRoot, '--remote-debugging-port=0', ...args], {
    env: machine.env,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
}

async function windowOf(app: ChildProcess): Promise<Running> {
  const said: string[] = []
  const address = await new Promise<string>((resolve, reject) => {
    app.once('exit', (code) =>
      reject(new Error(`ended with ${code} before it listened:\n${said.join('\n')}`)),
    )
    if (app.stderr === null) throw new Error('standard error is no pipe')
    createInterface(app.stderr).on('line', (line) => {
      said.push(line)
      const listening = /^DevTools listening on (ws:\S+)/.exec(line)
      if (listening?.[1] !== undefined) resolve(listening[1])
    })
  })
  const browser = await chromium.connectOverCDP(address)
  const [context] = browser.contexts()
  if (context === undefined) throw new Error('the app has no browser context')
  const page = context.pages()[0] ?? (await context.waitForEvent('page'))
  return { page, process: app, said }
}

test('the licences of what is built in come along', async () => {
  const named = await Promise.all(
    ['main.md', 'renderer.md', 'fonts.txt'].map((name) => readFile(join(packaged, 'licences', name), 'utf8')),
  )
  expect(named).toEqual(
    ['parse5', 'react-dom', 'Open Font License'].map((name) => expect.stringContaining(name)),
  )
})
