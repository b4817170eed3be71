import { buffer } from 'node:stream/consumers'
import { type Entry, fromBufferPromise } from 'yauzl'
import { fail, ok, type Result } from '../../src/errors.ts'
import type { Zip } from '../../src/importers/source-file.ts'

/** All entries of an archive together. */
const maxUnpackedBytes = 200_000_000
const maxEntries = 10_000
/** What is larger than this is measured: 200 MB of zeros deflate by 1,028, text by 3 to 10. */
const bombBytes = 1_000_000
const maxRatio = 200

/**
 * Opens a zip that anybody may have made. Nothing is written anywhere: entries are read by name into memory, and never more of
 * them than they said. An archive with a name that leads out of it, with two entries of one name or that unpacks to more than
 * the caps is refused as a whole. Of entries that are there twice in the same case-sensitive name, services write some: the first counts.
 */
export async function unzip(name: string, bytes: Uint8Array): Promise<Result<Zip>> {
  const entries = new Map<string, Entry>()
  const refuse = (reason: string): Result<never> => fail({ code: 'zip-damaged', name, reason })
  try {
    const options = { autoClose: false, lazyEntries: true, strictFileNames: true, validateEntrySizes: true }
    const archive = await fromBufferPromise(
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length),
      options,
    )
    if (archive.entryCount > maxEntries) return refuse(`it has more than ${maxEntries} entries`)
    let unpacked = 0
    for await (const entry of archive.eachEntry()) {
      unpacked += entry.uncompressedSize
      if (unpacked > maxUnpackedBytes) return refuse('it unpacks to more than 200 MB')
      if (entry.uncompressedSize > bombBytes && entry.uncompressedSize > entry.compressedSize * maxRatio)
        return refuse('it unpacks to so much more than it has that it looks like an attack')
      if (!entry.fileName.endsWith('/') && !entries.has(entry.fileName)) entries.set(entry.fileName, entry)
    }
    return ok({ names: [...entries.keys()], read: (path) => readEntry(path) })

    async function readEntry(path: string): Promise<Result<Uint8Array>> {
      const entry = entries.get(path)
      if (entry === undefined) return refuse(`it has no ${path}`)
      if (entry.isEncrypted()) return fail({ code: 'file-locked', name })
      try {
        return ok(new Uint8Array(await buffer(await archive.openReadStreamPromise(entry))))
      } catch (error) {
        return refuse(`${path} is broken (${reasonOf(error)})`)
      }
    }
  } catch (error) {
    return refuse(reasonOf(error))
  }
}

/** By the beginnings of yauzl's messages. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  if (/^(end of central directory record signature not found|unexpected EOF)/i.test(message))
    return 'it is no zip, or the end of it is missing'
  const outside = /^(?:invalid relative path|absolute path|invalid characters in fileName): (.*)$/s.exec(
    message,
  )
  return outside === null ? message : `it has an entry that would lie outside of it (${outside[1]})`
}
