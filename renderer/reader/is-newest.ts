import type { OpenArticle } from '../../src/contract.ts'

/** Whether the version that is shown is the newest of its article: notes are made in no other. */
export function isNewest({ article, version }: Pick<OpenArticle, 'article' | 'version'>): boolean {
  return version === article.versions.at(-1)?.number
}
