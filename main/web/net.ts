import type { LookupAddress } from 'node:dns'
import { lookup } from 'node:dns/promises'
import type { LookupFunction } from 'node:net'
import type { Dispatcher } from 'undici'
import { hostOf, isOwnIp, saysOwn } from './own-network.ts'
import { dispatcherFor } from './proxies.ts'

/** The IP addresses that a name stands for. */
export type Lookup = (name: string) => Promise<LookupAddress[]>

/** What was asked for by an address of the net leads into one's own network. */
export class LeadsWithin extends Error {
  override readonly name = 'LeadsWithin'
}

/** What speaks to one server. `isOwn` tells whether that was one of one's own network; it is known once there is an answer. */
export type Way = { dispatcher: Dispatcher; isOwn: () => boolean }

/** The ways into the net. A name is looked up where the connection is made, so that what was looked at is what is connected to. */
export class Net {
  /** Names that led into one's own network when they were asked for by the person's own word. */
  private readonly ownNames = new Set<string>()

  constructor(private readonly lookup: Lookup) {}

  /** Whether what an address gave may be of one's own network: it says that it is itself, or both are of one server that is. */
  mayLeadWithin(from: URL, to: URL): boolean {
    return saysOwn(from) || (to.host === from.host && this.ownNames.has(hostOf(from)))
  }

  /** The way to one address. Asking for what is of one's own network fails with `LeadsWithin`, unless it may be. */
  async to(url: URL, mayBeOwn: boolean): Promise<Way> {
    let isOwn = saysOwn(url)
    if (isOwn && !mayBeOwn) throw new LeadsWithin()
    const checked: LookupFunction = (name, options, callback) => {
      const look = async (): Promise<LookupAddress[]> => {
        const found = await this.lookup(name)
        const outside = found.filter(({ address }) => !isOwnIp(address))
        isOwn = outside.length === 0
        if (mayBeOwn) this.remember(name, isOwn)
        else if (isOwn) throw new LeadsWithin()
        return mayBeOwn ? found : outside
      }
      look().then(
        (found) => {
          const [first] = found
          if (options.all === true || first === undefined) callback(null, found)
          else callback(null, first.address, first.family)
        },
        (error: NodeJS.ErrnoException) => callback(error, []),
      )
    }
    return { dispatcher: await dispatcherFor(url, checked), isOwn: () => isOwn }
  }

  private remember(name: string, isOwn: boolean): void {
    if (isOwn) this.ownNames.add(name)
    else this.ownNames.delete(name)
  }
}

/** The net as the system knows it. */
export const systemNet = new Net((name) => lookup(name, { all: true }))
