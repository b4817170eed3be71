import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Span } from '../../../src/model/content.ts'
import { readDateline } from '../../../src/wire/read-dateline.ts'
import { cpuMs } from '../cpu-ms.ts'

type Read = {
  place: string | null
  date: string | null
  agency: string | null
  day: string | null
  rest: string
}

function read(paragraph: string): Read | null {
  const dateline = readDateline(paragraph)
  if (dateline === null) return null
  const words = (span: Span | null): string | null =>
    span === null ? null : paragraph.slice(span.start, span.end)
  const { place, date, agency, day, lead } = dateline
  return {
    place: words(place),
    date: words(date),
    agency: words(agency),
    day: day === null ? null : [day.year, day.month, day.day].filter((part) => part !== null).join('-'),
    rest: paragraph.slice(lead.end),
  }
}

const stories: [
  opening: string,
  place: string | null,
  date: string | null,
  agency: string | null,
  day: string | null,
][] = [
  ['NEW YORK, Feb 26 - The', 'NEW YORK', 'Feb 26', null, '2-26'],
  ['ST. PAUL, Minn., Feb 26 - The', 'ST. PAUL, Minn.', 'Feb 26', null, '2-26'],
  ['WASHINGTON, D.C., March 3 - The', 'WASHINGTON, D.C.', 'March 3', null, '3-3'],
  ['CARACAS, march 2 - The', 'CARACAS', 'march 2', null, '3-2'],
  ['MILWAUKEE, Wis., Oct 20- The', 'MILWAUKEE, Wis.', 'Oct 20', null, '10-20'],
  ['Houston, Feb 26 - The', 'Houston', 'Feb 26', null, '2-26'],
  ['LONDON, Monday, Oct 5 (Reuters) - The', 'LONDON', 'Oct 5', 'Reuters', '10-5'],
  ['Oct 5 (Reuters) - The', null, 'Oct 5', 'Reuters', '10-5'],
  ['(CNN) — The', null, null, 'CNN', null],
  ['THE HAGUE, Netherlands (AP) — The', 'THE HAGUE, Netherlands', null, 'AP', null],
  ['McALLEN, Texas (AP) — The', 'McALLEN, Texas', null, 'AP', null],
  ['PORT-AU-PRINCE, Haiti (AP) _ The', 'PORT-AU-PRINCE, Haiti', null, 'AP', null],
  ["XI'AN, Oct. 5 (Xinhua) -- The", "XI'AN", 'Oct. 5', 'Xinhua', '10-5'],
  ['TOKYO, Oct. 5 Kyodo - The', 'TOKYO', 'Oct. 5', 'Kyodo', '10-5'],
  ['Berlin/Paris (dpa/lno) – Der', 'Berlin/Paris', null, 'dpa/lno', null],
  ['Wien, 5. Oktober 2026 (APA) - Der', 'Wien', '5. Oktober 2026', 'APA', '2026-10-5'],
  ['Bern (sda) Der', 'Bern', null, 'sda', null],
  ['PARIS, 5 oct 2026 (AFP) - Le', 'PARIS', '5 oct 2026', 'AFP', '2026-10-5'],
  ['MADRID 5 Oct. (EUROPA PRESS) - La', 'MADRID', '5 Oct', 'EUROPA PRESS', '10-5'],
  ['Rio de Janeiro, 5 out (EFE).- O', 'Rio de Janeiro', '5 out', 'EFE', '10-5'],
  ['(AGI) - Roma, 5 ott. - La', 'Roma', '5 ott', 'AGI', '10-5'],
  ['MOSCOW, October 5. /TASS/. The', 'MOSCOW', 'October 5', 'TASS', '10-5'],
  ['МОСКВА, 5 окт - РИА Новости. Совет', 'МОСКВА', '5 окт', 'РИА Новости', '10-5'],
  ['New Delhi [India], October 5 (ANI): The', 'New Delhi', 'October 5', 'ANI', '10-5'],
  ['Tehran, Oct 5, IRNA – The', 'Tehran', 'Oct 5', 'IRNA', '10-5'],
  ['TEHRAN, Oct. 05 (MNA) – The', 'TEHRAN', 'Oct. 05', 'MNA', '10-5'],
  ['تهران (ایرنا) – هیئت', 'تهران', null, 'ایرنا', null],
  ['القاهرة 5 أكتوبر (رويترز) - قالت', 'القاهرة', '5 أكتوبر', 'رويترز', '10-5'],
  ['القاهرة ٥ أكتوبر ٢٠٢٦ (رويترز) - قالت', 'القاهرة', '٥ أكتوبر ٢٠٢٦', 'رويترز', '2026-10-5'],
  ['GENEVA (5 October 2026) – The', 'GENEVA', '5 October 2026', null, '2026-10-5'],
  [
    'TORONTO, ON / ACCESSWIRE / October 5, 2026 / The',
    'TORONTO, ON',
    'October 5, 2026',
    'ACCESSWIRE',
    '2026-10-5',
  ],
  [
    'NEW YORK, NY--(Marketwired - Oct 5, 2026) - The',
    'NEW YORK, NY',
    'Oct 5, 2026',
    'Marketwired',
    '2026-10-5',
  ],
  ['MONTREAL, Oct. 5, 2026 /CNW/ - The', 'MONTREAL', 'Oct. 5, 2026', 'CNW', '2026-10-5'],
  ['新华社北京10月5日电 港口', '北京', '10月5日', '新华社', '10-5'],
  ['[東京 5日 ロイター] - 港湾', '東京', null, 'ロイター', null],
  ['(서울=연합뉴스) 항만', '서울', null, '연합뉴스', null],
]

test.each(stories)('%s', (opening, ...expected) => {
  const found = read(`${opening} board met.`)
  expect([found?.place, found?.date, found?.agency, found?.day]).toEqual(expected)
})

test('a place in capitals needs neither agency nor date when a sentence follows the dash', () => {
  expect(read('BEIRUT, Lebanon — The outlook was uncertain.')?.place).toBe('BEIRUT, Lebanon')
  expect(read('OTTAWA - “We met,” she said.')?.place).toBe('OTTAWA')
})

test.each([
  'GDP (Q3) - the quarterly figure - rose.',
  'U.S. officials (and some) - among them two governors - agreed.',
  'By the sea: a walk',
  'NATO (North Atlantic Treaty Organization) - the alliance - met.',
  'NATO — The alliance met.',
  'Agence France-Presse (AFP) – the agency – reported.',
  'Pennsylvania (PA) officials said so.',
  'Theresa Marsh (Labour) – the member for Ellery – agreed.',
  'On Monday, Oct 5 - a day later than planned - the board met.',
  'The board met Oct. 5 - a day later than planned.',
  'NOTE — The board met.',
  'PARIS — City of light',
  'Tides (and what to know of them) — a guide.',
  'A - B - C',
])('no dateline: %s', (paragraph) => {
  expect(readDateline(paragraph)).toBeNull()
})

const cities = [
  'LONDON',
  'NEW YORK',
  'ST. LOUIS',
  'PORT-AU-PRINCE',
  'RIO DE JANEIRO',
  'TÔKYÔ',
  'COEUR D’ALENE',
]
const regions = ['', ', England', ', Calif.', ', British Columbia']
const agencies = ['Reuters', 'AP', 'AFP', 'Xinhua', 'dpa', 'Tasnim', 'GLOBE NEWSWIRE', 'Example News']
const months = ['Jan', 'Feb.', 'March', 'Sept. ', 'October', 'DEC']
const dashes = [' - ', ' – ', ' — ', ' -- ', ' _ ', '.- ', '--', '—', '- ']

test('place, date, agency and dash are found in any combination', () => {
  const parts = fc.record({
    city: fc.constantFrom(...cities),
    region: fc.constantFrom(...regions),
    month: fc.constantFrom(...months),
    day: fc.integer({ min: 1, max: 28 }),
    year: fc.constantFrom('', ', 2026', ', 1987'),
    agency: fc.constantFrom(...agencies),
    brackets: fc.constantFrom(['(', ')'], ['/', '/'], ['[', ']']),
    dash: fc.constantFrom(...dashes),
  })
  fc.assert(
    fc.property(parts, ({ city, region, month, day, year, agency, brackets, dash }) => {
      const place = `${city}${region}`
      const date = `${month.trim()} ${day}${year}`
      const found = read(`${place}, ${date} ${brackets.join(agency)}${dash}The board met on Monday.`)
      expect(found).toMatchObject({ place, date, agency, rest: 'The board met on Monday.' })
    }),
    { numRuns: 500 },
  )
})

test('prose of any words and marks never gives a dateline', () => {
  const word = fc.stringMatching(/^[a-z]{1,9}$/)
  const mark = fc.constantFrom(' ', ' ', ', ', ' - ', ' — ', ' (', ') ', '. ', ': ', ' Oct 5 ', ' (AP) ')
  const first = fc.stringMatching(/^[A-Z][a-z]{0,8} [a-z]{1,8}/)
  fc.assert(
    fc.property(first, fc.array(fc.tuple(word, mark), { minLength: 3, maxLength: 30 }), (start, rest) => {
      expect(readDateline(`${start} ${rest.flat().join('')}.`)).toBeNull()
    }),
    { numRuns: 2000 },
  )
})

test('a hostile paragraph costs no more than any other', () => {
  const paragraphs = ['(', 'A, ', 'AA ', ' ', '/', '. ', '-', 'A.', '[A', 'Oct 5 '].map((piece) =>
    piece.repeat(1_000_000),
  )
  // Each takes some hundredths of a millisecond; a second means that the length has begun to matter.
  expect(cpuMs(() => paragraphs.forEach((paragraph) => readDateline(paragraph)))).toBeLessThan(1000)
})
