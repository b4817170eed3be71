import { fail, ok, type Result } from '../../src/errors.ts'
import { maxSourceBytes } from '../../src/model/article.ts'
import { call } from '../call.ts'

/** As much as the library takes at a time (src/contract.ts). */
const partBytes = 1_000_000

/**
 * Hands a file's bytes over, part by part, so that no call is long enough to be felt in the window; answers what the file is
 * called there. Stops between two parts, with null, once it is not wanted any more.
 */
export async function handIn(file: File, isWanted: () => boolean): Promise<Result<string | null>> {
  const { name, size } = file
  if (size > maxSourceBytes)
    return fail({ code: 'file-too-large', name, bytes: size, maxBytes: maxSourceBytes })
  let transferId: string | null = null
  // An empty file is one empty part: that it is empty is the library's to say.
  for (let start = 0; start === 0 || start < size; start += partBytes) {
    const data = await base64(file.slice(start, start + partBytes))
    if (data === null) return fail({ code: 'file-unreadable', name, reason: 'it is gone or locked' })
    const handed: Result<{ transferId: string }> = await call('import.hand', { transferId, data })
    if (!handed.ok) return handed
    if (!isWanted()) return ok(null)
    ;({ transferId } = handed.value)
  }
  return ok(transferId)
}

/** Null when the file cannot be read any more. */
async function base64(part: Blob): Promise<string | null> {
  if (part.size === 0) return ''
  const reader = new FileReader()
  return new Promise((resolve) => {
    reader.onerror = () => resolve(null)
    // A data URL: what stands after the comma is the base64.
    reader.onload = () =>
      resolve(typeof reader.result === 'string' ? reader.result.replace(/^[^,]*,/, '') : null)
    reader.readAsDataURL(part)
  })
}
