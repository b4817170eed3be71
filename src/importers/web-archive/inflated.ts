/** What every JavaScript host brings (Compression Streams) and the language's own library files do not declare. */
declare class DecompressionStream {
  constructor(format: 'gzip' | 'deflate')
  readonly readable: { getReader(): { read(): Promise<{ done: boolean; value?: Uint8Array }> } }
  readonly writable: { getWriter(): { write(bytes: Uint8Array): Promise<void>; close(): Promise<void> } }
}

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
