import { webAddress } from '../services/address.ts'

/** An address as a feed gives it, whole: relative ones lead on from `base`. Null where it is none of http or https. */
export function wholeAddress(address: string | undefined, base: string | null): string | null {
  const text = (address ?? '').trim()
  if (text === '') return null
  if (base !== null && URL.canParse(text, base)) return webAddress(new URL(text, base).href)
  return webAddress(text)
}
