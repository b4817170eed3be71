import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { protocol } from 'electron'

export const origin = 'app://lectern'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
}

/** Only our own files, and of those only what the page is made of. Styles set by React go through the CSSOM, which a policy does not bind. */
const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Has to run before the app is ready. No `supportFetchAPI`: nothing in the page fetches, see CVE-2026-70604. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, codeCache: true } },
  ])
}

/** Serves the interface's files, and nothing else, under `app://lectern/`. */
export function serveInterface(folder: string): void {
  protocol.handle('app', async (request) => {
    const url = new URL(request.url)
    const path = normalize(join(folder, decodeURIComponent(url.pathname)))
    const type = types[extname(path)]
    if (url.host !== 'lectern' || !path.startsWith(folder + sep) || type === undefined) return notFound()
    const body = await readFile(path).catch(() => null)
    if (body === null) return notFound()
    const headers = {
      'content-type': type,
      'content-security-policy': contentPolicy,
      'x-content-type-options': 'nosniff',
    }
    return new Response(new Uint8Array(body), { headers })
  })
}

function notFound(): Response {
  return new Response('', { status: 404 })
}
