import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import type { Session } from '../../../main/session.ts'
import type { OpenArticle } from '../../../src/contract.ts'
import { ask } from '../ask.ts'
import { pictureBook, pocketCsv, wallabagJson } from '../collections.ts'
import { randomOf, type Round, type Row, Tally } from '../kind.ts'
import { ageLock, checkNothingHappened, withLibrary } from '../opened.ts'
import type { Random } from '../random.ts'
import type { TakerLine } from '../taker-line.ts'
import { bytesOf, countTorn, filesIn, isLeftOver, userFilesIn } from '../tree.ts'
import { type Program, start } from '../writer-process.ts'

/** What came in of an item, by its address or headline; ids are left to chance. */
type Found = {
  title: string
  url: string | null
  text: string
  tags: string[]
  notes: object[]
  rest: object
}

/** The library as it is where nothing goes wrong: with the links alone, and in the end. */
type Undisturbed = { links: ReadonlyMap<string, Found>; whole: ReadonlyMap<string, Found> }

const [links, texts, chapters] = [20, 30, 12]
/** So that each library is met in several states on its way, and its completion is tried often. */
const killsPerLibrary = 5

/**
 * Kills the program that takes in three collections (links; texts with notes, for some of the links; a book with pictures). What
 * it had counted is there afterwards, each article is whole, what is gone on with comes to the library it would have been,
 * and the same once more adds nothing.
 */
export async function takingIn(round: Round): Promise<Row[]> {
  const tally = new Tally()
  const random = randomOf(round, 11)
  const paths = await writeCollections(round.work)
  const undisturbed = await takeUndisturbed(round, paths, tally)
  const seen = { midway: 0, resumed: 0 }
  for (let number = 0; number < (round.isLong ? 60 : 1); number++) {
    const root = join(round.work, `library-${number}`)
    for (let kill = 0; kill < killsPerLibrary; kill++) {
      const lines = await killOne(round, random, { root, paths })
      tally.runs += 1
      if (lines.at(-1)?.did === 'came') seen.midway += 1
      if (lines.some(({ did }) => did === 'resumed')) seen.resumed += 1
      await checkKilled(root, { lines, undisturbed }, tally)
    }
    await complete(round, { root, paths, undisturbed }, tally)
  }
  if (seen.midway < tally.runs / 4) tally.break(`only ${seen.midway} of the kills came in the middle`)
  return [
    tally.row('taking in', `${seen.midway} kills midway, ${seen.resumed} of them in what was gone on with`),
  ]
}

async function writeCollections(work: string): Promise<string[]> {
  const files = [pocketCsv(links), wallabagJson(texts), await pictureBook(chapters)]
  mkdirSync(join(work, 'collections'))
  return files.map(({ name, bytes }) => {
    const path = join(work, 'collections', name)
    writeFileSync(path, bytes)
    return path
  })
}

async function takeUndisturbed(round: Round, paths: string[], tally: Tally): Promise<Undisturbed> {
  const root = join(round.work, 'undisturbed')
  await takeAll(round, { root, paths: paths.slice(0, 1) }, tally)
  const before = await foundIn(root, tally)
  await takeAll(round, { root, paths }, tally)
  const whole = await foundIn(root, tally)
  const expected = Math.max(links, texts) + chapters
  if (whole.size !== expected) tally.break(`${whole.size} instead of ${expected} articles came in`)
  return { links: before, whole }
}

type Plan = { root: string; paths: string[] }

async function takeAll(round: Round, plan: Plan, tally: Tally): Promise<TakerLine[]> {
  const taker = start(round.programs, 'taker', plan)
  await taker.ended
  const lines = linesOf(taker)
  if (lines.at(-1)?.did !== 'closed') tally.break(`the taker: ${taker.errors}${JSON.stringify(lines.at(-1))}`)
  return lines
}

async function killOne(round: Round, random: Random, plan: Plan): Promise<TakerLine[]> {
  const taker = start(round.programs, 'taker', plan)
  // One in six dies before anything has come in; the others after some of what they say, or in between.
  if (random.next() < 1 / 6) await taker.until(1, says('opened'))
  else await taker.until(random.between(1, 25), says('came'))
  await sleep(random.between(0, 10))
  await taker.kill()
  return linesOf(taker)
}

type Killed = { lines: readonly TakerLine[]; undisturbed: Undisturbed }

async function checkKilled(root: string, { lines, undisturbed }: Killed, tally: Tally): Promise<void> {
  for (const line of lines) if (line.did === 'refused') tally.break(`refused: ${JSON.stringify(line.error)}`)
  countTorn(root, tally)
  ageLock(root)
  const found = await foundIn(root, tally)
  const counted = addedBy(lines)
  tally.acknowledged += counted
  if (found.size < counted) {
    tally.lost += counted - found.size
    tally.break(`${counted} articles were counted, ${found.size} are there`)
  }
  for (const [key, article] of found) {
    if (isDeepStrictEqual(article, undisturbed.whole.get(key)) || isUnderWay(article, undisturbed)) continue
    tally.damaged += 1
    tally.break(`${key} is not whole: ${JSON.stringify(article).slice(0, 300)}`)
  }
}

/** As many articles as it said had come in, in this run. */
function addedBy(lines: readonly TakerLine[]): number {
  const added = new Map<string, number>()
  for (const line of lines) if ('progress' in line) added.set(line.progress.id, line.progress.added)
  return [...added.values()].reduce((sum, number) => sum + number, 0)
}

/** A link that more is being brought into: its text, tags and notes are those from before or from after. */
function isUnderWay({ url, text, tags, notes }: Found, { links: before, whole }: Undisturbed): boolean {
  const [link, end] = [before.get(url ?? ''), whole.get(url ?? '')]
  if (link === undefined || end === undefined) return false
  return (
    [link.text, end.text].includes(text) &&
    [link, end].some((state) => isDeepStrictEqual(state.tags, tags)) &&
    [link, end].some((state) => isDeepStrictEqual(state.notes, notes))
  )
}

/** Goes on to the end; then takes all of it in once more. */
async function complete(
  round: Round,
  { undisturbed, ...plan }: Plan & { undisturbed: Undisturbed },
  tally: Tally,
): Promise<void> {
  await takeAll(round, plan, tally)
  const found = await foundIn(plan.root, tally)
  for (const [key, article] of undisturbed.whole)
    if (!isDeepStrictEqual(found.get(key), article))
      tally.break(`${key} is another one: ${JSON.stringify(found.get(key))?.slice(0, 300)}`)
  for (const key of found.keys()) if (!undisturbed.whole.has(key)) tally.break(`${key} is one too many`)
  const before = bytesOf(plan.root, userFilesIn(plan.root))
  for (const line of await takeAll(round, plan, tally)) {
    if (line.did === 'ended' && line.progress.same !== line.progress.total)
      tally.break(`once more: ${JSON.stringify(line.progress)}`)
  }
  if (!isDeepStrictEqual(bytesOf(plan.root, userFilesIn(plan.root)), before))
    tally.break('taken in once more, it changed the library')
}

/** All articles that are there; opening the library counts what goes wrong with that. */
async function foundIn(root: string, tally: Tally): Promise<Map<string, Found>> {
  const found = new Map<string, Found>()
  await withLibrary(root, tally, async (session) => {
    const ids = new Set(filesIn(join(root, 'articles')).flatMap((path) => path.split('/', 1)))
    for (const id of ids) {
      if (isLeftOver(id)) continue
      const article = await readArticle(session, { id, root }, tally)
      if (article === null) continue
      const key = article.url ?? article.title
      if (found.has(key)) tally.break(`${key} is there twice`)
      found.set(key, article)
    }
    await checkNothingHappened(session, tally)
  })
  return found
}

async function readArticle(
  session: Session,
  { id, root }: { id: string; root: string },
  tally: Tally,
): Promise<Found | null> {
  const open = await ask(session, 'article.open', { id })
  if (!open.ok) {
    tally.damaged += 1
    tally.break(`article ${id}: ${JSON.stringify(open.error)}`)
    return null
  }
  for (const name of picturesOf(open.value)) {
    const path = join(root, 'pictures', name)
    const hash = existsSync(path) ? createHash('sha256').update(readFileSync(path)).digest('hex') : null
    if (name.startsWith(`${hash}.`)) continue
    tally.damaged += 1
    tally.break(`article ${id} shows ${name}, which is ${hash === null ? 'missing' : 'another picture'}`)
  }
  return foundOf(open.value)
}

function picturesOf({ content }: OpenArticle): string[] {
  return content.blocks.flatMap((block) => (block.kind === 'figure' && block.file !== null ? block.file : []))
}

/** What chance or the time decides is left out: ids, when it came in where the collection does not say, when it was changed. */
function foundOf(open: OpenArticle): Found {
  const { title, source, tags, addedAt, versions, byline, published } = open.article
  const { isRead, isStarred } = open.reading
  const isDated = source.url !== null
  return {
    title,
    url: source.url,
    text: open.content.text,
    tags,
    notes: open.notes.map(({ note: { body, color, tags: own, createdAt }, anchor }) => ({
      ...{ body, color, own, createdAt },
      ...{ place: anchor?.kind ?? null },
    })),
    rest: {
      ...{ byline, published, isRead, isStarred, versions: versions.length, origin: source.origin },
      ...{ part: source.part, pictures: picturesOf(open), addedAt: isDated ? addedAt : null },
    },
  }
}

function linesOf(taker: Program): TakerLine[] {
  return taker.lines.map((line) => JSON.parse(line) as TakerLine)
}

function says(did: TakerLine['did']): (line: string) => boolean {
  return (line) => line.startsWith(`{"did":"${did}"`)
}
