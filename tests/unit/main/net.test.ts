import { createServer } from 'node:http'
import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import { fetchAddress } from '../../../main/web/fetch-address.ts'
import { Net } from '../../../main/web/net.ts'
import { askForProxies, firstProxy } from '../../../main/web/proxies.ts'
import { serve } from './served.ts'

afterEach(() => {
  vi.unstubAllEnvs()
  askForProxies(async () => 'DIRECT')
})

/** A net in which every name stands for this machine; the names that were looked up. */
function netOfThisMachine() {
  const names: string[] = []
  const net = new Net(async (name) => {
    names.push(name)
    return [{ address: '127.0.0.1', family: 4 }]
  })
  return { net, names }
}

/** A page server and its address under another name. */
async function serveAs(name: string, ...[answer]: Parameters<typeof serve>) {
  const served = await serve(answer)
  return { ...served, url: served.url.replace('127.0.0.1', name) }
}

/** A proxy of this machine: what it is asked for, and it asks `127.0.0.1` in the place of every name. */
async function serveProxy() {
  const asked: string[] = []
  const { url } = await serve((request, response) => {
    const target = new URL(request.url ?? '')
    asked.push(target.href)
    void fetch(`http://127.0.0.1:${target.port}${target.pathname}`, { redirect: 'manual' }).then(
      async (answer) => {
        const location = answer.headers.get('location')
        response.writeHead(answer.status, location === null ? {} : { location })
        response.end(await answer.text())
      },
    )
  })
  return { url, asked }
}

test('what the person asks for may be of their own network, whatever its name is', async () => {
  const { url, asked } = await serveAs('wiki.harbour.example', (_request, response) => response.end('tides'))
  const { net, names } = netOfThisMachine()
  expect(await fetchAddress(url, {}, net)).toMatchObject({ ok: true, value: { url: `${url}/` } })
  expect(names).toEqual(['wiki.harbour.example'])
  expect(asked).toHaveLength(1)
})

test('what a page of the net names is not asked for where its name stands for this machine', async () => {
  const { url, asked } = await serveAs('trap.example', (_request, response) => response.end('secret'))
  const { net } = netOfThisMachine()
  for (const from of ['https://harbour.example/page', url, null]) {
    const fetched = await fetchAddress(`${url}/picture.png`, { from }, net)
    expect(fetched).toEqual({ ok: false, error: { code: 'address-within', url: `${url}/picture.png` } })
  }
  expect(asked).toEqual([])
})

test('a name is looked up once a connection: the address that was looked at is the one that is connected to', async () => {
  const { url } = await serveAs('harbour.example', (_request, response) => response.end('tides'))
  const { net, names } = netOfThisMachine()
  for (const path of ['/a', '/b']) await fetchAddress(`${url}${path}`, {}, net)
  expect(names).toHaveLength(2)
})

test('a server of one’s own network may lead on within it; its pages have pictures', async () => {
  const sign = await serveAs('login.harbour.example', (_request, response) => response.end('welcome'))
  const { url } = await serveAs('wiki.harbour.example', (request, response) => {
    if (request.url === '/') response.writeHead(302, { location: `${sign.url}/` }).end()
    else response.end('a picture')
  })
  const { net } = netOfThisMachine()
  expect(await fetchAddress(`${url}/`, {}, net)).toMatchObject({ ok: true, value: { url: `${sign.url}/` } })
  expect(await fetchAddress(`${url}/lamp.png`, { from: `${url}/` }, net)).toMatchObject({ ok: true })
  const elsewhere = await fetchAddress('http://127.0.0.1:9/lamp.png', { from: `${url}/` }, net)
  expect(elsewhere).toMatchObject({ ok: false, error: { code: 'address-within' } })
})

test('the net leads nobody into their own network, by no address and by no name', async () => {
  const trap = await serveAs('trap.example', (_request, response) => response.end('secret'))
  const { url } = await serveAs('harbour.example', (request, response) => {
    const location = request.url === '/name' ? trap.url : trap.url.replace('trap.example', '0x7f.1')
    response.writeHead(302, { location }).end()
  })
  const proxy = await serveProxy() // by which this machine's server is one of the net
  vi.stubEnv('HTTP_PROXY', proxy.url)
  vi.stubEnv('NO_PROXY', '.example:1,trap.example')
  const { net, names } = netOfThisMachine()
  for (const path of ['/name', '/number'])
    expect(await fetchAddress(`${url}${path}`, {}, net)).toMatchObject({
      ok: false,
      error: { code: 'address-within' },
    })
  expect(proxy.asked).toEqual([`${url}/name`, `${url}/number`])
  expect(names).toEqual(['trap.example'])
  expect(trap.asked).toEqual([])
})

test('of the addresses of a name only those of the net are used where it must be one', async () => {
  const { url, asked } = await serveAs('both.example', (_request, response) => response.end('secret'))
  // 192.0.2.0/24 is for examples: nobody answers there.
  const net = new Net(async () => [
    { address: '192.0.2.1', family: 4 },
    { address: '127.0.0.1', family: 4 },
  ])
  const signal = AbortSignal.timeout(500)
  const fetched = await fetchAddress(url, { from: 'https://harbour.example/', signal }, net)
  expect(fetched).toMatchObject({ ok: false, error: { code: 'address-failed' } })
  expect(asked).toEqual([])
})

test('the proxy of the system is asked, and never for this machine', async () => {
  const { url, asked } = await serveAs('harbour.example', (_request, response) => response.end('tides'))
  const proxy = await serveProxy()
  const questions: string[] = []
  askForProxies(async (address) => {
    questions.push(address)
    return `PROXY ${new URL(proxy.url).host}; DIRECT`
  })
  const { net, names } = netOfThisMachine()
  expect(await fetchAddress(`${url}/tides`, {}, net)).toMatchObject({ ok: true })
  expect(proxy.asked).toEqual([`${url}/tides`])
  expect(questions).toEqual([`${url}/tides`])
  expect(await fetchAddress(url.replace('harbour.example', '127.0.0.1'), {}, net)).toMatchObject({ ok: true })
  expect(asked).toHaveLength(2)
  expect(questions).toHaveLength(1)
  expect(names).toEqual([])
})

test('what is encrypted goes through the proxy in a tunnel, which no proxy can look into', async () => {
  const asked: string[] = []
  const proxy = createServer().on('connect', (request, socket) => {
    asked.push(request.url ?? '')
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void proxy.close())
  const at = proxy.address()
  askForProxies(async () => `PROXY 127.0.0.1:${typeof at === 'object' ? at?.port : ''}`)
  const fetched = await fetchAddress('https://harbour.example/tides', {}, netOfThisMachine().net)
  expect(fetched).toMatchObject({
    ok: false,
    error: { code: 'address-failed', reason: 'the proxy refused (403)' },
  })
  expect(asked).toEqual(['harbour.example:443'])
})

test.each([
  ['DIRECT', null],
  ['PROXY office:3128; DIRECT', 'http://office:3128'],
  ['HTTPS office:443', 'https://office:443'],
  ['SOCKS5 127.0.0.1:9050; PROXY office:3128', 'socks5://127.0.0.1:9050'],
  ['SOCKS4 old:1080; PROXY office:3128', 'http://office:3128'],
  ['DIRECT; PROXY office:3128', null],
  ['', null],
])('of the proxies %j the first that can be used is taken', (list, proxy) => {
  expect(firstProxy(list)).toBe(proxy)
})
