import { readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openToWrite, type Session } from '../../../main/session.ts'
import { currentFormat } from '../../../src/model/format.ts'
import { ask } from '../ask.ts'
import { randomOf, type Round, type Row, Tally, trying } from '../kind.ts'
import { inMemory } from '../mount.ts'
import type { Random } from '../random.ts'
import { filesIn, isJson } from '../tree.ts'
import { makeWholeLibrary, putBack, readNotes, type WholeLibrary } from '../whole-library.ts'

type Damage = {
  path: string
  how: string
  /** What the file holds now; null: it is gone. */
  bytes: Buffer | null
  /** The disk did it: the file's time is what it was. */
  isSilent: boolean
}

/**
 * Damages one file of any kind at a time: the library opens, the rest of it is untouched, what was damaged is kept byte for
 * byte, and nobody is kept in the dark.
 */
export async function damage(round: Round): Promise<Row[]> {
  const whole = await makeWholeLibrary(inMemory(round))
  const random = randomOf(round, 40)
  const kinds = kindsOf(whole)
  const truncations = times(64, (index) => truncate(pickFile(kinds, index, random), random))
  const flips = times(round.isLong ? 1000 : 100, (index) => flip(pickFile(kinds, index, random), random))
  const others = kinds.flatMap((files) => replaceWholly(random.pick(files), random))
  return [
    await tryEach(round, whole, { name: 'truncated file', damages: truncations }),
    await tryEach(round, whole, { name: 'flipped bit', damages: flips }),
    await tryEach(round, whole, { name: 'zeroed, garbage, gone', damages: others }),
  ]
}

type File = { path: string; bytes: Buffer }

/** The files by what they are, so that each kind is damaged equally often. */
function kindsOf(whole: WholeLibrary): File[][] {
  const kinds = new Map<string, File[]>()
  for (const [path, { bytes }] of whole.entries) {
    if (bytes === null) continue
    const kind = kindOf(path)
    kinds.set(kind, [...(kinds.get(kind) ?? []), { path, bytes }])
  }
  for (const kind of expectedKinds) if (!kinds.has(kind)) throw new Error(`the library has no ${kind}`)
  return [...kinds.values()]
}

/** `articles/x8…/notes.k2….json` is an `articles/notes`. */
function kindOf(path: string): string {
  const parts = path.split('/')
  return [parts.length > 1 ? parts[0] : '', /^\.?[a-z-]+/.exec(parts.at(-1) ?? '')?.[0] ?? ''].join('/')
}

/** That a kind of file is no longer made, or under another name, is to be noticed. */
const expectedKinds = [
  '/lectern',
  '/settings',
  'articles/article',
  'articles/content-',
  'articles/source-',
  'articles/notes',
  'snapshots/notes',
  'trash/article',
  'trash/removed',
  'trash/notes',
  '.lectern/index',
  '.lectern/first-page',
  '.lectern/what-happened',
]

function pickFile(kinds: readonly File[][], index: number, random: Random): File {
  return random.pick(kinds[index % kinds.length] ?? [])
}

function truncate({ path, bytes }: File, random: Random): Damage {
  const length = random.pick([0, 1, bytes.length - 1, bytes.length - 2, random.between(0, bytes.length - 1)])
  return {
    path,
    how: `cut to ${length} bytes`,
    bytes: bytes.subarray(0, Math.max(0, length)),
    isSilent: false,
  }
}

function flip({ path, bytes }: File, random: Random): Damage {
  const [at, bit] = [random.between(0, bytes.length - 1), random.between(0, 7)]
  const flipped = Buffer.from(bytes)
  flipped[at] = (bytes[at] ?? 0) ^ (1 << bit)
  return { path, how: `bit ${bit} of byte ${at} flipped`, bytes: flipped, isSilent: true }
}

function replaceWholly({ path, bytes }: File, random: Random): Damage[] {
  const garbage = Buffer.from(Array.from(bytes, () => random.between(0, 255)))
  return [
    { path, how: 'filled with zeros', isSilent: false, bytes: Buffer.alloc(bytes.length) },
    { path, how: 'filled with garbage', isSilent: false, bytes: garbage },
    { path, how: 'replaced by other JSON', isSilent: false, bytes: Buffer.from('{"format":2}') },
    { path, how: 'gone', isSilent: false, bytes: null },
  ]
}

async function tryEach(
  round: Round,
  whole: WholeLibrary,
  { name, damages }: { name: string; damages: readonly Damage[] },
): Promise<Row> {
  const tally = new Tally()
  const failed = new Set<string>()
  const seen = { mended: 0, concerned: 0, unnoticeable: 0, refused: 0 }
  for (const one of damages) {
    tally.runs += 1
    trying(round, `${one.path} ${one.how}`)
    const before = tally.broken.length
    putBack(whole)
    inflict(whole, one)
    await tryOne({ whole, one }, tally, seen)
    if (tally.broken.length > before) {
      tally.break(`… that was ${one.path} ${one.how}`)
      failed.add(kindOf(one.path))
    }
  }
  const { mended, concerned, unnoticeable, refused } = seen
  const remark = `${mended} of ${concerned} damaged articles whole again, ${unnoticeable} changes no reader of the file could notice`
  const newer = refused > 0 ? `, ${refused} taken for a newer library` : ''
  const where = failed.size > 0 ? `; not so for ${[...failed].join(', ')}` : ''
  return tally.row(name, remark + newer + where)
}

function inflict({ root, entries }: WholeLibrary, { path, bytes, isSilent }: Damage): void {
  if (bytes === null) return rmSync(join(root, path))
  writeFileSync(join(root, path), bytes)
  const minuteAgo = new Date(Date.now() - 60_000)
  const modified = isSilent ? (entries.get(path)?.modified ?? minuteAgo) : minuteAgo
  utimesSync(join(root, path), modified, modified)
}

type Case = { whole: WholeLibrary; one: Damage }
type Seen = { mended: number; concerned: number; unnoticeable: number; refused: number }

async function tryOne({ whole, one }: Case, tally: Tally, seen: Seen): Promise<void> {
  const opened = await openToWrite(whole.root, 'the damaged library')
  if (!opened.ok) {
    // A bit of the format's number makes it a later Lectern's.
    if (opened.error.code === 'library-newer' && isNewer(one)) return void (seen.refused += 1)
    tally.unopened += 1
    return tally.break(`the library would not open: ${JSON.stringify(opened.error)}`)
  }
  const session = opened.value
  const list = await ask(session, 'article.list', allArticles)
  if (!list.ok) tally.break(`article.list: ${JSON.stringify(list.error)}`)
  await checkArticles(session, { whole, one }, { tally, seen })
  const told = await pathsTold(session, tally)
  await session.close()
  if (isDerived(one.path) || isForgotten(one)) return
  checkKept(whole.root, one, tally)
  if (told.has(one.path)) return
  if (isUnnoticeable(whole.root, one)) seen.unnoticeable += 1
  else tally.break(`nobody is told; told was ${[...told].join(', ') || 'nothing'}`)
}

const allArticles = {
  filter: 'all',
  query: '',
  sort: { by: 'added', isReversed: false },
  after: null,
  skip: 0,
  limit: 100,
} as const

/** What can be made anew, or tells only of the past. */
function isDerived(path: string): boolean {
  return path.startsWith('.lectern/')
}

/** What is gone from where old things lie is as if its time had come. */
function isForgotten({ path, bytes }: Damage): boolean {
  return bytes === null && /^(trash|snapshots)\//.test(path)
}

async function checkArticles(
  session: Session,
  { whole, one }: Case,
  { tally, seen }: { tally: Tally; seen: Seen },
): Promise<void> {
  for (const [id, expected] of whole.articles) {
    const found = await readNotes(session, id)
    const isWhole = found?.join('\n') === expected.join('\n')
    if (one.path.startsWith(`articles/${id}/`)) {
      seen.concerned += 1
      if (isWhole) seen.mended += 1
      continue
    }
    if (isWhole) continue
    if (found === null) tally.damaged += 1
    else tally.lost += 1
    tally.break(`article ${id}, which is another: ${found === null ? 'can not be opened' : found.join(', ')}`)
  }
}

/** The paths of what happened and of what a check of every file finds amiss. */
async function pathsTold(session: Session, tally: Tally): Promise<Set<string>> {
  const verified = await ask(session, 'library.verify', { repair: false })
  if (!verified.ok) tally.break(`library.verify: ${JSON.stringify(verified.error)}`)
  const happened = await ask(session, 'incident.list', {})
  if (!happened.ok) tally.break(`incident.list: ${JSON.stringify(happened.error)}`)
  const findings = verified.ok ? verified.value.findings : []
  const incidents = happened.ok ? happened.value.incidents : []
  return new Set([...findings, ...incidents].map(({ path }) => path))
}

/** The damaged bytes still lie somewhere in the library: where they were, or set aside. */
function checkKept(root: string, { path, bytes }: Damage, tally: Tally): void {
  if (bytes === null || bytes.length === 0) return
  if (filesIn(root).some((name) => readFileSync(join(root, name)).equals(bytes))) return
  tally.lost += 1
  tally.break(`the damaged ${path} is nowhere any more`)
}

/** The file reads as before or as something that could as well have been written: only a checksum could tell. */
function isUnnoticeable(root: string, { path, bytes }: Damage): boolean {
  if (bytes === null || !path.endsWith('.json')) return false
  return isJson(bytes.toString()) && readFileSync(join(root, path)).equals(bytes)
}

function isNewer({ path, bytes }: Damage): boolean {
  if (path !== 'lectern.json' || bytes === null || !isJson(bytes.toString())) return false
  return (JSON.parse(bytes.toString()) as { format: number }).format > currentFormat
}

function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index))
}
