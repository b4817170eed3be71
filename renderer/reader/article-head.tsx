import { Fragment } from 'react'
import type { OpenArticle } from '../../src/contract.ts'
import type { Source } from '../../src/model/article.ts'
import { hostOf } from '../state/import-address.ts'
import { count, longDate, minutesText } from '../ui/formats.ts'
import { isNewest } from '../state/version-actions.ts'
import { NewestVersion } from './version-line.tsx'

/** What stands above the text: where the story comes from, its headline, who wrote it and when. */
export function ArticleHead({ open }: { open: OpenArticle }) {
  const { article } = open
  const { title, agency, place, source } = article
  const from = source.part?.of ?? agency
  return (
    <header className="article-head">
      <p className="kicker">
        <span className={from === null ? 'kicker-source kicker-file' : 'kicker-source'} dir="auto">
          {from ?? sourceName(source)}
        </span>
        {source.part !== null && (
          <span>
            <span aria-hidden>· </span>
            <bdi lang="en" dir="ltr">
              Chapter {count(source.part.number, null)} of {count(source.part.total, null)}
            </bdi>
          </span>
        )}
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

/** A page's site says more than the name its file was given. */
function sourceName({ url, name }: Source): string {
  return url === null ? name : hostOf(url)
}

function bylineParts({ article, version }: OpenArticle): string[] {
  const { byline, published, language, versions } = article
  const isEnglish = language === null || language.startsWith('en')
  const shown = versions.find(({ number }) => number === version)
  const minutes = minutesText(shown?.words ?? 0, language)
  // The interface's own words stand only where they are in the article's language.
  return [
    ...(byline === null ? [] : [isEnglish ? `By ${byline}` : byline]),
    ...(published === null ? [] : [longDate(published, language)]),
    ...(shown?.isOnlyLink === true ? [] : [isEnglish ? `${minutes} read` : minutes]),
  ]
}
