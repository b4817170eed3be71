import { Fragment } from 'react'
import type { OpenArticle } from '../../src/contract.ts'
import { longDate, minutesText } from '../ui/formats.ts'
import { isNewest } from '../state/version-actions.ts'
import { NewestVersion } from './version-line.tsx'

/** What stands above the text: where the story comes from, its headline, who wrote it and when. */
export function ArticleHead({ open }: { open: OpenArticle }) {
  const { article } = open
  const { title, agency, place, source } = article
  return (
    <header className="article-head">
      <p className="kicker">
        <span className={agency === null ? 'kicker-source kicker-file' : 'kicker-source'} dir="auto">
          {agency ?? source.name}
        </span>
        {place !== null && (
          <span dir="auto">
            <span aria-hidden>· </span>
            {place}
          </span>
        )}
      </p>
      <h1 dir="auto">{title}</h1>
      <p className="byline">
        {bylineParts(open).map((part, index) => (
          <Fragment key={part}>
            {index > 0 && <span aria-hidden>·</span>}
            <span dir="auto">{part}</span>
          </Fragment>
        ))}
        {article.versions.length > 1 && isNewest(open) && (
          <>
            <span aria-hidden>·</span>
            <NewestVersion open={open} />
          </>
        )}
      </p>
    </header>
  )
}

function bylineParts({ article, version }: OpenArticle): string[] {
  const { byline, published, language, versions } = article
  const isEnglish = language === null || language.startsWith('en')
  const words = versions.find(({ number }) => number === version)?.words ?? 0
  const minutes = minutesText(words, language)
  // The interface's own words stand only where they are in the article's language.
  return [
    ...(byline === null ? [] : [isEnglish ? `By ${byline}` : byline]),
    ...(published === null ? [] : [longDate(published, language)]),
    isEnglish ? `${minutes} read` : minutes,
  ]
}
