/** The pieces of a gzip or zlib file; of one that is cut or broken those before the damage. */
export async function* inflated(bytes: Uint8Array, format: 'gzip' | 'deflate'): AsyncGenerator<Uint8Array> {
  const { readable, writable } = new DecompressionStream(format)
  const writer = writable.getWriter()
  // What is wrong with the bytes is told to who reads.
  writer.write(bytes).catch(() => null)
  writer.close().catch(() => null)
  const reader = readable.getReader()
  try {
    for (let piece = await reader.read(); piece.value !== undefined; piece = await reader.read())
      yield piece.value
  } catch {
    // The end is missing.
  }
}
