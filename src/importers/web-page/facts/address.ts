import type { Marks } from '../marks.ts'
import type { JsonLd } from './json-ld.ts'

/** The address as it is kept, or null where it is none of the web's. */
export function webAddress(address: string | null, base?: string | null): URL | null {
  if (address === null || address.trim() === '') return null
  try {
    const url = new URL(address.trim(), base ?? undefined)
    return /^https?:$/.test(url.protocol) ? url : null
  } catch {
    return null
  }
}

/**
 * The address that a page gives itself, where it is one of the same site (a page may say what it likes), else the one it came from (`url`). A page
 * that was saved to a file is believed; so are the browsers' notes in the file's first lines.
 */
export function addressOf(
  marks: Marks,
  jsonLd: JsonLd,
  { html, url }: { html: string; url: string | null },
): string | null {
  const from = webAddress(url) ?? savedFrom(html)
  const own = [marks.canonical, marks.metas.get('og:url')?.[0] ?? '', jsonLd.address ?? '']
  for (const one of own) {
    const address = webAddress(one, from?.href)
    if (address === null || isHome(address)) continue
    if (from === null || isSameSite(address, from)) return address.href
  }
  return from?.href ?? null
}

/** Careless templates name the front page on every page. */
function isHome({ pathname, search }: URL): boolean {
  return pathname === '/' && search === ''
}

function isSameSite(one: URL, other: URL): boolean {
  const [a, b] = [siteOf(one), siteOf(other)]
  return a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`)
}

/** The host without the names of its faces: `m.`, `amp.` */
export function siteOf({ hostname }: URL): string {
  return hostname.replace(/^(?:www\d?|m|mobile|amp)\./, '')
}

/** What SingleFile and browsers write in front of a page they save. */
function savedFrom(html: string): URL | null {
  const head = html.slice(0, 4000)
  const found =
    /<!--[^>]{0,200}?\burl:\s*(https?:\S+)/i.exec(head)?.[1] ??
    /<!--\s*saved from url=\(\d+\)(\S+?)\s*-->/i.exec(head)?.[1]
  return webAddress(found ?? null)
}
