import type { Arrivals } from '../src/contract.ts'
import { readInto } from './ipc.ts'
import { addressIn, isLink } from './lectern-link.ts'
import type { ServiceHost } from './service-host.ts'

/**
 * Adds stories that were named to the app as they were recognised; what is there already is opened. Collections and addresses are
 * looked over by the person first.
 */
export async function bringIn(service: ServiceHost, named: readonly string[]): Promise<Arrivals> {
  const arrivals: Arrivals = { open: [], failed: [], collections: [], addresses: [] }
  for (const each of named) {
    if (!isLink(each)) {
      await bringInFile(service, each, arrivals)
      continue
    }
    const address = addressIn(each)
    if (address === null) arrivals.failed.push({ code: 'address-refused', url: each })
    else arrivals.addresses.push(address)
  }
  return arrivals
}

async function bringInFile(service: ServiceHost, path: string, arrivals: Arrivals): Promise<void> {
  const read = await readInto(service, path)
  if ('error' in read) return void arrivals.failed.push(read.error)
  if ('collectionId' in read) return void arrivals.collections.push(read)
  const there = read.known.find(({ by }) => by === 'bytes' || by === 'words')
  if (there !== undefined) {
    await service.call('import.discard', { ids: [read.draftId] })
    return void arrivals.open.push(there.summary.id)
  }
  const saved = await service.call('import.save', { draftId: read.draftId, facts: {} })
  if (saved.ok) arrivals.open.push(saved.value.id)
  else arrivals.failed.push(saved.error)
}
