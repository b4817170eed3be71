import { spawn } from 'node:child_process'
import { cp, mkdir, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, Machine, root, test } from './app.ts'
import { lectern } from './command-line.ts'
import { cards } from './reader-page.ts'

const story = join(root, 'tests/fixtures/harbour-works.txt')

/** Another machine with a copy of this one's library, as a synchroniser makes it. */
async function another(machine: Machine): Promise<Machine> {
  const other = new Machine(join(machine.folder, 'another'))
  await mkdir(other.folder)
  await cp(machine.library, other.library, { recursive: true })
  await rm(join(other.library, '.lectern'), { recursive: true })
  return other
}

async function onlyArticle(machine: Machine): Promise<string> {
  return (await readdir(join(machine.library, 'articles'))).find((name) => !name.startsWith('.')) ?? ''
}

/** Brings what a machine wrote of an article to another, each file at once, as synchronisers do. */
async function synchronise(from: Machine, to: Machine, id: string): Promise<void> {
  const [source, target] = [join(from.library, 'articles', id), join(to.library, 'articles', id)]
  const present = new Set(await readdir(target))
  for (const name of await readdir(source)) {
    if (present.has(name)) continue
    await cp(join(source, name), join(target, `.syncthing.${name}.tmp`))
    await rename(join(target, `.syncthing.${name}.tmp`), join(target, name))
  }
}

test('a note written on another machine appears beside the text that is being read', async ({ machine }) => {
  await lectern(machine, ['add', story])
  const id = await onlyArticle(machine)
  const other = await another(machine)
  const { page } = await machine.start()
  await page.getByRole('row').first().press('Enter')
  await expect(page.locator('.article-text')).toBeVisible()
  await expect(cards(page)).toHaveCount(0)
  const noted = await lectern(other, [
    'note',
    id,
    '--quote',
    'outer breakwater',
    '--nth',
    '1',
    '--body',
    'From the train',
  ])
  expect(noted.err).toBe('')
  await synchronise(other, machine, id)
  await expect(cards(page)).toHaveCount(1)
  await expect(cards(page).first()).toContainText('From the train')
})

test('articles that come and go in the folder come and go in the list', async ({ machine }) => {
  await lectern(machine, ['add', story])
  const other = await another(machine)
  const { page } = await machine.start()
  await expect(page.getByRole('row')).toHaveCount(1)
  const added = await lectern(other, ['add', story])
  const id = added.out.slice(0, 12)
  await cp(join(other.library, 'articles', id), join(machine.library, 'articles', id), { recursive: true })
  await expect(page.getByRole('row')).toHaveCount(2)
  await rm(join(machine.library, 'articles', id), { recursive: true })
  await expect(page.getByRole('row')).toHaveCount(1)
})

test('a library that a command is writing is read meanwhile, and written when the command has ended', async ({
  machine,
}) => {
  await lectern(machine, ['add', story])
  // Reads its input to the end, which we keep open: a long import.
  const command = spawn(process.execPath, [join(root, 'out/main/lectern.js'), 'add', '-'], {
    env: machine.env,
  })
  await expect.poll(async () => (await readdir(join(machine.library, '.lectern'))).join()).toContain('lock.')
  const { page } = await machine.start()
  await expect(page.getByText(/in use by lectern add/)).toBeVisible({ timeout: 15_000 })
  await page.getByRole('row').first().press('Enter')
  await expect(page.locator('.article-text')).toBeVisible()
  command.stdin.end('A second story\n\nIt came from a pipe.\n')
  await expect(page.getByText(/in use by lectern add/)).toBeHidden({ timeout: 15_000 })
  await expect(page.getByRole('row')).toHaveCount(2)
})

test('articles that vanish all at once are a question, and are there again when the drive is', async ({
  machine,
}) => {
  const folder = join(machine.folder, 'stories')
  await mkdir(folder)
  for (let n = 0; n < 25; n++) await cp(story, join(folder, `${n}.txt`))
  await lectern(machine, ['add', folder])
  const { page } = await machine.start()
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '25')
  await rename(join(machine.library, 'articles'), join(machine.folder, 'unplugged'))
  await expect(page.getByRole('button', { name: /What happened/ })).toBeVisible({ timeout: 20_000 })
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '25')
  await rename(join(machine.folder, 'unplugged'), join(machine.library, 'articles'))
  await expect(page.getByRole('button', { name: /What happened/ })).toBeHidden({ timeout: 20_000 })
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '25')
})
