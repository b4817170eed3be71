import type { PDFDocumentProxy } from 'pdfjs-dist'
import { z } from 'zod'
import { IsoDate } from '../../model/article.ts'
import type { KnownFacts } from '../draft.ts'

const Info = z.object({
  Title: z.string().catch(''),
  Author: z.string().catch(''),
  Language: z.string().nullable().catch(null),
})

/** What programs write for a title when nobody gave one: names of files and of themselves. */
const noTitle =
  /^(?:microsoft (?:word|powerpoint|excel)\b|untitled|unbenannt|sans titre|document\d*$|slide \d|powerpoint)|\.(?:docx?|pdf|indd|tex|dvi|qxd|rtf|odt|pptx?|xlsx?|html?|eps|ps)$|[\\/]\S*[\\/]/i

/** What stands for an author when a program filled it in. */
const noAuthor =
  /^(?:user|owner|admin|administrator|author|unknown|anonymous|root|default|microsoft|adobe|pc|hp|acer|dell|lenovo|windows user)\b|[\\/@]/i

/** What a PDF says of itself, as far as that is to be believed. */
export async function factsOfPdf(document: PDFDocumentProxy): Promise<KnownFacts> {
  const { info, metadata } = await document.getMetadata().catch(() => ({ info: {}, metadata: null }))
  const { Title, Author, Language } = Info.parse(info)
  const known = (name: string): string[] => linesOf(metadata?.get(name))
  const title = [Title, ...known('dc:title')].map(cleaned).find((line) => isPlausible(line, noTitle))
  const authors = [...new Set([cleaned(Author), ...known('dc:creator').map(cleaned)])]
  const byline = authors.filter((line) => isPlausible(line, noAuthor))
  return {
    title: title ?? null,
    byline: isPlausible(cleaned(Author), noAuthor) ? cleaned(Author) : byline.join(', ') || null,
    agency: null,
    place: null,
    credit: null,
    // A file's date is not a publication's; a publisher's own statement is.
    published:
      known('prism:publicationdate')
        .map((date) => IsoDate.safeParse(date.slice(0, 10)).data)
        .find((date) => date !== undefined) ?? null,
    language: /^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/.test(Language ?? '') ? Language : null,
    tags: [],
    bylineIsGuessed: byline.length > 0,
  }
}

function linesOf(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).filter((line) => typeof line === 'string')
}

function cleaned(line: string): string {
  return line.replace(/[\p{Cc}\s]+/gu, ' ').trim()
}

function isPlausible(line: string, not: RegExp): boolean {
  return /\p{L}{2}|\p{Lo}/u.test(line) && !not.test(line)
}
