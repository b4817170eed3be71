import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { withLigatures } from '../../../../src/importers/pdf/right-to-left.ts'
import { blocksOf, entryOf } from './made-pdf.ts'

/** Pages that Chromium printed, which shapes and turns letters as a browser does. */
async function printed(name: string): Promise<Uint8Array> {
  return new Uint8Array(await readFile(`tests/fixtures/imports/pdf/${name}.pdf`))
}

describe('a PDF that is read from right to left', () => {
  it('has its Persian words as letters, with figures, brackets and foreign names in their places', async () => {
    // The joiners inside words leave no trace on a page.
    expect(await blocksOf(await printed('persian'))).toEqual([
      'paragraph: بندر شهر لوند صبح روز سهشنبه خالی بود و هیچکس در اسکله نمیدانست که قایقهای دیگر کجا ماندهاند. نگهبان گفت که چراغ تا ساعت ۷:۳۰ روشن بوده است (سال ۱۴۰۲) و سپس خاموش شد.',
      'paragraph: کالاهای تازه با قایق Aurora Borealis 14 از بندر Malmö آمدند و به گفتهی اداره، ۲۵۰ صندوق سالم و کامل بود.',
      'heading: چراغ دریایی',
      'paragraph: مردم شهر میگویند «چراغ هرگز خاموش نمیشود»، اما دفتر بندر چیز دیگری نوشته است.',
    ])
  })

  it('has its Hebrew in order, even where a line holds more Latin letters than Hebrew ones', async () => {
    expect(await blocksOf(await printed('hebrew'))).toEqual([
      'paragraph: הנמל של לונד היה ריק כאשר הסירות הראשונות נכנסו (בשנת 1921), ואיש על הרציף לא ידע היכן נמצאות האחרות.',
      'paragraph: הסירה Aurora Borealis 14 הגיעה בשעה 7:30 עם 250 ארגזים, כולם שלמים, כך אמר השומר.',
    ])
  })

  it.each([
    ['persian', 'بندر خالی', 'سالم و کامل'],
    ['hebrew', 'הנמל הריק', 'כולם שלמים'],
  ])('has its headline, direction and bold words (%s)', async (name, title, bold) => {
    const { draft } = await entryOf(await printed(name))
    expect(draft).toMatchObject({ direction: 'rtl', facts: { title } })
    const { text, marks } = draft.content
    expect(marks.map(({ kind, span }) => [kind, text.slice(span.start, span.end)])).toEqual([
      ['strong', bold],
    ])
  })

  it('has lam and alef in order where two letters of one sign were turned round', () => {
    expect(withLigatures('اإلنتاج')).toBe('الإنتاج')
    expect(withLigatures('کاالی')).toBe('کالای')
    expect(withLigatures('المال')).toBe('المال')
  })
})
