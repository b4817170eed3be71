import { filesOf, type Incoming } from '../../main/library/new-article.ts'
import { addNote, editReading } from '../../src/merge/write.ts'
import type { Draft, Facts } from '../../src/model/article.ts'
import type { Block, Content } from '../../src/model/content.ts'
import { currentFormat } from '../../src/model/format.ts'
import { ArticleId, DeviceId, NoteId } from '../../src/model/ids.ts'
import { Color, type NotesFile, type NoteText } from '../../src/model/note.ts'
import { describe } from '../../src/text/describe.ts'
import { excerptOf } from '../../src/text/excerpt.ts'
import { trimSpan } from '../../src/text/grapheme-span.ts'
import { countWords } from '../../src/text/words.ts'
import { Chance } from './chance.ts'
import { capitalized, chooseLanguage, type MadeLanguage, sentence, someWords } from './made-language.ts'

/** The device whose reader wrote the notes. */
export const madeDevice = DeviceId.parse('0000madedev1')

/** A made-up article, as its files are made of it. `notes` is null where nobody read it. */
export type MadeArticle = { added: Incoming & { id: ArticleId }; notes: NotesFile | null }

const minuteMs = 60_000
const firstAddedAt = Date.parse('2016-03-01T06:00:00.000Z')

/** Log-normal, as lengths of texts are: 700 words on average (e to the power of mu + sigma² / 2), half of them under 585. */
const lengthOfStory = { mu: 6.37, sigma: 0.6 }

const places = ['HARBOUR', 'NEWTON', 'ÅLESUND', 'PORT SAND', 'EASTVILLE', 'SÃO MATEUS']
const agencies = ['Tidewire', 'Coastal Press', 'Northern News Agency']
const topics = [
  'sea walls',
  'budget',
  'elections',
  'energy',
  'fisheries',
  'to check',
  'zürich',
  'رسانه',
] as const

/** The article of this number: the same whatever else is made. */
export function makeArticle(seed: number, number: number): MadeArticle {
  const chance = new Chance(`${seed} ${number}`)
  const language = chooseLanguage(chance)
  const id = ArticleId.parse(chance.id())
  const addedAt = new Date(firstAddedAt + (number * 90 + chance.below(80)) * minuteMs).toISOString()
  const facts = makeFacts(language, chance, addedAt)
  const text = makeText(language, chance)
  const bytes = Buffer.from(`${facts.title}\n\n${text}\n`)
  const url = chance.isLuckyIn(0.3) ? `https://news.example/${number}/${id}.html` : null
  const source = { name: `story-${number}.txt`, bytes }
  const added = { id, draft: makeDraft({ facts, text, language, url }), facts: {}, source, addedAt }
  return { added, notes: chance.isLuckyIn(1 / 3) ? makeNotes(added, language, chance) : null }
}

export function bytesOf({ added }: MadeArticle): Map<string, Uint8Array> {
  return filesOf(added.id, added)
}

function makeFacts(language: MadeLanguage, chance: Chance, addedAt: string): Facts {
  const names = capitalized(someWords(language, chance, 2).map(capitalized).join(' '))
  const published = new Date(Date.parse(addedAt) - chance.below(20_000) * minuteMs).toISOString().slice(0, 10)
  return {
    title: capitalized(someWords(language, chance, chance.between(4, 11)).join(language.space)),
    byline: chance.isLuckyIn(0.7) ? names : null,
    agency: chance.isLuckyIn(0.6) ? chance.pick(agencies) : null,
    place: chance.isLuckyIn(0.8) ? chance.pick(places) : null,
    credit: null,
    published: chance.isLuckyIn(0.9) ? published : null,
    language: language.tag,
    tags: topics.filter(() => chance.isLuckyIn(0.12)),
  }
}

function makeText(language: MadeLanguage, chance: Chance): string {
  const words = Math.exp(lengthOfStory.mu + lengthOfStory.sigma * chance.normal())
  // A sentence has 15 words in the middle, and a paragraph three sentences.
  const paragraphs = Math.min(200, Math.max(1, Math.round(words / 45)))
  return Array.from({ length: paragraphs }, () =>
    Array.from({ length: chance.between(2, 4) }, () => sentence(language, chance))
      .join('')
      .trim(),
  ).join('\n\n')
}

type Story = { facts: Facts; text: string; language: MadeLanguage; url: string | null }

function makeDraft({ facts, text, language, url }: Story): Draft {
  return {
    facts,
    content: makeContent(facts.title, text),
    direction: language.direction,
    excerpt: excerptOf(text, 240),
    words: countWords(text),
    encoding: 'utf-8',
    importer: 'plain-text',
    url,
    part: null,
    yearIsAssumed: false,
    bylineIsGuessed: false,
    isOnlyLink: false,
  }
}

function makeContent(title: string, text: string): Content {
  let start = 0
  const blocks = text.split('\n\n').map((paragraph): Block => {
    const span = { start, end: start + paragraph.length }
    start = span.end + 2
    return { kind: 'paragraph', span }
  })
  const furniture = [{ part: 'headline', position: 'before', text: title } as const]
  return { format: currentFormat, text, blocks, marks: [], furniture }
}

function makeNotes(
  { id, draft, addedAt }: MadeArticle['added'],
  language: MadeLanguage,
  chance: Chance,
): NotesFile {
  let own: NotesFile = {
    format: currentFormat,
    articleId: id,
    device: madeDevice,
    notes: [],
    reading: [],
    facts: [],
  }
  let now = Date.parse(addedAt)
  const context = () => {
    now += chance.between(1, 10) * minuteMs
    return { own, all: [own], now: new Date(now).toISOString() }
  }
  for (let left = chance.between(1, 8); left > 0; left--) {
    const selector = describe(draft.content, makeSpan(draft.content, chance), 1)
    const note = { id: NoteId.parse(chance.id()), selector, ...makeNoteText(language, chance) }
    own = addNote(context(), note)
  }
  const isRead = chance.isLuckyIn(0.6)
  const progress = isRead ? 1 : Math.round(chance.next() * 1000) / 1000
  const position = Math.floor(progress * draft.content.text.length * 0.9)
  return editReading(context(), { progress, position, isRead, isStarred: chance.isLuckyIn(0.1) })
}

/** Some words of one paragraph. */
function makeSpan({ text, blocks }: Content, chance: Chance): { start: number; end: number } {
  const { start, end } = blocks[chance.below(blocks.length)]?.span ?? { start: 0, end: text.length }
  const from = start + chance.below(Math.max(1, end - start - 20))
  return trimSpan(text, { start: from, end: Math.min(end, from + chance.between(10, 160)) })
}

function makeNoteText(language: MadeLanguage, chance: Chance): NoteText {
  const sentences = Array.from({ length: chance.below(4) }, () => sentence(language, chance))
  return {
    body: sentences.join('').trim(),
    color: chance.pick(Color.options),
    tags: topics.filter(() => chance.isLuckyIn(0.05)),
  }
}
