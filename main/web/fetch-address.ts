import type { Response } from 'undici'
import { fail, ok, type AppError, type Result } from '../../src/errors.ts'
import { LeadsWithin, type Net, systemNet } from './net.ts'

/** What an address answered. `url` is the one that did, after all redirects. */
export type Fetched = {
  url: string
  bytes: Uint8Array
  contentType: string | null
  /** What the server wants to hear when it is asked again. */
  etag: string | null
  lastModified: string | null
}

export type FetchOptions = {
  /** Where the address stands, unless the person gave it: on the page or in the feed of this address; null: in a file. */
  from?: string | null
  accept?: string
  /** Of the last answer: `unchanged` is answered where nothing is new. */
  etag?: string | null
  lastModified?: string | null
  signal?: AbortSignal
}

/** Of what is answered, unpacked. */
const maxBytes = 20_000_000
const maxSeconds = 20
/** As browsers: https://fetch.spec.whatwg.org/#http-redirect-fetch allows 20; ten are enough for every shortener. */
const maxRedirects = 10

/** Some servers refuse whoever does not call himself this; the rest says who it is. */
const userAgent = 'Mozilla/5.0 (compatible; Lectern)'

const redirects = new Set([301, 302, 303, 307, 308])

/**
 * Loads what an address answers: http and https only, without cookies, with every limit counted over all redirects. What the person
 * asks for may be of this machine or its own network; what an address of the net leads to may not, whatever its name stands for.
 */
export async function fetchAddress(
  address: string,
  options: FetchOptions = {},
  net: Net = systemNet,
): Promise<Result<Fetched | 'unchanged'>> {
  const given = webAddress(address)
  if (given === null) return fail({ code: 'address-refused', url: address })
  const timer = AbortSignal.timeout(maxSeconds * 1000)
  const signal = AbortSignal.any([timer, ...(options.signal === undefined ? [] : [options.signal])])
  try {
    return await follow(given, { ...options, signal }, net)
  } catch (error) {
    if (timer.aborted) return fail({ code: 'address-slow', url: address, seconds: maxSeconds })
    return fail(failureOf(address, error))
  }
}

async function follow(
  given: URL,
  options: FetchOptions & { signal: AbortSignal },
  net: Net,
): Promise<Result<Fetched | 'unchanged'>> {
  const { fetch } = await import('undici') // as in `proxies.ts`; Node's own can't be told by which way
  const init = { headers: headersOf(options), redirect: 'manual', signal: options.signal } as const
  let url = given
  let mayBeOwn = options.from === undefined || mayLeadWithin(options.from, given, net)
  for (let count = 0; count <= maxRedirects; count += 1) {
    const { dispatcher, isOwn } = await net.to(url, mayBeOwn)
    try {
      const response = await fetch(url, { ...init, dispatcher })
      const next = redirects.has(response.status) ? response.headers.get('location') : null
      if (next === null) return await answerOf(response, url)
      await response.body?.cancel()
      const target = webAddress(next, url)
      if (target === null) return fail({ code: 'address-refused', url: next })
      url = target
      mayBeOwn = isOwn()
    } finally {
      await dispatcher.destroy()
    }
  }
  return fail({ code: 'address-failed', url: given.href, reason: 'it leads in circles' })
}

function mayLeadWithin(from: string | null, to: URL, net: Net): boolean {
  const page = from === null ? null : webAddress(from)
  return page !== null && net.mayLeadWithin(page, to)
}

/** Null for what is no address of the web. A name and password in it are sent to nobody. */
function webAddress(text: string, base?: URL): URL | null {
  if (!URL.canParse(text, base?.href)) return null
  const url = new URL(text, base?.href)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null
  url.username = ''
  url.password = ''
  return url
}

function headersOf({ accept = '*/*', etag, lastModified }: FetchOptions): Record<string, string> {
  return {
    'user-agent': userAgent,
    accept,
    ...(etag && { 'if-none-match': etag }),
    ...(lastModified && { 'if-modified-since': lastModified }),
  }
}

async function answerOf(response: Response, url: URL): Promise<Result<Fetched | 'unchanged'>> {
  if (response.status === 304) return ok('unchanged')
  if (!response.ok) {
    await response.body?.cancel()
    return fail({ code: 'address-status', url: url.href, status: response.status })
  }
  const bytes = await bodyOf(response)
  if (bytes === null) return fail({ code: 'address-large', url: url.href, maxBytes })
  const { headers } = response
  return ok({
    url: url.href,
    bytes,
    contentType: headers.get('content-type'),
    etag: headers.get('etag'),
    lastModified: headers.get('last-modified'),
  })
}

/** Null where it is more than it may be; no more than that is ever held. */
async function bodyOf({ body }: Response): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = []
  const reader = body?.getReader()
  let length = 0
  for (let read = await reader?.read(); read?.done === false; read = await reader?.read()) {
    length += read.value.length
    if (length > maxBytes) {
      await reader?.cancel()
      return null
    }
    parts.push(read.value)
  }
  return new Uint8Array(Buffer.concat(parts))
}

/** Node's reasons in words; its own where there are none. */
const reasons: Record<string, string> = {
  ENOTFOUND: 'there is no server of this name',
  EAI_AGAIN: 'the name could not be looked up; is there a connection?',
  ECONNREFUSED: 'the server does not answer',
  ECONNRESET: 'the server broke off',
  EHOSTUNREACH: 'the server can not be reached',
  ENETUNREACH: 'there is no connection',
  UND_ERR_CONNECT_TIMEOUT: 'the server does not answer',
  UND_ERR_SOCKET: 'the server broke off',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate can not be trusted',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate can not be trusted',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is that of another server',
}

function failureOf(url: string, error: unknown): AppError {
  const cause = rootOf(error)
  if (cause instanceof LeadsWithin) return { code: 'address-within', url }
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  const message = cause instanceof Error ? cause.message : String(cause)
  return { code: 'address-failed', url, reason: reasons[code] ?? proxyReason(message) ?? message }
}

function rootOf(error: unknown): unknown {
  return error instanceof Error && error.cause instanceof Error ? rootOf(error.cause) : error
}

/** undici has no code for it: `Proxy response (407) !== 200 when HTTP Tunneling`. */
function proxyReason(message: string): string | null {
  const [, status] = /^Proxy response \((\d+)\)/.exec(message) ?? []
  if (status === undefined) return null
  return status === '407' ? 'the proxy wants a name and a password' : `the proxy refused (${status})`
}
