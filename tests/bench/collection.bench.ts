import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from '../e2e/app.ts'
import { writeFloor } from './floor.ts'
import { timed } from './measure.ts'

/** Of so many articles the floor writes the files again; the rest is reckoned from them. */
const floorArticles = 200

/** What is measured in the window while a collection comes in. Times in milliseconds. */
type TakenIn = {
  list: number
  items: number
  takeIn: number
  added: number
  longestFrame: number
  seconds: number
}

const collections: ReadonlyArray<{ name: string; file: string; text: string; articles: number }> = [
  { name: '10,000 addresses of Pocket', file: 'part_000000.csv', text: pocket(10_000), articles: 10_000 },
  {
    name: '5,000 clippings of 50 Kindle books',
    file: 'My Clippings.txt',
    text: kindle(50, 100),
    articles: 50,
  },
]

for (const { name, file, text, articles } of collections) {
  test(`${name}, against writing their files`, async ({ machine }) => {
    const { page } = await machine.start()
    const taken = await takeIn(page, file, Buffer.from(text).toString('base64'))
    expect(taken.added).toBe(articles)
    const floor = await floorOf(machine.library, machine.folder)
    const perArticle = taken.takeIn / articles
    console.log(
      `  listed with what would come in: ${ms(taken.list)}; a page of 500 items: ${ms(taken.items)}`,
    )
    console.log(
      `  taken in: ${(taken.takeIn / 1000).toFixed(1)} s, ${(articles / (taken.takeIn / 1000)).toFixed(0)} articles a second; ` +
        `${ms(perArticle)} an article against ${ms(floor)} for its files, ratio ${(perArticle / floor).toFixed(2)}`,
    )
    console.log(`  longest frame of the window meanwhile: ${ms(taken.longestFrame)}`)
  })
}

async function takeIn(page: Page, name: string, data: string): Promise<TakenIn> {
  return page.evaluate(
    async ([file, base64]) => {
      type Answer = { ok: boolean; value: never }
      const ask = async (method: string, input: unknown): Promise<never> => {
        const answer = (await window.bridge.call(method as never, input)) as Answer
        if (!answer.ok) throw new Error(`${method}: ${JSON.stringify(answer)}`)
        return answer.value
      }
      let longestFrame = 0
      let isOver = false
      const watch = (before: number) => (now: number) => {
        longestFrame = Math.max(longestFrame, now - before)
        if (!isOver) requestAnimationFrame(watch(now))
      }
      let transferId: string | null = null
      for (let start = 0; start < base64.length; start += 1_000_000)
        ({ transferId } = await ask('import.hand', {
          transferId,
          data: base64.slice(start, start + 1_000_000),
        }))
      const startedAt = performance.now()
      const { collectionId } = (await ask('import.read', { name: file, transferId, modified: null })) as {
        collectionId: string
      }
      const listedAt = performance.now()
      await ask('import.items', { collectionId, skip: 0, limit: 500 })
      const shownAt = performance.now()
      requestAnimationFrame((now) => requestAnimationFrame(watch(now)))
      const options = { loadsPages: false, keepsPictures: false }
      const { id } = (await ask('intake.start', { collectionId, options })) as { id: string }
      let progress = { state: 'running', added: 0 }
      while (progress.state === 'running') {
        await new Promise((resolve) => setTimeout(resolve, 100))
        ;({ progress } = (await ask('intake.report', { id })) as { progress: typeof progress })
      }
      isOver = true
      const takeIn = performance.now() - shownAt
      const { added } = progress
      const [list, items] = [listedAt - startedAt, shownAt - listedAt]
      return { list, items, takeIn, added, longestFrame, seconds: takeIn / 1000 }
    },
    [name, data] as const,
  )
}

/** Milliseconds for the files of an article that came in, written durably and nothing else. */
async function floorOf(library: string, folder: string): Promise<number> {
  const ids = (await readdir(join(library, 'articles'))).slice(0, floorArticles)
  const times: number[] = []
  for (const id of ids) {
    const source = join(library, 'articles', id)
    const names = await readdir(source)
    const files = await Promise.all(
      names.map(async (name) => ({ name, bytes: await readFile(join(source, name)) })),
    )
    const target = join(folder, `floor-${randomUUID()}`)
    times.push(
      await timed(async () => {
        await mkdir(target)
        for (const { name, bytes } of files) await writeFloor(join(target, name), bytes)
      }),
    )
  }
  return times.reduce((sum, time) => sum + time, 0) / times.length
}

function pocket(count: number): string {
  const rows = Array.from(
    { length: count },
    (_, index) =>
      `Keeper ${index} of the lamp,https://harbour-${index % 97}.example/lamp/${index},${1_500_000_000 + index},coast|lamp,${index % 3 === 0 ? 'archive' : 'unread'}`,
  )
  return ['title,url,time_added,tags,status', ...rows].join('\n')
}

function kindle(books: number, clippings: number): string {
  const entries = Array.from({ length: books * clippings }, (_, index) => {
    const [book, place] = [index % books, Math.floor(index / books) * 12 + 1]
    return [
      `Lamps of coast ${book} (Reed, Jo)`,
      `- Your Highlight on page ${place} | location ${place * 15}-${place * 15 + 3} | Added on Sunday, 1 March 2020 08:${String(index % 60).padStart(2, '0')}:10`,
      '',
      `The keeper of lamp ${index} went up at dusk and came down at dawn, winter and summer.`,
      '==========',
    ].join('\r\n')
  })
  return `${entries.join('\r\n')}\r\n`
}

function ms(value: number): string {
  return `${value.toFixed(value < 10 ? 1 : 0)} ms`
}
