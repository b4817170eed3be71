type Marks = readonly [open: string, close: string]

const guillemets: Marks = ['«', '»']
const lowAndHigh: Marks = ['„', '“']
const lowAndRight: Marks = ['„', '”']

/**
 * As the press of a language sets them, where they are not “these”: after Unicode's CLDR and, for Arabic, the agencies' own use.
 * French has no-break spaces inside.
 */
const marks: Record<string, Marks> = {
  ar: guillemets,
  bg: lowAndHigh,
  cs: lowAndHigh,
  de: lowAndHigh,
  el: guillemets,
  es: guillemets,
  fa: guillemets,
  fi: ['”', '”'],
  fr: ['«\u00a0', '\u00a0»'],
  hr: lowAndRight,
  hu: lowAndRight,
  it: guillemets,
  ja: ['「', '」'],
  nb: guillemets,
  no: guillemets,
  pl: lowAndRight,
  ps: guillemets,
  pt: guillemets,
  ro: lowAndRight,
  ru: guillemets,
  sk: lowAndHigh,
  sl: lowAndHigh,
  sv: ['”', '”'],
  uk: guillemets,
}

/** Words between the quotation marks of a language (BCP 47); those that are a whole quotation keep the marks they have. */
export function quoted(words: string, language: string | null): string {
  if (/^["“”„«»「][^"“”„«»「」]*["“”«»」]$/u.test(words)) return words
  const [open, close] = marks[language?.split('-')[0] ?? ''] ?? ['“', '”']
  return `${open}${words}${close}`
}
