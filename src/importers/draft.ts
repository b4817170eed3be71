import type { Draft, Facts, Part } from '../model/article.ts'
import type { Content } from '../model/content.ts'
import { directionOf } from '../text/direction.ts'
import { excerptOf } from '../text/excerpt.ts'
import { detectLanguage } from '../text/language.ts'
import { countWords } from '../text/words.ts'
import { baseName } from './file-name.ts'

/** What an importer knows of the facts; a missing title or language is found here. */
export type KnownFacts = Omit<Facts, 'title' | 'language'> & {
  title: string | null
  language?: string | null
  url?: string | null
  part?: Part | null
  yearIsAssumed?: boolean
  bylineIsGuessed?: boolean
  isOnlyLink?: boolean
}

/** How a story was read: `name` is the file's, or what stands for it. */
export type ReadAs = { importer: string; name: string; encoding: string }

/** As `Article.excerpt` says. */
const excerptLength = 240

/** A line of a list holds about this much. */
const madeTitleLength = 80

/** Facts keep at most this much of a line (`Facts` in the model). */
const longestLine = 2000

export function draftOf(known: KnownFacts, content: Content, { importer, name, encoding }: ReadAs): Draft {
  const { title, language, url = null, part = null, ...rest } = known
  const { yearIsAssumed = false, bylineIsGuessed = false, isOnlyLink = false, ...facts } = rest
  const prose = proseOf(content)
  return {
    facts: {
      ...facts,
      title: lineOf(title) ?? titleFrom(prose, name),
      byline: lineOf(facts.byline),
      agency: lineOf(facts.agency),
      place: lineOf(facts.place),
      credit: lineOf(facts.credit),
      language: language ?? detectLanguage(prose),
    },
    content,
    url,
    part,
    direction: directionOf(content.text),
    excerpt: excerptOf(bodyOf(content) || prose, excerptLength),
    words: countWords(content.text),
    encoding,
    importer,
    yearIsAssumed,
    bylineIsGuessed,
    isOnlyLink,
  }
}

/** The text without the dateline in front: a list shows place and date beside it anyway. */
function proseOf({ text, blocks }: Content): string {
  const first = blocks.find((block) => block.span.end > block.span.start)
  const prose = first?.kind === 'dateline' ? text.slice(first.lead.end).trimStart() : text
  return prose === '' ? text : prose
}

/** What follows the headings that a chapter or a paper opens with: its headline stands above the excerpt anyway. */
function bodyOf({ text, blocks }: Content): string {
  const first = blocks.find(({ kind, span }) => kind !== 'heading' && span.end > span.start)
  return first === undefined || first.kind === 'dateline' ? '' : text.slice(first.span.start)
}

function lineOf(value: string | null): string | null {
  const line = (value ?? '').replace(/\s+/g, ' ').trim()
  return line === '' ? null : excerptOf(line, longestLine)
}

/** A story without a headline goes by its first words; one without letters by the name of its file. */
function titleFrom(prose: string, name: string): string {
  const words = excerptOf(prose, madeTitleLength)
  const made = /[\p{L}\p{N}]/u.test(words) ? words : baseName(name) || words || name
  return lineOf(made) ?? '—'
}
