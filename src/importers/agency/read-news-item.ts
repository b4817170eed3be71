import type { Furniture } from '../../model/content.ts'
import { childrenNamed, descendantsNamed, firstNamed, textOf } from '../../markup/walk.ts'
import type { Element } from '../../markup/tree.ts'
import { isKnownAgency } from '../../wire/agencies.ts'
import { noStory, type AgencyStory } from './agency-story.ts'
import { firstLine, lineIn } from './elements.ts'
import { furnitureLine } from './furniture-line.ts'
import { hasBody, withBody } from './inline-body.ts'
import { figureAt } from './body-nodes.ts'

/** The story of a `newsItem` of NewsML-G2, without prefixes. */
export function readNewsItem(item: Element): AgencyStory {
  const meta = firstNamed(item, 'contentMeta') ?? item
  const [main, ...otherHeadlines] = headlinesOf(meta)
  const story: AgencyStory = {
    ...noStory,
    headline: lineIn(main) ?? firstLine(firstNamed(item, 'itemMeta') ?? item, 'title'),
    byline: namesOf(meta, 'by') ?? creatorsOf(meta),
    agency: agencyOf(item),
    dateline: lineIn(childrenNamed(meta, 'dateline')[0]),
    place: placeOf(meta),
    credit: lineIn(childrenNamed(meta, 'creditline')[0]),
    published:
      firstLine(item, 'firstCreated') ??
      firstLine(meta, 'contentCreated') ??
      firstLine(item, 'versionCreated'),
    language: languageOf(item, meta),
    url: item.attributes.get('guid') ?? null,
    tags: tagsOf(meta),
    furniture: furnitureOf(item, meta, otherHeadlines),
  }
  const contents = firstNamed(item, 'contentSet')
  if (contents === null) return story
  const holder = bodyIn(contents)
  const read = holder === null ? story : withBody(story, holder)
  return { ...read, body: [...read.body, ...figuresOf(contents, meta)] }
}

/** Whether an item is a story, and no picture or film that has words only beside it. */
export function isStory(item: Element): boolean {
  const contents = firstNamed(item, 'contentSet')
  return contents !== null && bodyIn(contents) !== null
}

/** A text may be there in several renditions: XML goes before HTML, and HTML before what is plain. */
function bodyIn(contents: Element): Element | null {
  const inline = descendantsNamed(contents, 'inlineXML', 'inlineData').filter(
    (holder) =>
      hasBody(holder) && !/^(?:image|audio|video)\//.test(holder.attributes.get('contenttype') ?? ''),
  )
  const isHtml = ({ attributes }: Element): boolean => /html/.test(attributes.get('contenttype') ?? '')
  return inline.find(({ name }) => name === 'inlineXML') ?? inline.find(isHtml) ?? inline[0] ?? null
}

/** The headline is the one without a role, or with that of the main one; it comes first. */
function headlinesOf(meta: Element): Element[] {
  const all = childrenNamed(meta, 'headline').filter((headline) => lineIn(headline) !== null)
  const main =
    all.find(({ attributes }) => !attributes.has('role')) ??
    all.find(({ attributes }) => /main|:headline|:title/i.test(attributes.get('role') ?? '')) ??
    all[0]
  return main === undefined ? [] : [main, ...all.filter((headline) => headline !== main)]
}

function namesOf(within: Element, name: string): string | null {
  const lines = childrenNamed(within, name).map(lineIn)
  return lines.filter((line) => line !== null).join(', ') || null
}

/** A creator is a person or a desk; initials are for the desk. */
function creatorsOf(meta: Element): string | null {
  const names = childrenNamed(meta, 'creator').map((creator) => firstLine(creator, 'name'))
  return names.filter((name) => name !== null && /\s/.test(name)).join(', ') || null
}

/** What the provider is called: by a name that agencies go by, else by whatever name there is. */
function agencyOf(item: Element): string | null {
  const providers = descendantsNamed(item, 'provider', 'infoSource', 'copyrightHolder')
  const names = providers.flatMap((provider) => [
    provider.attributes.get('qcode')?.replace(/^.*:/, ''),
    provider.attributes.get('literal'),
    ...descendantsNamed(provider, 'name').map(lineIn),
  ])
  const found = names.filter((name) => name != null).filter((name) => name !== '')
  return (
    found.find((name) => isKnownAgency(name)) ??
    found.findLast((name) => /\s|^\p{Lu}/u.test(name)) ??
    found[0] ??
    null
  )
}

function placeOf(meta: Element): string | null {
  const [located] = childrenNamed(meta, 'located')
  if (located === undefined) return null
  return firstLine(located, 'name') ?? located.attributes.get('literal') ?? null
}

/** Items without a language of their text have that of what is said of them. */
function languageOf(item: Element, meta: Element): string | null {
  const tag = childrenNamed(meta, 'language')[0]?.attributes.get('tag')
  return tag ?? item.attributes.get('xml:lang') ?? null
}

/** The names of subjects in the language that comes first, and keywords. */
function tagsOf(meta: Element): string[] {
  const subjects = childrenNamed(meta, 'subject').map((subject) => childrenNamed(subject, 'name')[0])
  const names = [...subjects, ...childrenNamed(meta, 'keyword')].map(lineIn)
  return names.filter((name) => name !== null)
}

function furnitureOf(item: Element, meta: Element, headlines: readonly Element[]): Furniture[] {
  const lines = (part: Furniture['part'], elements: readonly Element[]): Furniture[] =>
    elements.flatMap((element) => furnitureLine(part, 'before', textOf(element)))
  return [
    ...lines('slug', childrenNamed(meta, 'slugline')),
    ...lines('headline', headlines),
    ...lines('date', childrenNamed(meta, 'dateline')),
    ...lines('note', descendantsNamed(item, 'edNote')),
    ...furnitureLine('note', 'after', firstLine(item, 'copyrightNotice')),
  ]
}

/** The first picture that lies at an address; the others are its sizes. */
function figuresOf(contents: Element, meta: Element): Element[] {
  const picture = descendantsNamed(contents, 'remoteContent').find(
    ({ attributes }) =>
      attributes.get('contenttype')?.startsWith('image/') === true &&
      /^https?:/i.test(attributes.get('href') ?? ''),
  )
  const captions = childrenNamed(meta, 'description').filter(({ attributes }) =>
    /caption/.test(attributes.get('role') ?? ''),
  )
  return picture === undefined ? [] : [figureAt(picture.attributes.get('href')!, lineIn(captions[0]) ?? '')]
}
