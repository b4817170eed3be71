import {
  closeSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  rmSync,
  unlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { openToRead, openToWrite } from '../../../main/session.ts'
import { must } from '../ask.ts'
import { type Round, type Row, skipped, Tally, trying } from '../kind.ts'
import { makeImage, mountImage, mountTmpfs, unmount } from '../mount.ts'
import { withLibrary } from '../opened.ts'
import { type Save, Saves } from '../saves.ts'
import { bytesOf, isJson, leftOversIn, userFilesIn } from '../tree.ts'

type Disk = {
  name: string
  mount: (folder: string) => void
  levels: number
  fill: (folder: string, level: number) => void
}

/**
 * Fills a small disk until so many bytes, or file names, are free, and saves: swept, so that the disk is full at each step of
 * a save in turn.
 */
export async function fullDisk(round: Round): Promise<Row[]> {
  if (!round.canMount.tmpfs) return [skipped('full disk', 'no small disk can be mounted here')]
  const levels = round.isLong ? 200 : 20
  // The greatest save here takes 60 kB.
  const fill = (folder: string, level: number): void => fillBytes(folder, (level * 80_000) / levels)
  const rows = [
    await sweep(round, { name: 'tmpfs', mount: (at) => mountTmpfs(at, 'size=8m'), levels, fill }),
    // Nine names are more than one save takes.
    await sweep(round, {
      name: 'names',
      mount: (at) => mountTmpfs(at, 'size=32m,nr_inodes=900'),
      levels: 10,
      fill: fillNames,
    }),
  ]
  if (!round.canMount.image) return [...rows, skipped('full disk, ext4', 'no image can be mounted here')]
  const image = join(round.work, 'full.img')
  makeImage(image, 'ext4', 16 * 2 ** 20)
  return [
    ...rows,
    await sweep(round, { name: 'ext4', mount: (at) => mountImage(image, at, ''), levels, fill }),
  ]
}

async function sweep(round: Round, disk: Disk): Promise<Row> {
  const tally = new Tally()
  const folder = join(round.work, disk.name)
  disk.mount(folder)
  const root = join(folder, 'library')
  const session = await must(openToWrite(root, 'the full disk'))
  const saves = await Saves.begin(root, session)
  let refused = 0
  for (let level = 0; level < disk.levels; level++) {
    for (const save of await saves.next(level)) {
      trying(round, `${disk.name}, level ${level}, ${save.name}`)
      const wasSaved = await saveOnFullDisk({ disk, folder, level }, save, tally)
      if (!wasSaved) refused += 1
    }
  }
  await checkReading(disk, folder, tally)
  await session.close()
  await withLibrary(root, tally, (again) => saves.check(again, tally))
  unmount(folder)
  if (refused < tally.runs / 10) tally.break(`only ${refused} of ${tally.runs} saves met a full disk`)
  return tally.row(`full disk, ${disk.name}`, `${refused} refused, each done when there was room again`)
}

/** Answers whether it was saved while the disk was full; if not, it is once there is room. */
async function saveOnFullDisk(
  { disk, folder, level }: { disk: Disk; folder: string; level: number },
  save: Save,
  tally: Tally,
): Promise<boolean> {
  const root = join(folder, 'library')
  const before = bytesOf(root, userFilesIn(root))
  disk.fill(folder, level)
  const answer = await save.run()
  const where = `${disk.name}, level ${level}, ${save.name}`
  const torn = tornSince(root, before)
  tally.damaged += torn.length
  for (const what of [...torn, ...leftOversIn(root).map((path) => `${path} is left over`)])
    tally.break(`${where}, ${answer.ok ? 'saved' : answer.error.code}: ${what}`)
  rmSync(join(folder, 'ballast'), { recursive: true })
  tally.runs += 1
  tally.acknowledged += 1
  if (answer.ok) return true
  if (answer.error.code !== 'disk-full') tally.break(`${where}: ${JSON.stringify(answer.error)}`)
  const again = await save.run()
  if (!again.ok && !save.hasHappened())
    tally.break(`${where}, again with room: ${JSON.stringify(again.error)}`)
  return false
}

/** What is neither as it was nor new and whole. */
function tornSince(root: string, before: ReadonlyMap<string, Buffer>): string[] {
  const after = bytesOf(root, userFilesIn(root))
  const torn: string[] = []
  for (const [path, bytes] of before) {
    // An article that was removed has moved.
    const now = after.get(path) ?? after.get(path.replace(/^articles/, 'trash'))
    if (now === undefined) torn.push(`${path} is gone`)
    else if (!now.equals(bytes) && !isJson(now.toString())) torn.push(`${path} is torn`)
  }
  for (const [path, bytes] of after)
    if (!before.has(path) && path.endsWith('.json') && !isJson(bytes.toString()))
      torn.push(`${path} is new and torn`)
  return torn
}

/** No byte and no name is needed to read. */
async function checkReading(disk: Disk, folder: string, tally: Tally): Promise<void> {
  disk.fill(folder, 0)
  const reading = await openToRead(join(folder, 'library'))
  if (reading.ok) await reading.value.close()
  else {
    tally.unopened += 1
    tally.break(`reading on a full disk: ${JSON.stringify(reading.error)}`)
  }
  rmSync(join(folder, 'ballast'), { recursive: true })
}

/** Takes all room but so many bytes. */
function fillBytes(folder: string, free: number): void {
  mkdirSync(join(folder, 'ballast'))
  const file = openSync(join(folder, 'ballast/bytes'), 'w')
  let size = 0
  try {
    // The last kilobytes one by one, because a large write is cut short without a word.
    for (const chunk of [Buffer.alloc(65_536), Buffer.alloc(512)]) size = fillWith(file, chunk, size)
    ftruncateSync(file, Math.max(0, size - free))
  } finally {
    closeSync(file)
  }
}

function fillWith(file: number, chunk: Buffer, from: number): number {
  let size = from
  try {
    for (;;) size += writeSync(file, chunk)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
    return size
  }
}

/** Takes all file names but so many. */
function fillNames(folder: string, free: number): void {
  const ballast = join(folder, 'ballast')
  mkdirSync(ballast)
  let count = 0
  try {
    for (;;) writeFileSync(join(ballast, String(count++)), '')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
  }
  for (let index = 0; index < free; index++) unlinkSync(join(ballast, String(index)))
}
