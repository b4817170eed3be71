/** Addresses that a click may lead to. */
const safe = new Set(['http:', 'https:', 'mailto:'])

/** Where a link on a page leads: http, https or mailto, whole. Null for other schemes and for places on the page itself. */
export function linkAddress(href: string, page: string | null): string | null {
  const url = resolved(href, page)
  return url !== null && safe.has(url.protocol) && !isWithin(href, page) ? url.href : null
}

/** The address of what a page shows, http or https, whole. */
export function pictureAddress(src: string, page: string | null): string | null {
  const url = resolved(src, page)
  return url?.protocol === 'http:' || url?.protocol === 'https:' ? url.href : null
}

/** The part of an address behind `#`, where it is one on this page; null where it leads elsewhere. */
export function placeWithin(href: string, page: string | null): string | null {
  if (!isWithin(href, page)) return null
  const name = href.slice(href.indexOf('#') + 1)
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}

function isWithin(href: string, page: string | null): boolean {
  const text = href.trim()
  if (text.startsWith('#')) return true
  if (page === null || !text.includes('#')) return false
  const url = resolved(text, page)?.href ?? ''
  return url.slice(0, url.indexOf('#')) === page.replace(/#.*$/s, '')
}

function resolved(address: string, page: string | null): URL | null {
  const text = address.trim()
  const full = page === null && text.startsWith('//') ? `https:${text}` : text
  return URL.canParse(full, page ?? undefined) ? new URL(full, page ?? undefined) : null
}
