import type { LookupFunction } from 'node:net'
import type { Dispatcher } from 'undici'
import { saysThisMachine } from './own-network.ts'

/** By which proxies an address is reached, as a proxy's script says it: `PROXY office:3128; DIRECT`. */
export type AskSystem = (url: string) => Promise<string>

let askSystem: AskSystem = async () => 'DIRECT'

/** Has the settings of the system asked from now on; nobody else knows of them but Electron. */
export function askForProxies(ask: AskSystem): void {
  askSystem = ask
}

/**
 * What speaks to the server of an address: by the proxy that the environment names (`HTTPS_PROXY`, `HTTP_PROXY`, `NO_PROXY`), else the
 * one of the system's settings, else itself. Then `lookup` is asked for what its name stands for; a proxy asks on its own. Throws on a
 * proxy that is none.
 */
export async function dispatcherFor(url: URL, lookup: LookupFunction): Promise<Dispatcher> {
  const { Agent, EnvHttpProxyAgent, ProxyAgent } = await import('undici') // 100 ms that no start has to wait for
  const straight = { connect: { lookup } }
  // As browsers: nobody's proxy knows this machine. Else many proxies allow tunnels to TLS alone.
  if (saysThisMachine(url)) return new Agent(straight)
  if (hasProxies(process.env)) return new EnvHttpProxyAgent({ ...straight, proxyTunnel: false })
  const uri = firstProxy(await askSystem(url.href))
  return uri === null ? new Agent(straight) : new ProxyAgent({ uri, proxyTunnel: false })
}

function hasProxies(env: NodeJS.ProcessEnv): boolean {
  return ['http_proxy', 'https_proxy'].some((name) => (env[name] ?? env[name.toUpperCase()] ?? '') !== '')
}

const schemes: Record<string, string> = {
  PROXY: 'http',
  HTTP: 'http',
  HTTPS: 'https',
  SOCKS: 'socks5',
  SOCKS5: 'socks5',
}

/** The address of the first of a list that can be used; null where that is none: https://chromium.googlesource.com/chromium/src/+/HEAD/net/docs/proxy.md */
export function firstProxy(list: string): string | null {
  for (const each of list.split(';')) {
    const [kind = '', host] = each.trim().split(/\s+/)
    if (kind.toUpperCase() === 'DIRECT') return null
    const scheme = schemes[kind.toUpperCase()]
    if (scheme !== undefined && host !== undefined) return `${scheme}://${host}`
  }
  return null
}
