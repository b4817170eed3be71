import type { Input, ServiceMethod, Output } from '../../src/contract.ts'
import type { Result } from '../../src/errors.ts'
import { fail, ok } from '../../src/errors.ts'
import { callHolder } from '../handover.ts'
import { Layout } from '../library/files/layout.ts'
import { type Address, findHolder } from '../library/lock.ts'
import { openToLook, openToRead, openToWrite, type Session } from '../session.ts'

/** A library as a command sees it: the folder itself, or the running app that holds it. */
export class Client {
  private constructor(private readonly session: Session) {}

  /** A library that the app holds is read through the app. */
  static async toRead(root: string): Promise<Result<Client>> {
    return Client.over((await heldSession(root)) ?? (await openToRead(root)))
  }

  /** Reads a library's files as they are, mends nothing and asks nobody. */
  static async toLook(root: string): Promise<Result<Client>> {
    return Client.over(await openToLook(root, { code: 'library-denied', path: root }))
  }

  /** A library that the app holds is written by the app. `name` is what other commands are told holds it. */
  static async toWrite(root: string, name: string): Promise<Result<Client>> {
    return Client.over((await heldSession(root)) ?? (await openToWrite(root, name)))
  }

  async call<M extends ServiceMethod>(method: M, input: Input<M>): Promise<Result<Output<M>>> {
    return (await this.session.call(method, input)) as Result<Output<M>> // whoever answers does so by the same contract
  }

  close(): Promise<void> {
    return this.session.close()
  }

  private static over(session: Result<Session>): Result<Client> {
    return session.ok ? ok(new Client(session.value)) : session
  }
}

/** The library as the running app answers for it; null where no app holds it. */
async function heldSession(root: string): Promise<Result<Session> | null> {
  const address = (await findHolder(new Layout(root).lock))?.address ?? null
  const isReached = address !== null && (await callHolder(address, 'library.state', {})) !== null
  return isReached ? ok(sessionOfHolder(root, address)) : null
}

function sessionOfHolder(root: string, address: Address): Session {
  return {
    call: async (method, input) => {
      const result = await callHolder(address, method, input)
      return (
        result ?? fail({ code: 'library-locked', path: root, holder: 'a Lectern app that no longer answers' })
      )
    },
    close: async () => undefined,
  }
}
