import { type FileHandle, open } from 'node:fs/promises'
import { promisify } from 'node:util'
import { crc32, inflateRaw } from 'node:zlib'
import { type Entry, fromRandomAccessReaderPromise, RandomAccessReader } from 'yauzl'
import { errorCode } from '../files/durable.ts'

const inflate = promisify(inflateRaw)

/** Twice what the texts of the largest source there may be come to, when it is one list of short items. */
const maxEntryBytes = 128_000_000

/** What is larger than this is measured: 200 MB of zeros deflate by 1,028, the texts of a library by 3 to 10. */
const bombBytes = 1_000_000
const maxRatio = 200

/** A library of 50,000 articles has 250,000 files and, without pictures, 3 GB. */
const maxEntries = 1_000_000
const maxTotalBytes = 20_000_000_000

/** UTF-16 units; a library's own are shorter than 250. */
const maxNameLength = 400

/** A zip that is none, or that can't be trusted; the message says why. */
export class BadZip extends Error {
  override readonly name = 'BadZip'
}

/** Where an entry's bytes lie in the zip, and what they unpack to. */
export type Place = { offset: number; packed: number; bytes: number; isDeflated: boolean; crc: number }

/** Told of each entry, in their order; those it does not keep are forgotten. `problem` says why one can't be read. */
export type OnEntry = (name: string, entry: Place | { problem: string }) => void

/**
 * Reads a zip that anybody may have made. Nothing is written anywhere: entries are read by their place, into memory, and
 * never more of them than they said.
 */
export class ZipReader {
  private constructor(private readonly file: FileHandle) {}

  /** Reads the directory. Throws `BadZip`, and the system's error. */
  static async open(path: string, onEntry: OnEntry): Promise<ZipReader> {
    const file = await open(path, 'r')
    try {
      await readDirectory(file, onEntry)
      return new ZipReader(file)
    } catch (error) {
      await file.close()
      throw error
    }
  }

  /** All of an entry's bytes. Throws `BadZip` where they are not what the directory says, and the system's error. */
  async read({ offset, packed, bytes, isDeflated, crc }: Place): Promise<Buffer> {
    const header = await this.slice(offset, 30)
    if (header.readUInt32LE(0) !== 0x04034b50) throw new BadZip('it is not where the directory says')
    const nameAndExtra = header.readUInt16LE(26) + header.readUInt16LE(28)
    const data = await this.slice(offset + 30 + nameAndExtra, packed)
    const unpacked = isDeflated ? await inflateTo(data, bytes) : data
    if (unpacked.length !== bytes) throw new BadZip('it is not as long as the directory says')
    if (crc32(unpacked) !== crc) throw new BadZip('its bytes are not those that were put in')
    return unpacked
  }

  async close(): Promise<void> {
    await this.file.close()
  }

  private async slice(start: number, length: number): Promise<Buffer> {
    const buffer = Buffer.alloc(length)
    const { bytesRead } = await this.file.read(buffer, 0, length, start)
    if (bytesRead < length) throw new BadZip('the zip ends before it does')
    return buffer
  }
}

async function inflateTo(data: Buffer, bytes: number): Promise<Buffer> {
  // One byte more than is said, so that an entry that is longer is not taken for one that is broken.
  return inflate(data, { maxOutputLength: bytes + 1 }).catch((error: unknown) => {
    const isLonger = error instanceof RangeError
    throw new BadZip(isLonger ? 'it is not as long as the directory says' : 'its bytes can not be unpacked')
  })
}

async function readDirectory(file: FileHandle, onEntry: OnEntry): Promise<void> {
  const { size } = await file.stat()
  if (size === 0) throw new BadZip('it is empty')
  const sum = { packed: 0, bytes: 0 }
  const names = new Set<string>()
  for await (const entry of entriesOf(file, size)) {
    if (entry.fileName.endsWith('/')) continue // a folder: its files say where they lie
    sum.packed += entry.compressedSize
    sum.bytes += entry.uncompressedSize
    if (sum.packed > size) throw new BadZip('its entries lie over each other')
    if (sum.bytes > maxTotalBytes) throw new BadZip('it unpacks to more than a library comes to')
    if (entry.fileName.length > maxNameLength) {
      onEntry(`${entry.fileName.slice(0, maxNameLength)}…`, {
        problem: 'its name is longer than a library has any',
      })
      continue
    }
    const folded = entry.fileName.toLowerCase() // as the file systems of Windows and macOS compare names
    if (names.has(folded)) throw new BadZip(`two of its entries have the same name (${entry.fileName})`)
    names.add(folded)
    onEntry(entry.fileName, placeOf(entry))
  }
}

/** yauzl checks names and sizes; what it finds wrong becomes a sentence. */
async function* entriesOf(file: FileHandle, size: number): AsyncGenerator<Entry> {
  try {
    const options = { autoClose: false, lazyEntries: true, strictFileNames: true }
    const zip = await fromRandomAccessReaderPromise(new BlockReader(file), size, options)
    if (zip.entryCount > maxEntries) throw new BadZip('it has more entries than a library has files')
    for await (const entry of zip.eachEntry()) yield entry
  } catch (error) {
    if (error instanceof BadZip || errorCode(error) !== undefined) throw error
    throw new BadZip(reasonOf(error))
  }
}

/** A few hundred entries of the directory: read at once, and looked at in a few milliseconds. */
const blockBytes = 65_536

/** Reads for yauzl, which asks for each entry's 46 bytes and for its name: from the block they lie in. */
class BlockReader extends RandomAccessReader {
  private start = 0
  private block = Buffer.alloc(0)

  constructor(private readonly file: FileHandle) {
    super()
  }

  override read(...asked: Parameters<RandomAccessReader['read']>): void {
    const [target, offset, length, position, callback] = asked
    const at = position - this.start
    if (at >= 0 && at + length <= this.block.length) {
      this.block.copy(target, offset, at, at + length)
      return callback(null)
    }
    this.fill(position, length).then(
      () => this.read(...asked),
      (error: unknown) => callback(error instanceof Error ? error : new Error(String(error))),
    )
  }

  private async fill(position: number, length: number): Promise<void> {
    const block = Buffer.alloc(Math.max(blockBytes, length))
    const { bytesRead } = await this.file.read(block, 0, block.length, position)
    if (bytesRead < length) throw new Error('unexpected EOF')
    this.start = position
    this.block = block.subarray(0, bytesRead)
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
  if (outside !== null) return `it has an entry that would lie outside of the library (${outside[1]})`
  return `its directory is broken (${message})`
}

function placeOf(entry: Entry): Place | { problem: string } {
  const { compressedSize: packed, uncompressedSize: bytes } = entry
  if (entry.isEncrypted()) return { problem: 'it is encrypted' }
  if (!entry.canDecodeFileData()) return { problem: 'it is packed in a way that Lectern does not read' }
  if (Math.max(bytes, packed) > maxEntryBytes)
    return { problem: 'it unpacks to more than any file of a library has' }
  if (bytes > bombBytes && bytes > packed * maxRatio)
    return { problem: 'it unpacks to so much more than it has that it looks like an attack' }
  const isDeflated = entry.compressionMethod === 8
  return { offset: entry.relativeOffsetOfLocalHeader, packed, bytes, isDeflated, crc: entry.crc32 }
}
