import type { Input, LibraryMethod, Output } from '../../src/contract.ts'
import type { AppError, Result } from '../../src/errors.ts'
import { callHolder } from '../handover.ts'
import { Layout } from '../library/files/layout.ts'
import { findHolder } from '../library/lock.ts'
import { openToRead, openToWrite } from '../session.ts'

type Ask = (method: string, input: unknown) => Promise<Result<unknown>>

/** A library as a command sees it: the folder itself, or the running app that holds it. */
export class Client {
  private constructor(
    readonly root: string,
    private readonly ask: Ask,
    /** Articles that could not be opened. */
    readonly problems: readonly AppError[],
    readonly close: () => Promise<void>,
  ) {}

  static async toRead(root: string): Promise<Result<Client>> {
    return Client.over(root, await openToRead(root))
  }

  /** A library that the app holds is written by the app. `name` is what other commands are told holds it. */
  static async toWrite(root: string, name: string): Promise<Result<Client>> {
    const holder = await findHolder(new Layout(root).lock)
    const address = holder?.address ?? null
    if (address === null) return Client.over(root, await openToWrite(root, name))
    const first = await callHolder(address, 'settings.get', {})
    if (first === null) return Client.over(root, await openToWrite(root, name))
    const ask: Ask = async (method, input) =>
      (await callHolder(address, method, input)) ?? {
        ok: false,
        error: { code: 'library-locked', path: root, holder: 'a Lectern app that no longer answers' },
      }
    return { ok: true, value: new Client(root, ask, [], async () => undefined) }
  }

  async call<M extends LibraryMethod>(method: M, input: Input<M>): Promise<Result<Output<M>>> {
    return (await this.ask(method, input)) as Result<Output<M>> // whoever answers does so by the same contract
  }

  private static over(root: string, session: Awaited<ReturnType<typeof openToRead>>): Result<Client> {
    if (!session.ok) return session
    const { call, problems, close } = session.value
    return { ok: true, value: new Client(root, call, problems, close) }
  }
}
