import { Fragment } from 'react'
import type { Article } from '../../src/model/article.ts'
import { longDate, minutesText } from '../ui/formats.ts'

/** What stands above the text: where the story comes from, its headline, who wrote it and when. */
export function ArticleHead({ article }: { article: Article }) {
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
        {bylineParts(article).map((part, index) => (
          <Fragment key={part}>
            {index > 0 && <span aria-hidden>·</span>}
            <span dir="auto">{part}</span>
          </Fragment>
        ))}
      </p>
    </header>
  )
}

function bylineParts({ byline, published, language, versions }: Article): string[] {
  const isEnglish = language === null || language.startsWith('en')
  const minutes = minutesText(versions.at(-1)?.words ?? 0, language)
  // The interface's own words stand only where they are in the article's language.
  return [
    ...(byline === null ? [] : [isEnglish ? `By ${byline}` : byline]),
    ...(published === null ? [] : [longDate(published, language)]),
    isEnglish ? `${minutes} read` : minutes,
  ]
}
