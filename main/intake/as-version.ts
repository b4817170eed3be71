import type { Article, Draft } from '../../src/model/article.ts'

/**
 * What was read, as the next version of an article: what it does not say stays as it was, the tags stay in any case, and so does
 * the address the article was saved with, wherever that leads now.
 */
export function asVersionOf(
  { byline, agency, place, published, language, tags, source }: Article,
  draft: Draft,
): Draft {
  const { facts } = draft
  return {
    ...draft,
    url: source.url ?? draft.url,
    facts: {
      ...facts,
      byline: facts.byline ?? byline,
      agency: facts.agency ?? agency,
      place: facts.place ?? place,
      published: facts.published ?? published,
      language: facts.language ?? language,
      tags: [...new Set([...tags, ...facts.tags])],
    },
  }
}
