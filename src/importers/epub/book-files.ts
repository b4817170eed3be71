import { parseXml } from '../../markup/xml.ts'
import { decodeXml } from '../../markup/decode-xml.ts'
import type { Element } from '../../markup/tree.ts'
import type { Zip } from '../source-file.ts'
import { parseXhtml } from './xhtml.ts'

/** The files of a book by their names in its zip. */
export class BookFiles {
  private readonly byLowerCase: ReadonlyMap<string, string>
  private readonly names: ReadonlySet<string>

  constructor(private readonly zip: Zip) {
    this.names = new Set(zip.names)
    this.byLowerCase = new Map(zip.names.toReversed().map((name) => [name.toLowerCase(), name]))
  }

  /** The file that a reference in the file `from` means; null where there is none. Books are made where case does not count. */
  find(reference: string, from: string): string | null {
    const path = pathOf(reference, from)
    if (path === null) return null
    return this.names.has(path) ? path : (this.byLowerCase.get(path.toLowerCase()) ?? null)
  }

  async bytes(name: string | null): Promise<Uint8Array | null> {
    const read = name === null ? null : await this.zip.read(name)
    return read?.ok === true ? read.value : null
  }

  /** The root of an XML file, read leniently where it is not well-formed; null where there is no such file. */
  async xml(name: string | null): Promise<Element | null> {
    const bytes = await this.bytes(name)
    if (bytes === null) return null
    const text = decodeXml(bytes)
    return parseXml(text) ?? parseXhtml(text)
  }

  /** The `html` element of a chapter; null where there is no such file. */
  async page(name: string | null): Promise<Element | null> {
    const bytes = await this.bytes(name)
    return bytes === null ? null : parseXhtml(decodeXml(bytes))
  }
}

/** A path in the zip, without `.` and `..`; null where the reference leads out of the book. */
function pathOf(reference: string, from: string): string | null {
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(reference)) return null
  const path = decoded(reference.replace(/[?#].*$/s, ''))
  if (path === '') return from
  const folder = path.startsWith('/') ? [] : from.split('/').slice(0, -1)
  const parts: string[] = []
  for (const part of [...folder, ...path.split('/')]) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return parts.join('/')
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path // a name with a bare `%`
  }
}

/** The place in a file that a reference means: `n1` of `notes.xhtml#n1`; null where it means the whole. */
export function fragmentOf(reference: string): string | null {
  const fragment = /#(.+)$/s.exec(reference)?.[1]
  return fragment === undefined ? null : decoded(fragment)
}
