import fc from 'fast-check'
import papaparse from 'papaparse'
import { describe, expect, test } from 'vitest'
import { columnsOf, readCsv, type CsvRow } from '../../../src/importers/csv.ts'

function rowsOf(text: string | Uint8Array): CsvRow[] {
  const csv = read(text)
  if (!csv.ok) throw new Error(csv.error.code)
  return csv.value.rows
}

function read(text: string | Uint8Array): ReturnType<typeof readCsv> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  return readCsv({ name: 'shelf.csv', bytes }, 'Shelf')
}

describe('a table', () => {
  test('is read by the names of its columns, each row with the line it begins in', () => {
    expect(rowsOf('title,url\n"Two\nlines",a\n\nOne,b\n')).toEqual([
      { line: 2, cells: { title: 'Two\nlines', url: 'a' } },
      { line: 5, cells: { title: 'One', url: 'b' } },
    ])
  })

  test.each([
    ['semicolons', 'title;tags\nQuay;a|b,c'],
    ['tabs', 'title\ttags\nQuay\ta|b,c'],
    ["Excel's first line", 'sep=;\ntitle;tags\nQuay;a|b,c'],
    ['a byte order mark and Windows line ends', '\ufefftitle;tags\r\nQuay;a|b,c\r\n'],
  ])('may have %s', (_, text) => {
    expect(rowsOf(text).map(({ cells }) => cells)).toEqual([{ title: 'Quay', tags: 'a|b,c' }])
  })

  test('may be in UTF-16, as spreadsheets write it', () => {
    const bytes = new Uint8Array(Buffer.from('\ufefftitle\turl\nÜber Gezeiten\ta\n', 'utf16le'))
    expect(rowsOf(bytes)[0]!.cells).toEqual({ title: 'Über Gezeiten', url: 'a' })
  })

  test('keeps cells beyond its columns, and reads rows that are too short', () => {
    expect(rowsOf('title,url\nOne\nTwo,b,more\n').map(({ cells }) => cells)).toEqual([
      { title: 'One' },
      { title: 'Two', url: 'b', 'column 3': 'more' },
    ])
  })

  test('tells columns of one name, and without one, apart', () => {
    expect(rowsOf('title,title,\na,b,c\n')[0]!.cells).toEqual({
      title: 'a',
      'column 2': 'b',
      'column 3': 'c',
    })
  })

  test('is read up to a quotation mark that is never closed, and says where that is', () => {
    const csv = read('title,url\nOne,a\n"Two,b\nThree,c\n')
    expect(csv).toEqual({
      ok: true,
      value: { rows: [{ line: 2, cells: { title: 'One', url: 'a' } }], damaged: [3] },
    })
  })

  test.each(['only words', '"title,url\nOne,a'])('is none without a header: %j', (text) => {
    expect(read(text)).toMatchObject({ error: { code: 'format-broken', name: 'shelf.csv', format: 'Shelf' } })
  })
})

test('whatever stands in cells comes out of them', () => {
  const cell = fc.string().map((text) => text.replace(/[\r\u2028\u2029\0-\x1f]/g, '\n'))
  const rows = fc.array(fc.tuple(cell, cell), { minLength: 1 })
  fc.assert(
    fc.property(rows, (table) => {
      const text = papaparse.unparse([['title', 'url'], ...table], { newline: '\n', quotes: true })
      const filled = table.filter((cells) => cells.some((one) => one.trim() !== ''))
      expect(rowsOf(text).map(({ cells }) => [cells['title'], cells['url']])).toEqual(filled)
    }),
  )
})

test('the columns of a table are known by its beginning', () => {
  expect(columnsOf('\n"Book Title"; Note \nA;B')).toEqual(['Book Title', 'Note'])
})
