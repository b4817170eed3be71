import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { unzip } from '../../../main/import/unzip.ts'
import { zipOf } from './backed-up.ts'

async function opened(bytes: Uint8Array) {
  return unzip('shelf.zip', bytes)
}

function refusal(reason: RegExp) {
  return {
    ok: false,
    error: { code: 'zip-damaged', name: 'shelf.zip', reason: expect.stringMatching(reason) },
  }
}

/** A zip whose only entry has another name than yazl would write: the names are of the same length. */
async function zipNamed(name: string): Promise<Buffer> {
  const plain = 'x'.repeat(Buffer.byteLength(name))
  const zip = await zipOf([[plain, 'words']])
  return Buffer.from(zip.toString('latin1').replaceAll(plain, Buffer.from(name).toString('latin1')), 'latin1')
}

/** A zip that says another size wherever it says this one. */
function withSize(zip: Buffer, size: number, said: number): Buffer {
  const [from, to] = [Buffer.alloc(4), Buffer.alloc(4)]
  from.writeUInt32LE(size)
  to.writeUInt32LE(said)
  return Buffer.from(
    zip.toString('latin1').replaceAll(from.toString('latin1'), to.toString('latin1')),
    'latin1',
  )
}

test('entries are read by their names', async () => {
  const zip = await opened(await zipOf([['shelf/a.md', 'one'], ['b.md', 'two']])) // prettier-ignore
  if (!zip.ok) throw new Error('not opened')
  expect(zip.value.names).toEqual(['shelf/a.md', 'b.md'])
  expect(await zip.value.read('shelf/a.md')).toEqual({ ok: true, value: new Uint8Array(Buffer.from('one')) })
  expect(await zip.value.read('c.md')).toMatchObject(refusal(/no c\.md/))
})

test.each(['../evil.md', '/etc/evil.md', 'C:\\evil.md', 'a\\..\\..\\evil.md', 'a/../../evil'])(
  'a name that leads out of the zip refuses all of it: %s',
  async (name) => {
    expect(await opened(await zipNamed(name))).toMatchObject(refusal(/outside/))
  },
)

test('a bomb is not unpacked', async () => {
  const zip = await zipOf([['zeros.html', new Uint8Array(2_000_000)]])
  expect(await opened(zip)).toMatchObject(refusal(/looks like an attack/))
})

test('a zip that unpacks to more than 200 MB, or has more than 10,000 entries, is refused', async () => {
  const many = await zipOf([['a.html', 'one']])
  many.writeUInt16LE(10_001, many.length - 22 + 8) // the count of entries on this disk, and of all, in the last record
  many.writeUInt16LE(10_001, many.length - 22 + 10)
  expect(await opened(many)).toMatchObject(refusal(/10,?000 entries/))
  const noise = randomBytes(1_000_000)
  const two = await zipOf([['a.html', noise], ['b.html', noise]]) // prettier-ignore
  expect(await opened(withSize(two, noise.length, 150_000_000))).toMatchObject(refusal(/200 MB/))
})

test('an entry that is longer than it says is broken, and its neighbours are not', async () => {
  const zip = await zipOf([['lies.html', 'a'.repeat(1000)], ['true.html', 'true']]) // prettier-ignore
  const changed = withSize(zip, 1000, 10)
  const opening = await opened(changed)
  if (!opening.ok) throw new Error('not opened')
  expect(await opening.value.read('lies.html')).toMatchObject(refusal(/lies\.html is broken/))
  expect(await opening.value.read('true.html')).toMatchObject({ ok: true })
})

test('what is no zip, or only the beginning of one, is said to be none', async () => {
  const zip = await zipOf([['a.md', 'one']])
  expect(await opened(zip.subarray(0, 30))).toMatchObject(refusal(/no zip/))
})
