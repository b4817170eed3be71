import type { Direction } from '../../src/model/content.ts'
import { Chance } from './chance.ts'

/** A language nobody speaks, in the letters of one that somebody does. */
export type MadeLanguage = {
  tag: string
  direction: Direction
  /** What stands between two words, and at the end of a sentence. */
  space: string
  stop: string
  words: readonly string[]
}

/** Like the words of a news archive: enough for an index to have work, few enough for common ones to be common. */
const vocabulary = 5000

type Letters = { onsets: string; nuclei: string; syllables: [least: number, greatest: number] }

const latin = 'b c d f g h j k l m n p r s t v w st tr pr gr ch sh'
const languages = {
  en: language('en', { onsets: latin, nuclei: 'a e i o u ea ou an en er in or ist', syllables: [1, 3] }),
  de: language('de', { onsets: latin, nuclei: 'a e i o u ä ö ü ei en er ung eß', syllables: [1, 4] }),
  fr: language('fr', { onsets: latin, nuclei: 'a e é è ê i o ô u oi eau ç ent', syllables: [1, 3] }),
  ru: language('ru', {
    onsets: 'б в г д ж з к л м н п р с т ф х ч ш',
    nuclei: 'а е и о у ы я ов ен ий ость ё',
    syllables: [1, 3],
  }),
  fa: language('fa', {
    onsets: 'ب پ ت ج چ خ د ر ز س ش ف ق ک گ ل م ن',
    nuclei: 'ا و ی ان ار های',
    syllables: [1, 3],
  }),
  he: language('he', {
    onsets: 'ב ג ד ז ח ט כ ל מ נ ס פ צ ק ר ש ת',
    nuclei: 'א ו י ים ות',
    syllables: [1, 3],
  }),
  zh: language('zh', {
    onsets: '海 市 港 风 水 工 人 新 大 中 国 会 年 日 天 山 河 东 西 南 北 金',
    nuclei: '报 部 长 区 堤 船 路 局 城 民 说 道',
    syllables: [1, 1],
  }),
}

/** Most of a library is in one language; a few stories are in others. */
export function chooseLanguage(chance: Chance): MadeLanguage {
  if (chance.isLuckyIn(0.75)) return languages.en
  return chance.pick([languages.de, languages.fr, languages.ru, languages.fa, languages.he, languages.zh])
}

/** Common words are common: the n-th word comes 1/n times as often as the first (Zipf's law). */
export function someWords({ words }: MadeLanguage, chance: Chance, count: number): string[] {
  return Array.from({ length: count }, () => words[Math.floor(words.length ** chance.next()) - 1] ?? '')
}

export function sentence(spoken: MadeLanguage, chance: Chance): string {
  const words = someWords(spoken, chance, chance.between(6, 24))
  const comma = chance.isLuckyIn(0.4) ? chance.below(words.length - 2) : -1
  if (comma >= 0) words[comma] += spoken.direction === 'rtl' ? '،' : ','
  return capitalized(words.join(spoken.space)) + spoken.stop
}

export function capitalized(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

function language(tag: string, letters: Letters): MadeLanguage {
  const isChinese = tag === 'zh'
  const direction = tag === 'fa' || tag === 'he' ? 'rtl' : 'ltr'
  const marks = { space: isChinese ? '' : ' ', stop: isChinese ? '。' : '. ' }
  return { tag, direction, ...marks, words: wordList(new Chance(tag), letters) }
}

function wordList(chance: Chance, { onsets, nuclei, syllables: [least, greatest] }: Letters): string[] {
  const starts = onsets.split(' ')
  const ends = nuclei.split(' ')
  const words = new Set<string>()
  for (let tries = 0; words.size < vocabulary && tries < vocabulary * 3; tries++) {
    const syllables = Array.from(
      { length: chance.between(least, greatest) },
      () => chance.pick(starts) + chance.pick(ends),
    )
    words.add(syllables.join(''))
  }
  return [...words]
}
