import { isKnownAgency } from '../../../wire/agencies.ts'
import type { Line, Marks } from '../marks.ts'
import { collapse, fold } from '../plain.ts'
import type { JsonLd } from './json-ld.ts'

/** What is said in front of a name, in the languages of the web. */
const lead =
  /^(?:(?:(?:posted|written|published|submitted|created|saved|reviewed|story|text|photos?|words|edited|geschrieben|verfasst|veröffentlicht|eingestellt|gespeichert|erstellt|gepostet|publi[ée]|écrit|rédigé|escrito|publicado|scritto|pubblicato|geplaatst|geschreven|автор|текст|autor(?:in|en|es)?|auteur|autore|author|authors|interview|ein (?:beitrag|artikel|gastbeitrag|text)|(?:gast)?beitrag|artikel|article|redigerad|skriven)\b\s*(?:(?:on|am|le)\b[^,]{4,30}?)?\s*(?:[:|–-]\s*|(?:by|von|par|por|di|da|door|av|af)\s*:?\s+))|(?:by|von|par|por|di|door|av|af|de la redacción de)\s*:?\s+|(?:автор|נכתב על ידי|نویسنده|كتب|الكاتب|بقلم)\s*:?\s*)/iu

/** `1. Januar 2016 von ` */
const dateLead = /^.{0,70}?\b(?:19|20)\d\d\b.{0,20}?\s(?:von|by|par|por|di|door)\s+/iu

/** What comes after a name in the same line: a date, a time, a section, a count. */
const trail =
  /\s*(?:[|•·»›<([\]{]|\s[–—-]\s|\s\/\s|,?\s+(?:on|am|le|el|il|op|den|in|at|um|at|last|updated|published|posted|vor|il y a|veröffentlicht)\s+(?:[\p{Lu}\d]|dem|den|last)|,?\s*(?:mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so)(?:[a-zéá]*day|[a-z]*tag)?[.,]+\s|,?\s+\d|\bcomments?\b|\bkommentare?\b|\bfollow\b|\bfolgen\b).*$/iu

const between = /\s*(?:[;/&|]|,\s*(?:and|und|et|y|e)?|\s(?:and|und|et|y|en|og|och|и|und|with|mit)\s)\s*/iu

/** Names that nobody bears: roles, desks, software, the words of an interface. */
const nobody =
  /^(?:admin\w*|administrator|root|webmaster|web ?master|site ?admin|editor(?:s|ial)?|editorial (?:team|staff|board)|the editors?|staff|staff (?:writer|reporter)|(?:news|web|online|digital) ?(?:desk|team|staff|redaktion)|newsroom|news|team|das team|.{0,20}[- ]?team|redaktion\w*|die redaktion|.{0,30}redaktion|redacci[oó]n|r[eé]daction|la r[eé]daction|redazione|redactie|redakcja|redaksi|редакция|guest(?: ?author| ?blogger)?|gast(?:autor(?:in)?|beitrag)?|anonym(?:ous|e|us)?|unknown|unbekannt|author|authors|autor(?:in|en)?|auteur|autore|user|nutzer|super ?user|moderator|press(?:e)?|presse(?:stelle|team|mitteilung)?|press release|pressrelease|default|none|null|undefined|n\/?a|home|blog|blogger|contributor|contributors|reporter|correspondent|journalist|company|wordpress|joomla|typo3|contao|drupal|info|kontakt|contact|impressum|service|support|system|mehr|more|weiterlesen|about|profile|view|share|print|drucken|posted|unserer?|uns|mir|ihm|ihr|dem|der|die|das|den|einem|einer|the|a|an|our|my|http|https|www|public|internet|web|webteam|webredaktion|[\d\s.,:]+)$/iu

/** Words that make an organisation of a name. */
const organisation =
  /\b(?:gmbh|ag|post|times|herald|tribune|gazette|journal|chronicle|anzeiger|kurier|nachrichten|rundschau|tageblatt|e\.?\s?v\.?|inc|ltd|llc|corp|verlag|publishing|publisher|media|medien|magazine?|magazin|zeitung|newspaper|news|portal|foundation|stiftung|institut(?:e|o)?|verein|verband|bund|university|universität|ministerium|ministry|bundesamt|redaktion|redacción|agency|agentur|company|group|gruppe|network|netzwerk|society|gesellschaft|initiative|partei|association|committee|council|library|bibliothek|museum|archiv|zentrum|center|centre|blog|online|press|radio|tv|podcast|team|staff|editors?|wikipedia|contributors|autoren|lizenz|license|copyright|licence)\b|\.(?:de|com|org|net|at|ch|eu|info|tv|fm|io|co)$|©|@|https?:|www\./iu

/** Longer ones are sentences. */
const longestName = 60
const mostWords = 6
/** More names than this are a list of something else. */
const mostAuthors = 8

/**
 * Who wrote the page, as a byline: what the surest source that names a person says. `site` holds names of the site and its publisher, which are
 * no persons' although they stand where these should.
 */
export function authorOf(marks: Marks, jsonLd: JsonLd, site: readonly string[]): string | null {
  const folded = site.map(fold).filter((name) => name !== '')
  for (const source of sourcesIn(marks, jsonLd)) {
    const names = unique(source.flatMap((value) => namesIn(value, folded)))
    if (names.length > 0 && names.length <= mostAuthors) return names.join(', ')
  }
  return null
}

function* sourcesIn(marks: Marks, jsonLd: JsonLd): Generator<string[]> {
  yield jsonLd.authors
  for (const name of metaNames)
    yield (marks.metas.get(name) ?? []).filter((value) => isShown(value, marks.lines))
  yield marks.items.filter(({ property, of }) => isAuthorOfPage(property, of)).map(({ value }) => value)
  yield marks.relAuthors.slice(0, 3)
  yield marks.signed.slice(0, 1)
  yield bylinesInText(marks.lines)
}

const metaNames = [
  'author',
  'article:author_name',
  'og:author',
  'og:article:author',
  'byl',
  'byline',
  'parsely-author',
  'sailthru.author',
  'citation_author',
  'dc.creator',
  'dcterms.creator',
  'dc:creator',
  'dc.contributor',
  'article:author',
  'twitter:data1-author',
  'cxenseparse:author',
  'rbauthors',
  'authors',
  'creator',
  'prism.author',
  'vr:author',
  'shareaholic:article_author_name',
  'article.author',
  'meta.author',
]

function isAuthorOfPage(property: string, of: string): boolean {
  return (property === 'author' || property === 'creator') && !/comment|review$|product|image/.test(of)
}

/** The names of persons in a line that is said to hold some. */
export function namesIn(value: string, site: readonly string[]): string[] {
  const line = collapse(value)
  if (line === '' || line.length > 200 || /https?:|www\.|@\w/.test(line)) return []
  const names = line
    .replace(dateLead, '')
    .replace(lead, '')
    .replace(trail, '')
    .split(between)
    .map(tidy)
    .filter((name) => name !== '')
  return names.every((name) => name.length <= longestName) ? names.filter((name) => isPerson(name, site)) : []
}

function tidy(name: string): string {
  return collapse(
    name
      .replace(lead, '')
      .replace(/^[\s,.:;*–—-]+|[\s,:;*–—-]+$/gu, '')
      .replace(/\s*\([^)]*\)?\s*$/, ''),
  )
}

function isPerson(name: string, site: readonly string[]): boolean {
  const folded = fold(name)
  if (folded.length < 3 || !/\p{L}{2}/u.test(name) || name.split(' ').length > mostWords) return false
  if (nobody.test(name) || organisation.test(name) || isKnownAgency(name)) return false
  // The site of a single writer bears the name of that writer.
  return fullName.test(name) || !site.some((one) => isSameName(folded, one))
}

/** The author that a page names for search engines is often who made the site: a writer is named where readers see it. */
function isShown(value: string, lines: readonly Line[]): boolean {
  const name = fold(value.replace(lead, ''))
  return lines.some(({ text, isAside }) => !isAside && fold(text).includes(name))
}

function isSameName(name: string, site: string): boolean {
  return name === site || (site.startsWith(name) && name.length * 1.5 > site.length)
}

function unique(names: readonly string[]): string[] {
  const seen = new Set<string>()
  return names.filter((name) => !seen.has(fold(name)) && seen.add(fold(name)))
}

const fullName =
  /^(?:(?:Dr|Prof|PD|Dipl)\.[\s-]*(?:\p{Lu}\p{Ll}+\.\s*)*)?\p{Lu}[\p{L}'’.-]+(?:\s+(?:von|van|de|der|den|zu|la|le|di|da|al|el|bin))*(?:\s+\p{Lu}[\p{L}'’.-]+){1,3}$/u

/** `Von Mara Ellison` on a line of its own. */
function bylinesInText(lines: readonly Line[]): string[] {
  for (const { text, isAside } of lines) {
    if (isAside || text.length > 100 || !(lead.test(text) || dateLead.test(text))) continue
    const name = tidy(text.replace(dateLead, '').replace(lead, '').replace(trail, ''))
    if (name.split(between).every((one) => fullName.test(one))) return [name]
  }
  return []
}
