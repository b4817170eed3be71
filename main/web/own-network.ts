import { BlockList, isIP } from 'node:net'

/**
 * What the IANA's registries of special addresses do not give to the net (https://www.iana.org/assignments/iana-ipv4-special-registry,
 * iana-ipv6-special-registry): this machine, networks of one's own, neighbours on a link, groups, nobody. 198.18.0.0/15 is left out:
 * proxies that are set up as a network device answer every name with an address of it.
 */
const own4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10], // a provider's own, and that of overlay networks between one's machines
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['224.0.0.0', 3], // groups, reserved, and everybody on the link
] as const
const own6 = [
  ['::', 96], // nobody, the machine itself, and IPv4 written in a way that was given up (RFC 4291, 2.5.5.1)
  ['64:ff9b:1::', 48], // translations within a network (RFC 8215)
  ['100::', 64],
  ['2001::', 32], // Teredo and 6to4 carry an IPv4 address and are given up; no server of the net is behind them alone
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 9], // links, and sites as they once were
  ['ff00::', 8],
] as const

const own = new BlockList()
for (const [net, prefix] of own4) {
  own.addSubnet(net, prefix, 'ipv4') // as ::ffff:a.b.c.d, too
  own.addSubnet(`64:ff9b::${net}`, 96 + prefix, 'ipv6') // as networks without IPv4 have it (RFC 6052)
}
for (const [net, prefix] of own6) own.addSubnet(net, prefix, 'ipv6')

/** Whether an IP address is this machine's or of a network of one's own; what is none is nobody's. */
export function isOwnIp(ip: string): boolean {
  const version = isIP(ip)
  return version !== 0 && own.check(ip, version === 4 ? 'ipv4' : 'ipv6')
}

/**
 * Names that never lead out into the net: this machine's (RFC 6761), those of the link (RFC 6762), of homes (RFC 8375), of companies
 * (`internal`: ICANN's board, 2024-07-29), and those of a single word.
 */
const ownNames = /^[^.]+$|\.(?:localhost|local|home\.arpa|internal)$/

/** Whether an address is of this machine or a network of one's own, as far as it says so itself. */
export function saysOwn(url: URL): boolean {
  const host = hostOf(url)
  return isIP(host) === 0 ? ownNames.test(host) : isOwnIp(host)
}

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8, 'ipv4')
loopback.addAddress('::1', 'ipv6')

/** Whether an address is of this very machine, as far as it says so itself. */
export function saysThisMachine(url: URL): boolean {
  const host = hostOf(url)
  const version = isIP(host)
  if (version === 0) return /(?:^|\.)localhost$/.test(host)
  return loopback.check(host, version === 4 ? 'ipv4' : 'ipv6')
}

/** A name without the dot that ends it, or an IP address without its brackets. */
export function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$|\.$/g, '')
}
