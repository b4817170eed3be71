import type { BibtexEntry } from './bibtex-entries.ts'

const start =
  /^\s*\[[^\][{}\n]+\]\n(?:[ \t]+[a-z][\w-]*:[ \t].*\n)*[ \t]+(?:author|title|year|journal|doi):[ \t]/i

export function isBibTxt(text: string): boolean {
  return start.test(text)
}

/** Entries of Bib.TXT, in which `[key]` begins one and a line `name: value` is a field. */
export function bibTxtEntries(text: string): BibtexEntry[] {
  const entries: BibtexEntry[] = []
  let last = ''
  for (const line of text.split('\n')) {
    const key = /^\[([^\][{}]+)\]\s*$/.exec(line)?.[1]
    const [, name, value = ''] = /^\s+([a-z][\w-]*)\s*:\s*(.*)$/i.exec(line) ?? []
    const fields = entries.at(-1)?.fields
    if (key !== undefined) entries.push({ type: 'misc', key, fields: {} })
    else if (fields !== undefined && name !== undefined) {
      last = name.toLowerCase()
      fields[last] ??= value.trim()
    } else if (fields?.[last] !== undefined && line.trim() !== '') fields[last] += ` ${line.trim()}`
  }
  return entries
}
