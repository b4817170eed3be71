import type { Article } from '../../src/model/article.ts'
import { longDate } from '../ui/formats.ts'

/** Words of an article as a Markdown quotation with its source: who, “headline”, when, where. */
export function quotation(words: string, article: Article): string {
  const { title, byline, agency, published, language, source } = article
  const origin = [byline ?? agency, `“${title}”`, published && longDate(published, language), source.url]
  const lines = [
    ...words.split('\n'),
    '',
    `— ${origin.filter((part) => part !== null && part !== '').join(', ')}`,
  ]
  return lines.map((line) => `> ${line}`.trimEnd()).join('\n')
}
