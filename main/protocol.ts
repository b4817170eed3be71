import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { protocol } from 'electron'
import { PictureName } from '../src/model/content.ts'

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

/** What a kept picture is shown as; the names are those of `PictureName`. */
const pictureTypes: Record<string, string> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  svg: 'image/svg+xml',
}

/** A picture is nothing but a picture, also where somebody opens an SVG by itself. */
const picturePolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox"

/** Serves the interface's files and the library's pictures, and nothing else, under `app://lectern/`. */
export function serveInterface(folder: string, pictures: string): void {
  protocol.handle('app', async (request) => {
    const url = new URL(request.url)
    const picture = PictureName.safeParse(url.pathname.replace(/^\/pictures\//, ''))
    if (url.host === 'lectern' && picture.success) return servePicture(pictures, picture.data)
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

async function servePicture(folder: string, name: PictureName): Promise<Response> {
  const body = await readFile(join(folder, name)).catch(() => null)
  if (body === null) return notFound()
  const headers = {
    'content-type': pictureTypes[extname(name).slice(1)] ?? 'application/octet-stream',
    'content-security-policy': picturePolicy,
    'x-content-type-options': 'nosniff',
  }
  return new Response(new Uint8Array(body), { headers })
}

function notFound(): Response {
  return new Response('', { status: 404 })
}
