import { z } from 'zod'
import { fail, type Result } from '../../errors.ts'
import type { Furniture } from '../../model/content.ts'
import { storyText } from '../story-text.ts'
import type { Entry } from '../entry.ts'
import type { StoryImporter } from '../importer.ts'
import type { SourceFile } from '../source-file.ts'
import { noStory, type AgencyStory } from './agency-story.ts'
import { entryOfAgency } from './entry-of-agency.ts'
import { furnitureLine } from './furniture-line.ts'
import { NinjsItem, withLowerKeys } from './ninjs-item.ts'
import { bodyOf, figuresOf } from './ninjs-body.ts'

export function readNinjs(source: SourceFile, { id: importer, label: format }: StoryImporter): Result<Entry> {
  const decoded = storyText(source)
  if (!decoded.ok) return decoded
  const json = onlyItem(parsed(decoded.value.text))
  const item = NinjsItem.safeParse(withLowerKeys(json))
  if (!item.success) {
    const reason = json === undefined ? 'it is not valid JSON' : z.prettifyError(item.error)
    return fail({ code: 'format-broken', name: source.name, format, reason })
  }
  const { encoding } = decoded.value
  return entryOfAgency(storyOf(item.data), { ...source, importer, encoding })
}

const Members = z.array(z.unknown())
const Answer = z.union([
  Members,
  z.object({ items: Members }).transform(({ items }) => items),
  z.object({ item: Members }).transform(({ item }) => item),
])

/** A server answers with a list, even where it has one item in it. */
function onlyItem(json: unknown): unknown {
  const members = Answer.safeParse(json).data ?? []
  return members.length === 1 ? members[0] : json
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function storyOf(item: NinjsItem): AgencyStory {
  const [main, ...others] = headlinesOf(item)
  return {
    ...noStory,
    headline: main ?? item.title ?? null,
    byline: item.byline ?? item.by ?? null,
    agency: (item.infosource ?? item.infosources)?.[0]?.name ?? item.copyrightholder ?? null,
    place: item.located ?? null,
    credit: item.creditline ?? null,
    published: item.firstcreated ?? item.contentcreated ?? item.versioncreated ?? null,
    language: item.language ?? null,
    url: item.uri ?? null,
    tags: tagsOf(item),
    furniture: furnitureOf(item, others),
    body: [...bodyOf(item), ...figuresOf(item)],
  }
}

function headlinesOf({ headline, headlines = [] }: NinjsItem): string[] {
  const main = headlines.find(({ role }) => role === 'main') ?? headlines[0]
  const others = headlines.filter((found) => found !== main).map(({ value }) => value)
  return [headline, main?.value, ...others].filter((line) => line !== undefined)
}

/** What the story is about, by the names of it. */
function tagsOf(item: NinjsItem): string[] {
  const subjects = [
    item.subject,
    item.subjects,
    item.person,
    item.people,
    item.organisation,
    item.organisations,
  ]
  const others = [item.place, item.places, item.event, item.events, item.object, item.objects]
  return [...subjects, ...others].flatMap((named = []) =>
    named.flatMap(({ name }) => (name === undefined ? [] : [name])),
  )
}

function furnitureOf(item: NinjsItem, headlines: readonly string[]): Furniture[] {
  return [
    ...furnitureLine('slug', 'before', item.slugline),
    ...headlines.flatMap((line) => furnitureLine('headline', 'before', line)),
    ...furnitureLine('note', 'before', item.ednote),
    ...furnitureLine('note', 'after', item.copyrightnotice),
  ]
}
