import { access, stat } from 'node:fs/promises'
import { connect } from 'node:net'
import { dirname } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { callHolder, type Handover, serveHandover } from '../../../main/handover.ts'
import { ok, type Result } from '../../../src/errors.ts'

async function serve(call: (method: string, input: unknown) => Promise<Result<unknown>>): Promise<Handover> {
  const handover = await serveHandover(call)
  onTestFinished(() => handover.close())
  return handover
}

const echo = async (method: string, input: unknown): Promise<Result<unknown>> => ok({ method, input })

test('a request is answered by the process that holds the library', async () => {
  const { address } = await serve(echo)
  const input = { text: 'a line\nanother “line” \u2028', many: 'x'.repeat(2_000_000) }
  expect(await callHolder(address, 'note.add', input)).toEqual(ok({ method: 'note.add', input }))
})

test('a failure crosses as the failure it is', async () => {
  const { address } = await serve(async () => ({ ok: false, error: { code: 'note-unknown', id: 'x' } }))
  expect(await callHolder(address, 'note.edit', {})).toEqual({
    ok: false,
    error: { code: 'note-unknown', id: 'x' },
  })
})

test('who does not know the token is refused', async () => {
  const { address } = await serve(echo)
  const refused = await callHolder({ ...address, token: '0'.repeat(32) }, 'article.list', {})
  expect(refused).toMatchObject({ ok: false, error: { code: 'bad-input' } })
})

test('what is no request is refused and the next one is answered', async () => {
  const { address } = await serve(echo)
  const reply = await new Promise<string>((resolve) => {
    const connection = connect(address.socket, () => connection.write('GET / HTTP/1.1\n'))
    connection.on('data', (data) => resolve(data.toString()))
  })
  expect(JSON.parse(reply)).toMatchObject({ ok: false, error: { code: 'bad-input' } })
  expect((await callHolder(address, 'article.list', {}))?.ok).toBe(true)
})

test('a holder that has ended can not be reached, and leaves no socket behind', async () => {
  const { address, close } = await serveHandover(echo)
  await close()
  expect(await callHolder(address, 'article.list', {})).toBe(null)
  await expect(access(dirname(address.socket))).rejects.toThrow('ENOENT')
})

test.runIf(process.platform !== 'win32')('only this user may reach the socket', async () => {
  const { address } = await serve(echo)
  expect((await stat(dirname(address.socket))).mode & 0o077).toBe(0)
})
