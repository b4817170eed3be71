import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { _electron, type ElectronApplication, type Page, test as base } from '@playwright/test'
import { startVirtualDisplay } from '../../scripts/display.mjs'

export const root = fileURLToPath(new URL('../..', import.meta.url))

/** The app, running, and its window. */
export type RunningApp = { app: ElectronApplication; page: Page }

/** A person's machine: a library and a configuration of its own, on which the app is started, ended and started again. */
export class Machine {
  private running: ElectronApplication | null = null

  constructor(readonly folder: string) {}

  get library(): string {
    return join(this.folder, 'library')
  }

  get env(): Record<string, string> {
    const inherited = Object.entries(process.env).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    )
    return {
      ...Object.fromEntries(inherited),
      XDG_CONFIG_HOME: join(this.folder, 'config'),
      LECTERN_LIBRARY: this.library,
    }
  }

  /** Starts the app and waits until its window is drawn, with the file it is given; links wait for a word, switches open nothing. */
  async start(...named: string[]): Promise<RunningApp> {
    const app = await _electron.launch({
      args: [root, ...named],
      chromiumSandbox: process.getuid?.() !== 0, // Chromium refuses its sandbox to root; nobody else goes without it
      env: this.env,
    })
    this.running = app
    const page = await app.firstWindow()
    await page.getByRole('navigation', { name: 'Main' }).waitFor()
    if (named.some((each) => !/^(?:lectern:|--)/.test(each))) await page.locator('.article-text').waitFor()
    return { app, page }
  }

  /** Ends the app as a person does, by closing its window. */
  async close(): Promise<void> {
    await this.running?.close()
    this.running = null
  }

  /** Ends the app as a crash does: every process of it, without a word. */
  async kill(): Promise<void> {
    const app = this.running
    if (app === null) return
    this.running = null
    const ended = app.waitForEvent('close')
    const pids = await app.evaluate(({ app: electron }) => electron.getAppMetrics().map(({ pid }) => pid))
    for (const pid of pids) killIfThere(pid)
    await ended
  }
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error // it went by itself
  }
}

/** Tests with a machine of their own. Clipboard and keyboard belong to a screen, so that each worker has one. */
export const test = base.extend<{ machine: Machine }, { display: null }>({
  display: [
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use, { parallelIndex }) => {
      // The first one's is the screen on which all of this was started.
      if (parallelIndex === 0) return use(null)
      const { name, close } = await startVirtualDisplay()
      process.env['DISPLAY'] = name
      await use(null)
      close()
    },
    { scope: 'worker', auto: true },
  ],
  // Playwright wants the pattern even where no other fixture is used.
  // oxlint-disable-next-line no-empty-pattern
  machine: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'lectern-e2e-'))
    const machine = new Machine(folder)
    await use(machine)
    await machine.close()
    await rm(folder, { recursive: true, force: true })
  },
})

export { expect } from '@playwright/test'
