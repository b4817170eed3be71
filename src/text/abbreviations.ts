function setOf(words: string): Set<string> {
  return new Set(words.trim().split(/\s+/))
}

const months = 'Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec'
const days = 'Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun'

/** Stand before a name or in mid-sentence, so that a capital letter after them starts nothing. */
const titles = setOf(`
  Mr Mrs Ms Messrs Mx Dr Drs Prof Gov Govs Lt Sen Sens Rep Reps Gen Col Capt Cmdr Cdr Sgt Maj Adm Pvt Cpl Brig Hon Rev
  Fr St Ste Mt Ft Pt Pres Supt Det Insp Amb Atty Msgr Mme Mlle Asst Sra Srta Dra Hr vs v cf viz e.g i.e esp approx`)

/** Stand before a number. */
const beforeNumbers = setOf(`
  ${months} No Nos no nos Nr Nrn Art Arts art Fig Figs fig Vol Vols vol Ch ch Sec Sect sec pp p para ca c Op op`)

/** End a name or stand in the middle of one, and end a sentence as well. */
const inNames = setOf(`
  Inc Corp Co Cos Ltd Plc Bros Jr Sr Esq Assn Dept Univ Ave Blvd Rd Bldg Govt Natl Intl ${months} ${days}
  Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex
  Vt Va Wash Wis Wyo`)

/** Words with a capital that open a sentence far oftener than they stand in a name. */
const openers = setOf(`
  A An The This That These Those There Then They He She It We You I His Her Its Their Our My And But Or So Yet If In On
  At As By For From To With When While Where What Who Why How Not No Yes After Before Since Although Though However Also
  Still Now Some Many Most All Both Each Such One Two Because Until Under Over Even Just Only Meanwhile Instead`)

/** `U.S`, `Ph.D`, and one letter of a name, as in `J. R. Reed`. */
const initials = /^(?:\p{L}{1,2}\.)*\p{Lu}$|^(?:\p{L}\.)+\p{L}$/u

const timeOfDay = /^[ap]\.m$/i
const zones = setOf('Eastern Pacific Central Mountain local')

/**
 * Whether the full stop that ends `before` is that of an abbreviation, and the sentence goes on with `after`. Where the
 * full stop may well be both (`in the U.S. Reed said`), the sentence goes on unless it opens as sentences do.
 */
export function isAbbreviated(before: string, after: string): boolean {
  const word = /([^\s(["“‘'«„]+)\. *$/.exec(before)?.[1]
  if (word === undefined) return false
  if (titles.has(word)) return true
  if (beforeNumbers.has(word) && /^\p{N}/u.test(after)) return true
  const next = /^\(?([\p{L}\p{N}'’-]+)/u.exec(after)?.[1]
  if (next === undefined) return false
  if (timeOfDay.test(word)) return isDayOrZone(next)
  return (inNames.has(word) || initials.test(word)) && !openers.has(next)
}

function isDayOrZone(word: string): boolean {
  return zones.has(word) || /^(?:\p{Lu}{2,4}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)$/u.test(word)
}
