/** A record by its tags, each with what the file has under it, in order. */
export type RisRecord = Record<string, string[]>

/** `unended` are the numbers of the lines at which records begin that have nothing in them. */
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
  let last: string[] | null = null
  let isOpen = false
  for (const [index, line] of text.split('\n').entries()) {
    const [all, one, other, value = ''] = tagged.exec(line) ?? []
    const tag = one ?? other
    if (tag === 'TY') records.push({ record: {}, line: index + 1 })
    const record = records.at(-1)?.record
    if (all === undefined || tag === undefined) {
      if (isOpen && last !== null) append(last, line)
      continue
    }
    isOpen = tag !== 'ER' && record !== undefined
    last = null
    if (!isOpen || record === undefined) continue
    last = record[tag] ??= []
    last.push(value.trim())
  }
  return records
}

function append(values: string[], line: string): void {
  const before = values.pop() ?? ''
  const glue = before === '' || before.endsWith('\n') ? '' : ' '
  values.push(line.trim() === '' ? `${before.trimEnd()}\n\n` : `${before}${glue}${line.trim()}`)
}
