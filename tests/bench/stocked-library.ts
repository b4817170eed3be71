import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { type Machine, root } from '../e2e/app.ts'
import { lectern } from '../e2e/command-line.ts'

/** A story of our own in the shape of the one the app was conceived for. */
export const madeStory = join(root, 'tests/fixtures/harbour-works.txt')

/** Puts as many stories into the machine's library, each under a headline of its own; answers the headlines. */
export async function stockLibrary(machine: Machine, stories: number): Promise<string[]> {
  const text = await readFile(madeStory, 'utf8')
  const folder = join(machine.folder, 'stories')
  await mkdir(folder)
  const titles = Array.from(
    { length: stories },
    (_, index) => `Harbour works will not pause for talks (${index + 1})`,
  )
  for (const [index, title] of titles.entries()) {
    await writeFile(join(folder, `story-${index + 1}.txt`), text.replace(/^.*/, title))
  }
  const { code, err } = await lectern(machine, ['add', folder])
  expect(code, err).toBe(0)
  return titles
}
