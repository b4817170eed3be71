import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Random } from '../random.ts'
import { randomOf, type Round, type Row, skipped, Tally, trying } from '../kind.ts'
import { Ledger } from '../ledger.ts'
import { compile, type FileSystem, hasProgram, makeImage, mountImage, unmount } from '../mount.ts'
import { ageLock, checkNothingHappened, withLibrary } from '../opened.ts'
import { countTorn } from '../tree.ts'
import { linesOf, type Program, says, start, startWriter } from '../writer-process.ts'

type Disk = { fileSystem: FileSystem; options: string; image: string; folder: string }

/**
 * Cuts the power of a real ext4 and a real XFS while the library and, beside it, lowdb's own adapter write. The adapter is
 * the control: over the run it must lose something.
 */
export async function powerCut(round: Round): Promise<Row[]> {
  const lacking = whatIsLacking(round)
  if (lacking !== null) return [skipped('power cut, ext4 and XFS', lacking)]
  const program = compile(join(round.programs, 'native/power-cut.c'), round.work)
  const control = new Tally()
  const rows: Row[] = []
  for (const [index, { name, fileSystem, options, share }] of disks.entries()) {
    const disk = {
      fileSystem,
      options,
      image: join(round.work, `${index}.img`),
      folder: join(round.work, `${index}`),
    }
    const tally = new Tally()
    makeImage(disk.image, fileSystem)
    const cuts = Math.round(share * (round.isLong ? 200 : 10))
    await cutOften({ round, disk, program, cuts, random: randomOf(round, 10 + index) }, tally, control)
    rows.push(tally.row(`power cut, ${name}`, ''))
    rmSync(disk.image)
  }
  return [...rows, control.controlRow('  control: lowdb’s JSONFile', 'must lose something')]
}

const disks = [
  { name: 'ext4', fileSystem: 'ext4', options: '', share: 0.3 },
  // Without ext4's own help for programs that forget to sync before a rename.
  { name: 'ext4 noauto_da_alloc', fileSystem: 'ext4', options: 'noauto_da_alloc,commit=1', share: 0.2 },
  { name: 'XFS', fileSystem: 'xfs', options: '', share: 0.5 },
] as const

function whatIsLacking(round: Round): string | null {
  if (!round.canMount.image) return 'no image can be mounted here (it takes root and loop devices)'
  const program = ['gcc', 'mkfs.ext4', 'mkfs.xfs'].find((name) => !hasProgram(name))
  return program === undefined ? null : `${program} is missing`
}

type Cuts = { round: Round; disk: Disk; program: string; cuts: number; random: Random }

async function cutOften(cuts: Cuts, tally: Tally, control: Tally): Promise<void> {
  const { round, disk, random } = cuts
  let ledger = new Ledger('')
  for (tally.runs = 0; tally.runs < cuts.cuts; tally.runs++) {
    trying(round, `${disk.fileSystem} ${disk.options}, cut ${tally.runs}`)
    mountImage(disk.image, disk.folder, disk.options)
    // Every other cut meets a library that has just been made: its folders' names are at stake, too.
    if (tally.runs % 2 === 0) ledger = new Ledger(join(disk.folder, `library-${tally.runs}`))
    const controlFolder = join(disk.folder, 'control')
    rmSync(controlFolder, { recursive: true, force: true })
    mkdirSync(controlFolder)
    const writer = startLibraryWriter(cuts, ledger)
    const lowdb = start(round.programs, 'lowdb-writer', controlFolder)
    if (!(await writer.until(random.between(1, 8), says('saved'))))
      tally.break(`the writer ended: ${writer.errors}${writer.lines.join(' ')}`)
    await lowdb.until(controlFiles, () => true)
    await sleep(random.between(0, 300))
    await cutThePower(cuts, [writer, lowdb])

    const before = ledger.acknowledged
    ledger.take(linesOf(writer))
    tally.acknowledged += ledger.acknowledged - before
    mountImage(disk.image, disk.folder, disk.options)
    ageLock(ledger.root)
    await checkLibrary(ledger, tally)
    checkControl(controlFolder, lowdb.lines, control)
    unmount(disk.folder)
  }
}

function startLibraryWriter({ round, random }: Cuts, ledger: Ledger): Program {
  return startWriter(round.programs, {
    root: ledger.root,
    name: 'cut off',
    seed: random.between(0, 1e9),
    atOnce: 3,
    imports: 0.15,
    operations: null,
    pauseMs: 0,
    articles: ledger.plan(),
  })
}

/**
 * The writers are stopped first: what they have said by then was on the disk before the cut. Without that an answer could be
 * under way while the power goes.
 */
async function cutThePower({ disk, program }: Cuts, writers: Program[]): Promise<void> {
  await Promise.all(writers.map((writer) => writer.freeze()))
  execFileSync(program, [disk.folder])
  await Promise.all(writers.map((writer) => writer.kill()))
  unmount(disk.folder)
}

async function checkLibrary(ledger: Ledger, tally: Tally): Promise<void> {
  for (const line of ledger.refused.splice(0)) tally.break(`refused: ${JSON.stringify(line)}`)
  countTorn(ledger.root, tally)
  await withLibrary(ledger.root, tally, async (session) => {
    await ledger.check(session, tally)
    await checkNothingHappened(session, tally)
  })
}

/** As many as `lowdb-writer` writes. */
const controlFiles = 20

/** Its lines are `FILE VERSION`, after the write was answered. */
function checkControl(folder: string, lines: readonly string[], control: Tally): void {
  control.runs += 1
  control.acknowledged += lines.length
  const saved = new Map(lines.map((line) => line.split(' ').map(Number) as [number, number]))
  for (const [index, version] of saved) {
    const found = versionOf(join(folder, `${index}.json`))
    if (found === null) control.damaged += 1
    else if (found < version) control.lost += 1
  }
}

/** Null where the file is missing or torn. */
function versionOf(path: string): number | null {
  try {
    return (JSON.parse(readFileSync(path, 'utf8')) as { version: number }).version
  } catch {
    return null
  }
}
