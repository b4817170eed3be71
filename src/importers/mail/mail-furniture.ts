import type { Furniture } from '../../model/content.ts'
import type { Piece } from '../piece.ts'
import { isOnlineLine } from './online-address.ts'

/** A line that only says how to get no more of it; longer ones are paragraphs. */
const longestLine = 400
const leaving =
  /\bunsubscribe\b|\bmanage (?:your )?(?:preferences|subscription)|\b(?:newsletter )?abmelden\b|\babbestellen\b|\bse d[ée]sabonner\b|\bd[ée]sinscri|\bdarse de baja\b|\bcancelar (?:la|su|sua) (?:suscripción|subscrição|assinatura)|\bdisiscriver|\bannulla l['’]iscrizione|\bafmelden\b|\bavregistrera\b|отписаться|لغو اشتراک|إلغاء الاشتراك|配信停止|退订|구독 취소/iu

/** No newsletter has more of them, and what is above is text. */
const mostLines = 12

/** Takes the way to the web off the beginning of a message, and the ways out of the list off its end. */
export function withoutFurniture(pieces: readonly Piece[]): { pieces: Piece[]; furniture: Furniture[] } {
  const opening = pieces.findIndex((piece) => piece.text !== '' && !isOnlineLine(piece))
  const start = opening === -1 ? 0 : opening
  const end = endOf(pieces, start)
  const lines = (taken: readonly Piece[], position: Furniture['position']): Furniture[] =>
    taken.filter(({ text }) => text !== '').map(({ text }) => ({ part: 'note', position, text }))
  return {
    pieces: pieces.slice(start, end),
    furniture: [...lines(pieces.slice(0, start), 'before'), ...lines(pieces.slice(end), 'after')],
  }
}

/** The first of the lines at the end with which the text is over; at least one piece is left. */
function endOf(pieces: readonly Piece[], start: number): number {
  let end = pieces.length
  while (end > start + 1 && pieces.length - end < mostLines && isLeaving(pieces[end - 1]!)) end -= 1
  return end
}

function isLeaving({ text, block }: Piece): boolean {
  if (block.kind === 'rule') return true
  return block.kind !== 'heading' && text.length <= longestLine && leaving.test(text)
}
