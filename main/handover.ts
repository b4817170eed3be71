import { randomBytes, timingSafeEqual } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import type { Result } from '../src/errors.ts'
import { AppError, fail } from '../src/errors.ts'
import type { Address } from './library/lock.ts'

/** One request on a connection: a line of JSON. */
const Request = z.object({ token: z.string(), method: z.string(), input: z.unknown() })

const Reply = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), error: AppError }),
])

/** Twice the largest import in base64; a longer line is no request of ours. */
const maxLineLength = 32 * 1024 * 1024

type Call = (method: string, input: unknown) => Promise<Result<unknown>>

export type Handover = { address: Address; close(): Promise<void> }

/**
 * Takes requests of other processes of the same user: the command line's, while the app holds the library. The socket
 * lies in a folder only this user may enter, and every request carries the token from the lock.
 */
export async function serveHandover(call: Call): Promise<Handover> {
  const token = randomBytes(16).toString('hex')
  const folder = process.platform === 'win32' ? null : await mkdtemp(join(tmpdir(), 'lectern-'))
  const socket = folder === null ? `\\\\.\\pipe\\lectern-${token}` : join(folder, 'socket')
  const server = createServer((connection) => {
    connection.on('error', () => connection.destroy()) // the other side went away; it hears nothing more
    void readLine(connection).then(async (line) => {
      const reply = await answerLine(line, token, call)
      connection.end(JSON.stringify(reply) + '\n')
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(socket, resolve)
  })
  return {
    address: { socket, token },
    close: async () => {
      server.close()
      if (folder !== null) await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Has another process answer a call. Null when it can't be reached: it may just have ended. */
export async function callHolder(
  address: Address,
  method: string,
  input: unknown,
): Promise<Result<unknown> | null> {
  const connection = connect(address.socket)
  try {
    await new Promise<void>((resolve, reject) => {
      connection.once('connect', resolve).once('error', reject)
    })
  } catch {
    return null
  }
  connection.write(JSON.stringify({ token: address.token, method, input }) + '\n')
  const reply = Reply.safeParse(toJson(await readLine(connection)))
  connection.destroy()
  return reply.success ? reply.data : fail({ code: 'internal', reason: 'the app ended before it answered' })
}

async function answerLine(line: string, token: string, call: Call): Promise<Result<unknown>> {
  const request = Request.safeParse(toJson(line))
  if (!request.success) return fail({ code: 'bad-input', reason: 'this is no request' })
  if (!isSame(request.data.token, token)) return fail({ code: 'bad-input', reason: 'the token is wrong' })
  return call(request.data.method, request.data.input)
}

function isSame(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))
}

/** The first line that comes; what came before the other side ended or grew too long, if that was no whole line. */
function readLine(connection: Socket): Promise<string> {
  return new Promise((resolve) => {
    const chunks: string[] = []
    let length = 0
    connection.setEncoding('utf8')
    connection.on('data', (chunk: string) => {
      chunks.push(chunk)
      length += chunk.length
      if (chunk.includes('\n') || length > maxLineLength) resolve(chunks.join(''))
    })
    connection.once('close', () => resolve(chunks.join('')))
  })
}

function toJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
