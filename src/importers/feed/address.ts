import { webAddress } from '../services/address.ts'

/** What every JavaScript host brings (WHATWG URL) and the language's own library files do not declare. */
declare class URL {
  constructor(url: string, base?: string)
  readonly href: string
  static canParse(url: string, base?: string): boolean
}

/** An address as a feed gives it, whole: relative ones lead on from `base`. Null where it is none of http or https. */
export function wholeAddress(address: string | undefined, base: string | null): string | null {
  const text = (address ?? '').trim()
  if (text === '') return null
  if (base !== null && URL.canParse(text, base)) return webAddress(new URL(text, base).href)
  return webAddress(text)
}
