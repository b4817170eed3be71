/** Lower-case words inside the names of places, in the languages of the big agencies. */
const particles = new Set(
  (
    'de la las los le les del do da dos das di du des of the am an der im in on ob sur sous upon and und et y e al el ' +
    'den van aan zee near off aux à à bei an-der ten ter sul sulla nad v na и на'
  ).split(' '),
)

/** Words that open sentences and headlines, not places: in the languages of the big agencies. */
const openers = new Set(
  (
    'on in at by but and or from since until after before during a an this that these those last next late early mid ' +
    'around about as if when while with without for to no not it its he she they we you i there here what who why how ' +
    'monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow meanwhile however ' +
    'january february march april june july august september october november december ' +
    'le la les un une des ce cette en au aux el los las una der die das ein eine il lo gli uno una o os as um uma'
  ).split(' '),
)

/** Places that begin with one of these words. */
const exceptions =
  /^(?:the hague|la (?:paz|plata|habana|havane|rochelle|spezia|rioja|romana|ceiba|serena)|le (?:mans|havre|caire|cap)|los (?:angeles|alamos|cabos|mochis)|las (?:vegas|palmas|cruces|piedras)|el (?:paso|cairo|salvador|fasher|alto|aaiun|arish)|les (?:ulis|sables)|il (?:cairo)|lo (?:barnechea))\b/i

/** Capitals before a dash that are no place: marks of newsrooms, and acronyms every reader knows. */
const notPlaces = new Set(
  (
    'note warning update correction corrected breaking exclusive opinion analysis watch live news urgent flash review ' +
    'interview feature video photos photo editorial comment summary abstract introduction conclusion background ' +
    'question answer important attention caution notice tip spoiler disclaimer advertisement chapter part section ' +
    'nato opec unesco unicef nasa fifa uefa covid brexit aids interpol europol asean mercosur usaid osha fema epa ' +
    'end ends more continued copyright step day week round game set match act scene verse fact myth result results'
  ).split(' '),
)

const aboard = /^(?:aboard|on board|at sea|with|off)\s/i

/**
 * Whether these words could name the place of a dateline: at most five words to the city, nine with state, country
 * or second city, each in capitals or with a capital first.
 */
export function isPlace(text: string): boolean {
  const words = text.split(/[\s,/]+/).filter((word) => word !== '')
  const city = words.length === 0 ? [] : text.split(/[,/]/)[0]!.trim().split(/\s+/)
  if (words.length === 0 || words.length > 9 || city.length > (aboard.test(text) ? 7 : 5)) return false
  if (isParticle(words.at(-1)!) || !words.every((word) => isCapitalised(word) || isParticle(word)))
    return false
  if (!isCapitalised(words[0]!)) return false
  const first = words[0]!.toLowerCase()
  return !openers.has(first) || exceptions.test(text) || (aboard.test(text) && isCapitals(text))
}

/** A place that needs no agency and no date to be taken for one: all capitals, and long enough to be no acronym. */
export function isCapitals(text: string): boolean {
  const city = text.split(/[,/]/)[0]!.trim()
  const letters = city.replace(/\bMa?c(?=\p{Lu})/gu, '').replace(/[^\p{L}]/gu, '')
  // UK, USA and GDP are shorter; the shortest cities that open datelines (ROME, LIMA, BONN) have four letters.
  if (letters.length < 4 || !/^\p{Lu}+$/u.test(letters)) return false
  return !notPlaces.has(city.toLowerCase())
}

/** A capital first, a script without capitals, or `al-Arish`, `’s-Hertogenbosch`, `McAllen`. */
function isCapitalised(word: string): boolean {
  return /^(?:['‘’]s-|al-|el-|d['’])?[\p{Lu}\p{Lt}\p{Lo}]/u.test(word)
}

function isParticle(word: string): boolean {
  return particles.has(word)
}
