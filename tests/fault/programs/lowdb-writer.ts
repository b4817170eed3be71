import { writeSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { setInterval as every, setTimeout as sleep } from 'node:timers/promises'
import { JSONFile } from 'lowdb/node'

// The control of the power cuts: rewrites 20 files through lowdb's own adapter, on the same disk and at the same time as the
// library. Beside it another file is synced every 15 ms, as other programs do: that sends the names out before the bytes.
const folder = JSON.parse(process.argv[2] ?? '') as string
const fileCount = 20
const filler = 'tide '.repeat(6_000)

async function beANeighbour(): Promise<void> {
  const file = await open(join(folder, 'neighbour'), 'w')
  for await (const _ of every(15)) {
    await file.write('x')
    await file.sync()
  }
}

async function rewrite(): Promise<void> {
  for (let version = 1; ; version++) {
    const index = version % fileCount
    await new JSONFile(join(folder, `${index}.json`)).write({ version, filler })
    writeSync(1, `${index} ${version}\n`)
    await sleep(2) // or the disk is busy with this alone, and the library gets nothing done before the cut
  }
}

await Promise.all([beANeighbour(), rewrite()])
