import { parentPort } from 'node:worker_threads'

// A worker as the desk knows it, whose importers do what a source's name says, when it is listed or when an item of it is read.
const open = new Map()

parentPort.on('message', ({ kind, id, source, index }) => {
  if (kind === 'close') open.delete(id)
  if (kind === 'open') {
    act(source.name)
    const items = ['good', ...source.name.split(' ').slice(1)]
    open.set(id, items)
    const lines = items.map((title) => ({ key: title, title, url: null, notes: 0, hasText: true }))
    const listing = {
      kind: 'collection',
      importer: 'made',
      label: 'Made',
      items: lines,
      skipped: [],
      unplaced: [],
    }
    return parentPort.postMessage({ ok: true, value: listing })
  }
  if (kind === 'item' && open.has(id)) {
    act(open.get(id)[index])
    return parentPort.postMessage({ ok: true, value: open.get(id)[index] })
  }
  parentPort.postMessage(null)
})

function act(name) {
  if (name === 'hang') for (;;);
  if (name === 'exit') process.exit(0)
  if (name === 'throw') throw new Error('of no use')
  if (name === 'fail later') setTimeout(() => act('throw'))
  if (name === 'fill') for (const all = []; ;) all.push(Array(1000).fill(all.length))
}
