import { parse } from 'yaml'
import { z } from 'zod'
import { IsoDate } from '../../model/article.ts'
import { timeOf } from '../services/times.ts'

/** What the properties of a note say; null where they say nothing or something else than expected. */
export type FrontMatter = {
  /** As it stands in the file, with its two lines of dashes; empty when there is none. */
  raw: string
  title: string | null
  author: string | null
  published: string | null
  /** When the note was made or the page was clipped, an ISO date-time. */
  created: string | null
  url: string | null
  language: string | null
  tags: string[]
}

export type SplitText = { frontMatter: FrontMatter; body: string }

/** The keys are those of Obsidian's Web Clipper, and what other writers of Markdown call the same. */
const Properties = z.record(z.string(), z.unknown())

/** Properties are a page at most; YAML of this length still parses in some tens of milliseconds. */
const longestFrontMatter = 50_000

/** The properties between two `---` lines that open the text. Where they are no YAML map they are left in the body. */
export function splitFrontMatter(text: string): SplitText {
  const raw = /^---[ \t]*\n(?:[^\n]*\n)*?---[ \t]*(?:\n|$)/.exec(text.slice(0, longestFrontMatter))?.[0] ?? ''
  const properties = raw === '' ? null : readProperties(raw)
  if (properties === null) return { frontMatter: none, body: text }
  return { frontMatter: { raw: raw.trimEnd(), ...factsOf(properties) }, body: text.slice(raw.length) }
}

const none: FrontMatter = {
  raw: '',
  title: null,
  author: null,
  published: null,
  created: null,
  url: null,
  language: null,
  tags: [],
}

function readProperties(raw: string): Record<string, unknown> | null {
  try {
    // Dates stay strings: the core schema knows no timestamps.
    const value: unknown = parse(raw.replace(/^---.*\n/, '').replace(/---\s*$/, ''), {
      schema: 'core',
      logLevel: 'silent',
    })
    return Properties.safeParse(value).data ?? null
  } catch {
    // Not YAML, so not front matter: the reader sees it as text.
    return null
  }
}

function factsOf(properties: Record<string, unknown>): Omit<FrontMatter, 'raw'> {
  const lines = (...keys: string[]): string[] => keys.flatMap((key) => linesOf(properties[key]))
  const url = lines('source', 'url').find((line) => z.url({ protocol: /^https?$/ }).safeParse(line).success)
  const language = lines('language', 'lang').find((line) => /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(line))
  const author = lines('author', 'authors', 'byline').join(', ')
  return {
    title: lines('title').at(0) ?? null,
    author: author === '' ? null : author,
    published:
      lines('published', 'date')
        .map(dateOf)
        .find((date) => date !== null) ?? null,
    created:
      lines('created', 'date created', 'saved', 'clipped')
        .map(timeOf)
        .find((time) => time !== null) ?? null,
    url: url ?? null,
    language: language ?? null,
    tags: tagsOf(lines('tags', 'tag', 'keywords')),
  }
}

/** One or many strings or numbers, without the brackets of wiki links: `[[Mara Ellison]]`, `[[ellison|Mara]]`. */
function linesOf(value: unknown): string[] {
  const values = Array.isArray(value) ? value : [value]
  return values
    .filter((item) => typeof item === 'string' || typeof item === 'number')
    .map((item) =>
      String(item)
        .replace(/\[\[(?:[^\][|]*\|)?([^\][|]*)\]\]/g, '$1')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((line) => line !== '')
}

/** The date of `2026-10-05T08:00:00+02:00` as its writer saw it. */
function dateOf(line: string): string | null {
  return IsoDate.safeParse(line.slice(0, 10)).data ?? null
}

/** A single string may hold several tags; Obsidian allows `#`. */
function tagsOf(lines: readonly string[]): string[] {
  const split = lines.length === 1 ? lines[0]!.split(/,\s*/) : lines
  const tags = split.map((tag) => tag.replace(/^#/, '').trim().slice(0, 100).trim())
  return [...new Set(tags.filter((tag) => tag !== ''))]
}
