import type { Paragraph } from './paragraphs.ts'

/** Footnotes count from 1 on each page in some books: the second one of a number has the page in its label. */
export class FootnoteLabels {
  private readonly byPage = new Map<string, string>()

  constructor(notes: ReadonlyMap<Paragraph, string | null>) {
    const taken = new Set<string>()
    for (const [{ page }, label] of notes) {
      if (label === null || this.byPage.has(`${page} ${label}`)) continue
      const whole = taken.has(label) ? `${label} (${page})` : label
      taken.add(whole)
      this.byPage.set(`${page} ${label}`, whole)
    }
  }

  of(page: number, label: string | null): string | null {
    return label === null ? null : (this.byPage.get(`${page} ${label}`) ?? null)
  }
}
