/** `Source: Tides Inc.`, `SOURCE Tides Inc.`: what it names. */
export function readSource(line: string): string | null {
  const match =
    /^(?:source|quelle|fuente|fonte)\s?:\s+(.{2,120})$/i.exec(line) ?? /^SOURCE\s+(.{2,120})$/.exec(line)
  return match?.[1]?.trim() ?? null
}

const above = [
  /^(?:for immediate release|media release|press release|news release|medienmitteilung|pressemitteilung|communiqué de presse)\b.{0,60}$/i,
  /^(?:\*+\s?)?(?:strictly )?embargo(?:ed)?\b.{0,120}$/i,
  /^(?:eds?|editors?)\s?:\s.{0,300}$/i,
  /^\(?(?:eds|editors['’]? notes?|adds|updates|recasts|corrects|writes through)\b[:,].{0,300}$/i,
]

const below = [
  /^\(?this (?:\S+ ){0,4}(?:story|version|article|report) (?:has been|was|is|corrects|adds|refiles|removes)\b.{0,400}$/is,
  /^our standards: the thomson reuters trust principles\.?.{0,60}$/i,
  /^follow (?:the )?(?:\S+ ){1,8}(?:on|at) (?:social media|twitter|x|facebook|instagram|bluesky|mastodon|threads|@|http).{0,120}$/i,
  /^view source version on .{3,100}$/i,
  /^(?:media |press |investor )?(?:contacts?|enquiries|inquiries)(?: info| information)?\s?:.{0,300}$/i,
  /^(?:online|internet)\s?:\s?(?:https?:)?.{0,160}$/i,
]

/** A line over the story for those who print it: `FOR IMMEDIATE RELEASE`, `Eds: …`. */
export function isNoticeAbove(line: string): boolean {
  return above.some((pattern) => pattern.test(line.trim()))
}

/** A paragraph under the story that is not part of it: a correction, a contact, a house's standards. */
export function isNoticeBelow(paragraph: string): boolean {
  return paragraph.length <= 600 && below.some((pattern) => pattern.test(paragraph.trim()))
}

/** From this line on nothing is for publication: dpa's notebook, and what says so itself. */
export function startsNotes(paragraph: string): boolean {
  const line = paragraph.slice(0, 120)
  return (
    /^#{1,3}\s*dpa[\s-]*(?:notebook|notizblock)\b/i.test(line) ||
    /^(?:\* ){2,}\*?\s*\n?the following information is not (?:intended )?for publication/i.test(line) ||
    /^the following information is not (?:intended )?for publication/i.test(line) ||
    /^(?:die )?folgenden? informationen sind nicht zur veröffentlichung/i.test(line)
  )
}

/** What press offices write under their `ENDS`. */
export function isAfterEnds(paragraph: string): boolean {
  return /^(?:notes? (?:to|for) editors?|editors?['’]? notes?|for (?:further|more|media)|(?:media |press )?contacts?\b|further information|about\s)/i.test(
    paragraph.slice(0, 60),
  )
}
