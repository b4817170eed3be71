import { describe, expect, it } from 'vitest'
import { agencyEntry, agencyFile, blocksOf, linesOf } from './agency-files.ts'

describe('IPTC 7901', () => {
  it('gives headline, byline, place and agency of the copy, and the day it was sent', async () => {
    const { draft } = await agencyEntry('iptc-7901.txt')
    expect(draft).toMatchObject({ importer: 'iptc-7901', yearIsAssumed: false })
    expect(draft.facts).toMatchObject({
      title: 'Harbour town closes its gates',
      byline: 'Mara Ellison, dpa',
      agency: 'dpa',
      place: 'Porto Mar',
      published: '2026-10-05',
    })
  })

  it('keeps the header beside the story, and undoes the ends of lines', async () => {
    const { content } = (await agencyEntry('iptc-7901.txt')).draft
    expect(blocksOf(content)).toEqual([
      'dateline: Porto Mar (dpa) - The gates of the harbour closed at six in the morning for the first time, and the water stayed where it was while the town slept on behind its new wall.',
      'paragraph: "Nobody looked up," said the keeper of the gates, who had waited for this morning for as long as anybody can remember.',
    ])
    expect(linesOf(content, 'before')).toEqual([
      'note: exa123 4 i 38 portm ex 061',
      'slug: Harbour-gates/',
      'headline: Harbour town closes its gates =',
      'byline: By Mara Ellison, dpa =',
    ])
    expect(linesOf(content, 'after').join('\n')).toContain('051137 GMT Oct 26')
  })
})

describe('ANPA 1312', () => {
  it('gives headline, byline, place and agency of the copy, and the day it was sent', async () => {
    const { draft } = await agencyEntry('anpa-1312.txt')
    expect(draft).toMatchObject({ importer: 'anpa-1312', yearIsAssumed: false })
    expect(draft.facts).toMatchObject({
      title: 'Harbour town closes its gates',
      byline: 'MARA ELLISON',
      agency: 'AP',
      place: 'PORTO MAR',
      published: '2026-10-05',
    })
    expect(blocksOf(draft.content)).toEqual([
      'dateline: PORTO MAR (AP) _ The gates of the harbour closed at six in the morning.',
      "paragraph: ``Nobody looked up,'' said the keeper of the gates.",
    ])
    expect(linesOf(draft.content, 'before')).toEqual([
      'note: a0123 -----',
      'note: r i BC-EX--HarbourGates 10-05 0038',
      'slug: BC-EX--Harbour Gates,38',
      'note: AP Photo EX101',
      'headline: Harbour town closes its gates',
      'byline: By MARA ELLISON',
      'bylineTitle: Associated Press',
    ])
  })

  it('takes the day of the header where the end is missing, and assumes its year', async () => {
    const text = new TextDecoder().decode(agencyFile('anpa-1312.txt')).replace(/\x03[^]*/, '')
    const { draft } = await agencyEntry('a.txt', text)
    expect(draft.facts.published).toBe('2026-10-05')
    expect(draft.yearIsAssumed).toBe(true)
  })

  it('leaves text without a header to the reader of plain text', async () => {
    const { draft } = await agencyEntry(
      'a.txt',
      '^Harbour town closes its gates<\n\t PORTO MAR (AP) _ The gates closed.\n',
    )
    expect(draft.importer).toBe('plain-text')
  })
})

it('a table in ANPA 1312 may be full of control characters', async () => {
  const columns = Array.from({ length: 40 }, (_, row) => `\b^Team ${row}\x1f\x1e${row}\x1e \x1e${40 - row}`)
  const copy = `\x16\x16\x01z9631\x1f-----\r\nr z\x14\x12 BC-Tides 05-17 0820\r\n\x02^BC-Tides,80<\r\n^Tides at a glance<\r\n\tPORTO MAR (EX) _ The tides of the week.\r\n${columns.join('\r\n')}\r\n\x03`
  const { draft } = await agencyEntry('table.tst', copy)
  expect(draft.importer).toBe('anpa-1312')
  expect(draft.facts.title).toBe('Tides at a glance')
  expect(draft.content.text).toMatch(/Team 39\s+39\s+1/)
})
