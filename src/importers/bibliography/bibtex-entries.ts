/** An entry as it stands in the file: its values are TeX. */
export type BibtexEntry = { type: string; key: string; fields: Record<string, string> }

/** `damaged` are the beginnings of entries that can't be read. */
export type BibtexEntries = { entries: BibtexEntry[]; damaged: string[] }

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * The entries of a BibTeX or BibLaTeX file. One that is broken costs no other: reading goes on at the next line that begins one.
 */
export function bibtexEntries(text: string): BibtexEntries {
  const found: BibtexEntries = { entries: [], damaged: [] }
  const starts = Array.from(text.matchAll(/(?<=^[ \t]*)@[ \t]*[a-z]+\s*[{(]/gim), ({ index }) => index)
  const macros = new Map(months.map((name) => [name, name]))
  const opening = /@[ \t]*([a-z]+)\s*([{(])/gi
  let next = 0
  for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
    const { index } = match
    while (next < starts.length && (starts[next] ?? 0) <= index) next += 1
    const end = starts[next] ?? text.length
    const type = (match[1] ?? '').toLowerCase()
    const reader = new Reader(text.slice(opening.lastIndex, end), macros, match[2] === '(' ? ')' : '}')
    const read = type === 'comment' || type === 'preamble' ? reader.skip() : reader.entry(type)
    if (read === 'damaged') found.damaged.push(text.slice(index, index + 60).split('\n')[0] ?? '')
    else if (read !== null) found.entries.push(read)
    opening.lastIndex = read === 'damaged' ? end : opening.lastIndex + reader.at
  }
  return found
}

/** Reads what stands in the brackets of one entry. */
class Reader {
  at = 0

  constructor(
    private readonly text: string,
    private readonly macros: Map<string, string>,
    private readonly close: string,
  ) {}

  /** Null for what is no work: a macro is kept for the entries behind it. */
  entry(type: string): BibtexEntry | 'damaged' | null {
    // Some entries have no key, and some keys have spaces in them.
    const key = type === 'string' ? '' : (this.take(/[^,{}()"=\n][^,{}"=\n]*(?=[,})])/y)?.trim() ?? '')
    const fields: Record<string, string> = {}
    const isOpen = type === 'string' || this.take(/,/y) !== null || this.isAt(/[^\s,{}()"=#]+\s*=/y)
    if (!isOpen && !this.isAt(/[})]/y)) return 'damaged'
    while (this.take(/[})]/y) === null) {
      const name = this.take(/[^\s,{}()"=#]+(?=\s*=)/y)?.toLowerCase()
      const value = name !== undefined && this.take(/=/y) !== null ? this.value() : null
      if (name === undefined || value === null) return 'damaged'
      if (type === 'string') this.macros.set(name, value)
      else fields[name] ??= value
      if (this.take(/,+/y) === null && !this.isAt(/[})]/y)) return 'damaged'
      while (this.take(/,/y) !== null);
    }
    return type === 'string' ? null : { type, key, fields }
  }

  /** Past the closing bracket. */
  skip(): null {
    this.at = Math.min(this.endOf(this.close) + 1, this.text.length)
    return null
  }

  /** Strings, numbers and names of macros, joined by `#`. */
  private value(): string | null {
    let value = ''
    do {
      const part = this.part()
      if (part === null) return null
      value += part
    } while (this.take(/#/y) !== null)
    return value
  }

  private part(): string | null {
    const open = this.take(/[{"]/y)
    if (open === null) {
      const word = this.take(/[^\s,{}()"=#]+/y)
      return word === null ? null : (this.macros.get(word.toLowerCase()) ?? word)
    }
    const end = this.endOf(open === '{' ? '}' : '"')
    if (end >= this.text.length) return null
    const value = this.text.slice(this.at, end)
    this.at = end + 1
    return value
  }

  /** Where a sign stands that is in no braces; the end of the text where none does. */
  private endOf(sign: string): number {
    let depth = 0
    for (let at = this.at; at < this.text.length; at += 1) {
      const here = this.text[at]
      if (here === '\\') at += 1
      else if (depth === 0 && here === sign) return at
      else if (here === '{') depth += 1
      else if (here === '}') depth -= 1
    }
    return this.text.length
  }

  private take(pattern: RegExp): string | null {
    this.skipSpace()
    pattern.lastIndex = this.at
    const found = pattern.exec(this.text)?.[0]
    if (found === undefined) return null
    this.at += found.length
    return found
  }

  private isAt(pattern: RegExp): boolean {
    this.skipSpace()
    pattern.lastIndex = this.at
    return pattern.test(this.text)
  }

  /** BibLaTeX allows remarks to the end of a line between fields. */
  private skipSpace(): void {
    const space = /(?:\s|%[^\n]*)*/y
    space.lastIndex = this.at
    this.at += space.exec(this.text)?.[0].length ?? 0
  }
}
