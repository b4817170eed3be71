import type { Element, Node } from '../../markup/tree.ts'
import { collapse, fold, plainText } from './plain.ts'

/** A paragraph, heading, list or the like of an article: an element, or what stands bare between two. `links` is the share of its letters that are links. */
type Unit = {
  nodes: readonly Node[]
  kind: 'heading' | 'list' | 'figure' | 'prose' | 'line'
  text: string
  links: number
}

const inline = new Set(
  'a abbr acronym b bdi bdo big br cite code data del dfn em font i img ins kbd label mark math q ruby s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
)
const wholes: Record<string, Unit['kind']> = {
  ul: 'list',
  ol: 'list',
  dl: 'list',
  figure: 'figure',
  table: 'figure',
  pre: 'figure',
  picture: 'figure',
}

/** Running text, as against a line that says something about it. */
const leastProse = 80

/** More than this share of a text is the text, whatever it looks like. */
const greatestShare = 0.25

/** What stands in front of links to other stories. */
const pointer =
  /^\W*(?:related|read (?:more|also|next|this)|see (?:also|more)|more (?:from|on|about|great|news|stories|like this|in )|(?:also|must) (?:read|watch|see)|don['’]t miss|recommended|you (?:may|might) (?:also )?(?:like|be interested)|popular|trending|watch(?: now| more)?:|in case you missed|what to read next|most (?:read|popular)|latest (?:news|stories|posts|on)|lesen sie (?:auch|mehr)|lies auch|auch interessant|mehr (?:zum thema|dazu|aus|zu)|weitere (?:artikel|beiträge|themen|nachrichten)|zum thema|das könnte (?:sie|dich)|ähnliche (?:artikel|beiträge)|lire aussi|à lire|voir aussi|sur le même sujet|articles? (?:liés|similaires)|lea también|te puede interesar|ver también|más (?:noticias|información)|noticias relacionadas|artículos relacionados|leia (?:também|mais)|veja (?:também|mais)|leggi anche|potrebbe interessarti|lees ook|читайте также|по теме|смотрите также|اقرأ أيضا|بیشتر بخوانید|関連記事|相关阅读|추천|관련기사)/iu

/** What the site asks of its readers. */
const request =
  /\b(?:sign(?:ing)? up|subscrib|newsletter|follow (?:us|me|him|her|@\w+)|like us on|join (?:us|our)|download (?:our|the) app|get (?:access|the latest)|support (?:us|our)|donate|abonnier|folgen sie|folge uns|anmelden|spenden|abonnez|inscrivez|suivez|suscr[ií]b|síguenos|iscriviti|seguici|inscreva|siga-nos|подпис)/iu

/** Where the article has ended, and what follows is about its writer, its readers, other stories. */
const ending =
  /^\W*(?:about the authors?|(?:über|zu) (?:den|die) autor(?:in|en)?|à propos de l['’]auteur|sobre (?:el|o) autor|comments?(?: \(\d+\))?|\d+ comments?|leave a (?:reply|comment)|(?:post|add) a comment|\d* ?kommentare?|(?:schreibe?n?|hinterlasse|kommentar) .{0,14}kommentar|kommentar schreiben|share (?:this|on)|teilen(?: mit)?|gefällt mir|post navigation|beitrags-?navigation|tags|filed under|schlagw[oö]rter|verwandte (?:artikel|beiträge)|ähnliche (?:artikel|beiträge)|related(?: (?:articles?|posts?|stories|news|content|topics))?|recommended(?: for you)?|you (?:may|might) also like)\s*:?\s*$/iu

const dated =
  /^\W*(?:(?:first |last )?(?:published|updated|posted|modified)|veröffentlicht|aktualisiert|erstellt|publié|publicado|mis à jour|actualizado|pubblicato|опубликовано)\b|^[^\p{Ll}]{0,3}(?:\p{L}+,?\s){0,3}\d{1,4}.{0,40}\b(?:19|20)\d\d\b.{0,30}$/iu
/** `By Mara Ellison on 5 October 2026`, and a caption that ends with who made the picture. */
const aboutText =
  /^(?:by|von|par|por|di)\s.{0,90}\b(?:19|20)\d\d\b.{0,30}$|^.{0,250}\((?:image|photo|picture|foto|bild|credit|source)s?(?: credit)?:[^)]{2,80}\)$|^(?:file photo|image|photo|foto|bild|credit|image credit|photo credit)s?\s?(?::|\.\.\.).{2,250}$/iu
const counter = /^(?:image|photo|slide|bild|foto)?\s*\d+ (?:of|von|de|\/) \d+$/iu

/** An article without what an engine left in it of the page around: lines over its beginning, links to other stories, requests, endings. */
export function tidyArticle(article: Element, title: string | null): Element {
  const units = unitsOf(article)
  const total = lengthOf(units)
  const left = new Set([...overBeginning(units, title), ...amidst(units, total), ...atEnd(units, total)])
  const dropped = new Set([...left].flatMap(({ nodes }) => nodes))
  return lengthOf([...left]) > total * 0.5 ? article : without(article, dropped)
}

function without(element: Element, dropped: ReadonlySet<Node>): Element {
  const children = element.children.flatMap((child): Node[] => {
    if (dropped.has(child)) return []
    return [child.kind === 'text' ? child : without(child, dropped)]
  })
  return { ...element, children }
}

function lengthOf(units: readonly Unit[]): number {
  return units.reduce((sum, { text }) => sum + text.length, 0)
}

function unitsOf(element: Element): Unit[] {
  const kind = wholes[element.name] ?? (/^h[1-6]$/.test(element.name) ? 'heading' : null)
  if (kind !== null) return unitOf([element], kind)
  const units: Unit[] = []
  let bare: Node[] = []
  const endBare = (): void => {
    units.push(...unitOf(bare, null))
    bare = []
  }
  for (const child of element.children) {
    if (child.kind === 'text' || inline.has(child.name)) {
      bare.push(child)
      continue
    }
    endBare()
    units.push(...unitsOf(child))
  }
  endBare()
  return units
}

/** None where there are no words. */
function unitOf(nodes: readonly Node[], kind: Unit['kind'] | null): Unit[] {
  const text = collapse(nodes.map(plainText).join(''))
  if (text === '') return kind === 'figure' ? [{ nodes, kind, text, links: 0 }] : []
  const links = nodes.reduce((sum, node) => sum + linkLength(node), 0) / text.length
  return [{ nodes, kind: kind ?? (text.length >= leastProse && links < 0.5 ? 'prose' : 'line'), text, links }]
}

function linkLength(node: Node): number {
  if (node.kind === 'text') return 0
  if (node.name === 'a') return collapse(plainText(node)).length
  return node.children.reduce((sum, child) => sum + linkLength(child), 0)
}

/** Crumbs, the headline once more, dates, names and buttons over the first running text. */
function overBeginning(units: readonly Unit[], title: string | null): Unit[] {
  const first = units.findIndex(({ kind }) => kind === 'prose')
  return units.slice(0, Math.max(0, first)).filter(({ kind, text, links }) => {
    if (kind === 'figure') return false
    if (kind === 'list') return links > 0.6
    return (
      isTitle(text, title) ||
      (kind === 'line' && (links > 0.8 || dated.test(text) || /^https?:\S+$/.test(text)))
    )
  })
}

function isTitle(text: string, title: string | null): boolean {
  return title !== null && fold(text) === fold(title)
}

/** Links to other stories, requests and captions, wherever they stand. */
function amidst(units: readonly Unit[], total: number): Unit[] {
  const found: Unit[] = []
  /** The line that points at what comes next. */
  let above: Unit | null = null
  for (const unit of units) {
    if (unit.kind === 'figure') continue
    const isSmall = unit.text.length <= total * greatestShare
    const points = isSmall && unit.kind !== 'list' && unit.text.length < 250 && pointer.test(unit.text)
    // Under "More stories" all that is mostly a link is one of them.
    const isLinked: boolean = isSmall && above !== null && unit.links > (unit.kind === 'list' ? 0.25 : 0.5)
    if (isLinked) found.push(above!, unit)
    else if (isSmall && ((points && unit.links > 0.3) || isNoStory(unit))) found.push(unit)
    above = points || isLinked ? unit : null
  }
  return found
}

function isNoStory({ kind, text, links }: Unit): boolean {
  if (kind === 'list' || text.length > 300) return false
  if (counter.test(text) || aboutText.test(text) || (kind === 'line' && ending.test(text))) return true
  return kind !== 'heading' && links > 0.1 && request.test(text)
}

/** From where the article has ended. */
function atEnd(units: readonly Unit[], total: number): Unit[] {
  let length = 0
  let from = units.length
  for (let index = units.length - 1; index > 0; index -= 1) {
    const { text, kind, links } = units[index]!
    length += text.length
    if (length > total * greatestShare) break
    const isLinks = kind === 'list' && links > 0.8
    const isLine = kind === 'line' && links > 0.9
    const isOver = kind !== 'prose' && kind !== 'list' && ending.test(text)
    const isDangling = kind === 'heading' || (kind === 'line' && pointer.test(text))
    if (isOver || (from === index + 1 && (isLinks || isLine || (isDangling && from < units.length))))
      from = index
  }
  return units.slice(from)
}
