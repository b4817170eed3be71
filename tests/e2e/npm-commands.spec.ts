import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Machine, root, test } from './app.ts'
import { type Ran, runProgram } from './command-line.ts'

const text = 'Tide table changed\n\nWHITBY (AP) - It changed.\n'

test('npm run lectern prints what the command prints, and nothing else', async ({ machine }) => {
  const { code, out } = await npmLectern(machine, ['add', '-', '--json'], text)
  expect(code).toBe(0)
  expect(JSON.parse(out)).toMatchObject([{ title: 'Tide table changed', agency: 'AP' }])
})

test('npm run lectern takes paths from where the person is', async ({ machine }) => {
  await mkdir(machine.folder, { recursive: true })
  await writeFile(join(machine.folder, 'two words.txt'), text)
  const { code, out } = await npmLectern(machine, [
    'add',
    'two words.txt',
    '--library',
    'elsewhere',
    '--json',
  ])
  expect(code).toBe(0)
  const [added] = JSON.parse(out)
  expect(added.path).toBe(join(machine.folder, 'elsewhere/articles', added.id))
})

test('npm run lectern ends with the exit code of the command', async ({ machine }) => {
  expect((await npmLectern(machine, ['show', 'nobody'])).code).toBe(1)
  expect((await npmLectern(machine, ['nonsense'])).code).toBe(2)
})

/** The command as it stands in the README, called from another folder than the project's. */
async function npmLectern(machine: Machine, words: string[], input = ''): Promise<Ran> {
  return runProgram(machine, ['npm', '--prefix', root, 'run', '-s', 'lectern', '--', ...words], input)
}
