import type { Input, LibraryMethod, Output } from '../../src/contract.ts'
import type { AppError, Result } from '../../src/errors.ts'
import { fail, ok } from '../../src/errors.ts'
import { callHolder } from '../handover.ts'
import { Layout } from '../library/files/layout.ts'
import { type Address, findHolder } from '../library/lock.ts'
import { openToRead, openToWrite, type Session } from '../session.ts'

/** A library as a command sees it: the folder itself, or the running app that holds it. */
export class Client {
  private constructor(private readonly session: Session) {}

  static async toRead(root: string): Promise<Result<Client>> {
    return Client.over(await openToRead(root))
  }

  /** A library that the app holds is written by the app. `name` is what other commands are told holds it. */
  static async toWrite(root: string, name: string): Promise<Result<Client>> {
    const address = (await findHolder(new Layout(root).lock))?.address ?? null
    const isReached = address !== null && (await callHolder(address, 'settings.get', {})) !== null
    return Client.over(isReached ? ok(sessionOfHolder(root, address)) : await openToWrite(root, name))
  }

  /** Articles that could not be opened. */
  get problems(): readonly AppError[] {
    return this.session.problems
  }

  async call<M extends LibraryMethod>(method: M, input: Input<M>): Promise<Result<Output<M>>> {
    return (await this.session.call(method, input)) as Result<Output<M>> // whoever answers does so by the same contract
  }

  close(): Promise<void> {
    return this.session.close()
  }

  private static over(session: Result<Session>): Result<Client> {
    return session.ok ? ok(new Client(session.value)) : session
  }
}

/** The library as the running app answers for it. */
function sessionOfHolder(root: string, address: Address): Session {
  return {
    call: async (method, input) => {
      const result = await callHolder(address, method, input)
      return (
        result ?? fail({ code: 'library-locked', path: root, holder: 'a Lectern app that no longer answers' })
      )
    },
    problems: [],
    close: async () => undefined,
  }
}
