import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { fetchAddress } from '../../../main/web/fetch-address.ts'
import { serve } from './served.ts'

test('a page is loaded with what its server says of it, and no cookie is ever sent', async () => {
  const { url, asked } = await serve((request, response) => {
    response.setHeader('set-cookie', 'id=1')
    if (request.url === '/') return void response.writeHead(302, { location: '/tides' }).end()
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.setHeader('etag', '"7"')
    response.end('<p>High water')
  })
  const fetched = await fetchAddress(`${url}/`)
  expect(fetched).toMatchObject({
    ok: true,
    value: { url: `${url}/tides`, contentType: 'text/html; charset=utf-8', etag: '"7"' },
  })
  expect(asked.map(({ headers }) => headers.cookie)).toEqual([undefined, undefined])
})

test('what has not changed since is not loaded again', async () => {
  const { url } = await serve((request, response) => {
    response.writeHead(request.headers['if-none-match'] === '"7"' ? 304 : 200).end('new')
  })
  expect(await fetchAddress(url, { etag: '"7"' })).toEqual({ ok: true, value: 'unchanged' })
  expect(await fetchAddress(url, { etag: '"6"' })).toMatchObject({ ok: true, value: { contentType: null } })
})

test.each([
  'file:///etc/passwd',
  'javascript:alert(1)',
  'data:text/html,x',
  'ftp://host/x',
  'no address',
  '',
])('only http and https are loaded: not %j', async (url) => {
  expect(await fetchAddress(url)).toEqual({ ok: false, error: { code: 'address-refused', url } })
})

test('a way that leads in circles, or out of the web, is not followed to its end', async () => {
  const { url, asked } = await serve((request, response) => {
    const location = request.url === '/out' ? 'file:///etc/passwd' : '/again'
    response.writeHead(301, { location }).end()
  })
  expect(await fetchAddress(`${url}/again`)).toMatchObject({ ok: false, error: { code: 'address-failed' } })
  expect(asked.length).toBe(11)
  expect(await fetchAddress(`${url}/out`)).toMatchObject({ ok: false, error: { code: 'address-refused' } })
})

test('an answer that unpacks to more than 20 MB is given up', async () => {
  const bomb = gzipSync(Buffer.alloc(25_000_000))
  const { url } = await serve((_request, response) => {
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb)
  })
  expect(await fetchAddress(url)).toMatchObject({
    ok: false,
    error: { code: 'address-large', maxBytes: 20_000_000 },
  })
})

test('a server that refuses, breaks off or is not there is named with its reason', async () => {
  const { url } = await serve((request, response) => {
    if (request.url === '/gone') response.writeHead(410).end()
    else response.destroy()
  })
  expect(await fetchAddress(`${url}/gone`)).toMatchObject({ error: { code: 'address-status', status: 410 } })
  expect(await fetchAddress(`${url}/broken`)).toMatchObject({ error: { code: 'address-failed' } })
  const nobody = await fetchAddress('http://127.0.0.1:9/')
  expect(nobody).toMatchObject({ ok: false, error: { code: 'address-failed', url: 'http://127.0.0.1:9/' } })
})

test('loading can be stopped', async () => {
  const { url } = await serve(() => undefined)
  const stop = new AbortController()
  const fetched = fetchAddress(url, { signal: stop.signal })
  stop.abort()
  expect(await fetched).toMatchObject({ ok: false, error: { code: 'address-failed' } })
})
