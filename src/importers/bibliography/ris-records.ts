/** A record by its tags, each with what the file has under it, in order. */
export type RisRecord = Record<string, string[]>

/** `line` is the number of the one that it begins with. */
export type RisRecords = { record: RisRecord; line: number }[]

/** With two spaces any tag; writers that forget one are believed where the tag is one of the format's. */
const tagged =
  /^\s?(?:([A-Z][A-Z0-9]) {2}-|(TY|ER|A[1-4BDNUV]|C[1-8ANPTY]|D[ABOP]|E[DPT]|I[DS]|J[12AFO]|KW|L[1-4ABK]|M[1-3]|N[12V]|OP|P[BPY]|R[INP]|S[ENPTV]|T[1-3AIT]|U[1-5R]|V[LO]|Y[12]|BT) ?-)(?: ?)(.*)$/

/**
 * The records of an RIS file, each from `TY` to `ER` or the next `TY`. A line without a tag goes on with the one before it; an empty
 * one ends a paragraph of it.
 */
export function risRecords(text: string): RisRecords {
  const records: RisRecords = []
  let open: { values: string[]; lines: string[] } | null = null
  for (const [index, line] of text.split('\n').entries()) {
    const [, one, other, value = ''] = tagged.exec(line) ?? []
    const tag = one ?? other
    if (tag === undefined) {
      open?.lines.push(line.trim())
      continue
    }
    close(open)
    open = null
    if (tag === 'TY') records.push({ record: {}, line: index + 1 })
    const record = records.at(-1)?.record
    if (tag === 'ER' || record === undefined) continue
    open = { values: (record[tag] ??= []), lines: [value.trim()] }
  }
  close(open)
  return records
}

function close(open: { values: string[]; lines: string[] } | null): void {
  const paragraphs = open?.lines.join('\n').split(/\n{2,}/) ?? []
  open?.values.push(
    paragraphs
      .map((paragraph) => paragraph.replaceAll('\n', ' ').trim())
      .join('\n\n')
      .trim(),
  )
}
