import type { Piece } from '../piece.ts'
import { webAddress } from '../services/address.ts'
import type { Mail } from './parse-mail.ts'

/** Longer ones are sentences. */
const longestLine = 120

/** What the line says with which newsletters begin, in the languages of most of them. */
const online = new RegExp(
  [
    String.raw`\b(?:view|read|open|see|watch)\b.*\b(?:online|browser|web ?site|on the web|in (?:the )?app)\b`,
    String.raw`\b(?:online|web) version\b|\bweb-?version\b|\bonline-version\b|\bversion (?:en ligne|web)\b|\bversi[oó]n (?:web|en l[ií]nea)\b`,
    String.raw`\bim browser\b|\bonline (?:an)?sehen\b|\b(?:dans|avec) (?:le|votre) navigateur\b|\ben (?:el|tu|su) navegador\b`,
    String.raw`\b(?:nel|dal|sul) (?:tuo )?browser\b|\bno (?:seu )?navegador\b|\bin (?:je|uw|de) browser\b|\bi (?:din )?(?:nettleser|webbläsare)\b`,
    String.raw`в браузере|онлайн-верси|در مرورگر|نسخه آنلاین|في المتصفح|ブラウザ|在浏览器|웹에서`,
  ].join('|'),
  'iu',
)

/** Whether a paragraph is nothing but the way to the same text on the web. */
export function isOnlineLine({ text, block }: Piece): boolean {
  return (
    block.kind !== 'heading' &&
    text.length <= longestLine &&
    online.test(text) &&
    !/[.!?]\s+\p{Lu}/u.test(text)
  )
}

/** The address at which a message can be read on the web, where it says so evidently. A redirect stays as it is. */
export function onlineAddress(mail: Mail, pieces: readonly Piece[]): string | null {
  // RFC 5064; and RFC 2369, which newsletters use for the address of the issue.
  const fields = ['archived-at', 'list-post'].map((name) =>
    webAddress(mail.field(name)?.replace(/[<>]/g, '')),
  )
  return fields.find((address) => address !== null) ?? linkIn(pieces)
}

function linkIn(pieces: readonly Piece[]): string | null {
  for (const piece of pieces) {
    if (!isOnlineLine(piece)) continue
    const links = piece.marks.flatMap((mark) => (mark.kind === 'link' ? [mark] : []))
    const named = links.find(({ span }) => online.test(piece.text.slice(span.start, span.end))) ?? links[0]
    const address = webAddress(named?.href ?? /https?:\/\/\S+/.exec(piece.text)?.[0])
    if (address !== null) return address
  }
  return null
}
