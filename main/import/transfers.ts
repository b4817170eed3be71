import { randomUUID } from 'node:crypto'
import { fail, ok, type Result } from '../../src/errors.ts'
import { maxSourceBytes } from '../../src/model/article.ts'

type Transfer = { parts: Uint8Array[]; bytes: number; timer: NodeJS.Timeout }

/** What nobody reads within this time was given up by whoever began it. */
const keptMs = 10 * 60_000

/** Files that come in part by part, because one message of 200 MB would keep both ends busy for seconds. */
export class Transfers {
  private readonly open = new Map<string, Transfer>()

  /** Takes a part of the file of this id, or, where it is null, the first part of another; answers the file's id. */
  add(id: string | null, part: Uint8Array): Result<{ transferId: string }> {
    const transferId = id ?? randomUUID()
    const transfer = id === null ? this.begin(transferId) : this.open.get(id)
    if (transfer === undefined) return fail({ code: 'draft-gone' })
    transfer.bytes += part.length
    if (transfer.bytes > maxSourceBytes) {
      this.forget(transferId)
      return fail({ code: 'bad-input', reason: `a file has ${maxSourceBytes} bytes at most` })
    }
    transfer.parts.push(part)
    return ok({ transferId })
  }

  /** The whole file, which is then forgotten. */
  take(id: string): Result<Uint8Array> {
    const transfer = this.open.get(id)
    if (transfer === undefined) return fail({ code: 'draft-gone' })
    this.forget(id)
    return ok(new Uint8Array(Buffer.concat(transfer.parts)))
  }

  private begin(id: string): Transfer {
    const timer = setTimeout(() => this.forget(id), keptMs)
    timer.unref()
    const transfer = { parts: [], bytes: 0, timer }
    this.open.set(id, transfer)
    return transfer
  }

  private forget(id: string): void {
    clearTimeout(this.open.get(id)?.timer)
    this.open.delete(id)
  }
}
