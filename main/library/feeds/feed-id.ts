import { createHash } from 'node:crypto'
import { FeedId, idFromBytes } from '../../../src/model/ids.ts'

/** The same for the same address on every device. */
export function feedIdOf(url: string): FeedId {
  return FeedId.parse(idFromBytes(createHash('sha256').update(url).digest()))
}
