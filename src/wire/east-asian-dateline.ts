import type { Span } from '../model/content.ts'
import type { Dateline } from './dateline.ts'
import { dayAt, type Day } from './dates.ts'

/**
 * Chinese `新华社北京10月5日电`, Japanese `［東京 5日 ロイター］`, `【北京=共同】` and Korean `(서울=연합뉴스)`: the
 * agency stands in front of or beside the place, in one shape for each language.
 */
const shapes = [
  /^(?<agency>新华社|新華社|中新社|中新网|中央社)(?:记者)?(?<place>[\p{sc=Han}]{2,8}?)(?<date>(?<month>[\d０-９]{1,2})月(?<day>[\d０-９]{1,2})日)电?(?:[（(][^（）()]{1,40}[）)])?[\s:：]*/du,
  /^[［[【](?<place>[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー／/]{2,14})[\s　]+(?:(?<date>(?:(?<month>[\d０-９]{1,2})月)?(?<day>[\d０-９]{1,2})日)[\s　]+)?(?<agency>ロイター|共同|時事|AFP|ＡＦＰ)[］\]】]\s*[-－—]?\s*/du,
  /^[【［(（](?<place>[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー]{2,10})[＝=]?(?<agency>共同|時事|ロイター)[】］)）]\s*/du,
  /^[([](?<place>\p{sc=Hangul}{2,10}(?:[·/]\p{sc=Hangul}{2,10})?)=(?<agency>연합뉴스|뉴시스|뉴스1|신화)[)\]]\s*/du,
]

export function readEastAsianDateline(text: string): Dateline | null {
  for (const shape of shapes) {
    const match = shape.exec(text)
    if (match !== null) return datelineOf(match)
  }
  return null
}

function datelineOf(match: RegExpExecArray): Dateline {
  const span = (name: string): Span | null => {
    const found = match.indices?.groups?.[name]
    return found === undefined ? null : { start: found[0], end: found[1] }
  }
  const day = dayOf(match.groups ?? {})
  return {
    lead: { start: 0, end: match[0].length },
    place: span('place'),
    date: day === null ? null : span('date'),
    agency: span('agency'),
    day,
  }
}

/** A day without a month (`5日`) is not enough for a date. */
function dayOf({ month, day }: Record<string, string | undefined>): Day | null {
  if (month === undefined || day === undefined) return null
  const iso = `2000-${asciiDigits(month)}-${asciiDigits(day)}`
  const found = dayAt(iso, 0)
  return found === null ? null : { ...found.value, year: null }
}

function asciiDigits(digits: string): string {
  return digits.normalize('NFKC').padStart(2, '0')
}
