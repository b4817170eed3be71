import { writeSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'

// The control of the kills: rewrites one file in the plain way, which truncates it first. The size is a much-annotated article's.
const folder = JSON.parse(process.argv[2] ?? '') as string
const path = join(folder, 'notes.json')
const filler = 'tide '.repeat(60_000)

for (let version = 1; ; version++) {
  await writeFile(path, JSON.stringify({ version, filler }))
  writeSync(1, `${version}\n`)
}
