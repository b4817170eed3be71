import { FolderOpen } from 'lucide-react'
import type { ReactNode } from 'react'
import type { OpenArticle } from '../../src/contract.ts'
import type { Article } from '../../src/model/article.ts'
import type { Content, FurniturePart } from '../../src/model/content.ts'
import { editFacts, openLink, revealArticle } from '../state/article-actions.ts'
import { Button } from '../ui/button.tsx'
import { count, languageName, longDate } from '../ui/formats.ts'
import { TagInput } from '../ui/tag-input.tsx'
import { FactField } from './fact-field.tsx'
import { formatName } from './format-name.ts'
import './info.css'
import './note-body.css'

/** All that is known of the article: what can be corrected, what its file says, and the lines as they came. */
export function Info({ open }: { open: OpenArticle }) {
  return (
    <div className="info">
      <FactsForm article={open.article} />
      <FileFacts article={open.article} path={open.path} />
      <AsItCame furniture={open.content.furniture} />
    </div>
  )
}

function FactsForm({ article }: { article: Article }) {
  const { title, byline, agency, place, published, language, credit, tags } = article
  const line = 'At most 2,000 characters.'
  return (
    <section className="info-facts" aria-label="What is known">
      <FactField name="title" label="Headline" value={title} problem="A headline is needed." />
      <FactField name="byline" label="Byline" value={byline} problem={line} />
      <div className="info-pair">
        <FactField name="agency" label="Agency" value={agency} problem={line} />
        <FactField name="place" label="Place" value={place} problem={line} />
      </div>
      <div className="info-pair">
        <FactField name="published" label="Published" value={published} problem="A date is needed." />
        <FactField
          name="language"
          label="Language"
          value={language}
          problem="A code such as en, fa or pt-BR."
          {...(language !== null && { hint: languageName(language) })}
        />
      </div>
      <FactField name="credit" label="Credit" value={credit} problem={line} />
      <div className="field">
        <span className="field-label">Tags</span>
        <TagInput
          label="Tags of the article"
          tags={tags}
          onChange={(next) => void editFacts({ tags: next })}
        />
      </div>
    </section>
  )
}

function FileFacts({ article, path }: { article: Article; path: string }) {
  const { id, source, addedAt, versions } = article
  const { url } = source
  const version = versions.at(-1)
  return (
    <section className="info-file" aria-label="The file">
      <dl>
        <Fact name="Source">
          {url === null ? (
            source.name
          ) : (
            <button type="button" role="link" className="note-link" onClick={() => void openLink(url)}>
              {url}
            </button>
          )}
        </Fact>
        {source.part !== null && (
          <Fact name="Part">
            <bdi>{source.part.of}</bdi>, {count(source.part.number, null)} of {count(source.part.total, null)}
          </Fact>
        )}
        {source.origin !== null && <Fact name="Came from">{formatName(source.origin.importer)}</Fact>}
        <Fact name="Added">{longDate(addedAt, null)}</Fact>
        {version && <Fact name="Words">{count(version.words, null)}</Fact>}
        {version && version.importer !== source.origin?.importer && (
          <Fact name="Read as">{formatName(version.importer)}</Fact>
        )}
        {version && <Fact name="Encoding">{version.encoding}</Fact>}
        <Fact name="On the disk">{path}</Fact>
      </dl>
      <Button onClick={() => void revealArticle(id)}>
        <FolderOpen aria-hidden />
        Show in folder
      </Button>
    </section>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd dir="auto">{children}</dd>
    </div>
  )
}

const partNames: Record<FurniturePart, string> = {
  headline: 'Headline',
  prefix: 'Prefix',
  slug: 'Slug',
  byline: 'Byline',
  bylineTitle: 'Title of the author',
  date: 'Date',
  source: 'Source',
  credit: 'Credit',
  signoff: 'Sign-off',
  note: 'Note to editors',
}

/** The lines around the story proper, word for word, whatever was corrected since. */
function AsItCame({ furniture }: Pick<Content, 'furniture'>) {
  if (furniture.length === 0) return null
  return (
    <section className="info-file" aria-labelledby="as-it-came">
      <h2 id="as-it-came">As it came</h2>
      <dl>
        {furniture.map(({ part, text }, index) => (
          <Fact key={index} name={partNames[part]}>
            {text}
          </Fact>
        ))}
      </dl>
    </section>
  )
}
