import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Json } from '../../../../src/importers/importer.ts'
import { formats, type JsonFormat } from './documents.ts'
import { toldOf, type Told } from './told.ts'
import { chooser, varied } from './vary-json.ts'
import { bytesOf, instant, instantSign, writing, type Writing } from './written.ts'

const plain: Writing = { encoding: 'utf-8', lineEnd: '\n', end: '' }

function told(document: Json, how = plain, indent = 0): Promise<Told> {
  return toldOf('export.json', bytesOf(JSON.stringify(document, null, indent), how))
}

const variation = fc.record({
  numbers: fc.array(fc.nat(), { minLength: 1, maxLength: 40 }),
  isNumberAsText: fc.boolean(),
  time: instant.chain((text) => fc.constantFrom<Json>(text, /^\d+$/.test(text) ? Number(text) : text)),
  indent: fc.constantFrom(0, 2, 4),
  extra: fc.constantFrom<Json>({}, { mood: 'glad' }, { mood: { a: [1] }, nothing: null }),
  writing,
})
type Variation = typeof variation extends fc.Arbitrary<infer T> ? T : never

/** Members with fields that nobody knows, and the rest as other programs would write it. */
function documentOf({ list, document }: JsonFormat, how: Variation): Json {
  const { numbers, isNumberAsText, time, extra } = how
  const members = list.map((member) => ({ ...Object(member), ...Object(extra) }) as Json)
  return varied(document(members), {
    choose: chooser(numbers),
    time: { sign: instantSign, by: time },
    isNumberAsText,
  })
}

const notMembers: { member: Json }[] = [null, 7, 'words', [], {}, { mood: 'glad' }].map((member) => ({
  member,
}))

describe.each(formats)('a document of $importer', (format) => {
  const { importer, list, document, tells } = format

  test('comes to the same however it is written', async () => {
    const usual = await told(document(list))
    expect(usual.importer).toBe(importer)
    await fc.assert(
      fc.asyncProperty(variation, async (how) => {
        const other = await told(documentOf(format, how), how.writing, how.indent)
        expect({ ...other, unplaced: [] }).toEqual({ ...usual, unplaced: [] })
        const unknown = Object.keys(Object(how.extra)).filter(
          (name) => name === 'mood' && tells !== 'nothing',
        )
        expect(other.unplaced.toSorted(compare)).toEqual([...usual.unplaced, ...unknown].toSorted(compare))
      }),
      { numRuns: 25 },
    )
  })

  test.each(notMembers)('says that $member in it is none, and the others come in', async ({ member }) => {
    const usual = await told(document(list))
    const other = await told(document([member, ...list, member]))
    expect(other.articles).toEqual(usual.articles)
    expect(other.skipped.length).toBeGreaterThanOrEqual(
      tells === 'everything' ? usual.skipped.length + 2 : usual.skipped.length,
    )
  })
})

test.each(formats.filter(({ isList }) => isList))(
  'a list of $importer may be an answer of a server',
  async ({ list }) => {
    const usual = await told(list)
    for (const wrapped of [{ data: list }, { items: list }, { data: { items: list } }])
      expect(await told(wrapped)).toEqual(usual)
  },
)

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
