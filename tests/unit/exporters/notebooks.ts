import { currentFormat } from '../../../src/model/format.ts'
import type { Notebook } from '../../../src/exporters/notebook.ts'
import { Article } from '../../../src/model/article.ts'
import { Content } from '../../../src/model/content.ts'
import { Note, type PlacedNote } from '../../../src/model/note.ts'
import { defaultSettings } from '../../../src/model/settings.ts'
import { describe } from '../../../src/text/describe.ts'

type Wish = { body?: string; otherBodies?: string[]; tags?: string[]; color?: string }

export function makeArticle(facts: Record<string, unknown> = {}): Article {
  return Article.parse({
    format: currentFormat,
    id: 'a1b2c3d4e5f6',
    title: 'Breakwater to be finished by spring',
    byline: 'Mara Ellison and Jo Reed',
    agency: 'Tidewire',
    place: 'HARBOUR',
    credit: 'Tidewire News Agency',
    published: '2026-10-05',
    language: 'en',
    tags: ['sea walls', '2026'],
    source: { name: 'breakwater.txt', url: null, origin: null, part: null },
    addedAt: '2026-11-02T08:30:00.000Z',
    updatedAt: '2026-11-02T08:30:00.000Z',
    direction: 'ltr',
    excerpt: 'The minister said the breakwater will be finished by spring.',
    versions: [
      {
        number: 1,
        addedAt: '2026-11-02T08:30:00.000Z',
        content: 'content-1.json',
        file: 'source-1.txt',
        encoding: 'utf-8',
        sha256: '0'.repeat(64),
        words: 312,
        sketch: [],
        importer: 'plain-text',
        isOnlyLink: false,
      },
    ],
    ...facts,
  })
}

let made = 0

function makeNote(
  selector: Note['selector'],
  { body = '', otherBodies = [], tags = [], color = 'yellow' }: Wish,
): Note {
  const time = `2026-11-02T09:00:${String(++made % 60).padStart(2, '0')}.000Z`
  const id = String(made).padStart(12, '0')
  const rest = { id, articleId: 'a1b2c3d4e5f6', createdAt: time, updatedAt: time }
  return Note.parse({ ...rest, selector, body, otherBodies, tags, color })
}

/** A highlight of the first of these words in the text. */
export function mark(text: string, words: string, wish: Wish = {}): PlacedNote {
  const start = text.indexOf(words)
  const span = { start, end: start + words.length }
  return { note: makeNote(describe({ text, blocks: [] }, span, 1), wish), anchor: { kind: 'exact', span } }
}

export function remark(wish: Wish): PlacedNote {
  return { note: makeNote(null, wish), anchor: null }
}

export function lose({ note }: PlacedNote): PlacedNote {
  return { note, anchor: { kind: 'lost' } }
}

export function makeNotebook(text: string, notes: PlacedNote[], article = makeArticle()): Notebook {
  const content = Content.parse({ format: currentFormat, text, blocks: [], marks: [], furniture: [] })
  return { article, content, notes, colorMeanings: defaultSettings.colorMeanings, fileNameOf: () => null }
}
