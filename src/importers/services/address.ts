/** The start of an address whose scheme was left out: a host name with a dot in it. */
const bareHost = /^(?:[\p{L}\p{N}][\p{L}\p{N}-]*\.)+\p{L}[\p{L}\p{N}-]+(?=[/:?#]|$)/u

/**
 * The address as it stands there, where it is one of http or https, with what a browser mends in it mended: white space
 * around and inside, a scheme left out. Null for everything else.
 */
export function webAddress(value: string | null | undefined): string | null {
  const text = (value ?? '').trim()
  const full = text.startsWith('//') || bareHost.test(text) ? `https://${text.replace(/^\/\//, '')}` : text
  if (!/^https?:/i.test(full) || !URL.canParse(full)) return null
  return /^https?:\/\/[^\s/\\]\S*$/i.test(full) ? full : new URL(full).href
}

/** The same for all spellings of an address that browsers take for one. */
export function addressKey(url: string): string {
  return URL.canParse(url) ? new URL(url).href : url
}
