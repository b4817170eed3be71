import type { Bridge, BridgeEvent, Input, Method, Output } from '../src/contract.ts'
import { fail, type Result } from '../src/errors.ts'

declare global {
  interface Window {
    readonly bridge: Bridge
  }
}

/** Asks the other side of the pipe. A pipe that breaks is an `internal` failure, so callers look in one place only. */
export async function call<M extends Method>(method: M, input: Input<M>): Promise<Result<Output<M>>> {
  try {
    return (await window.bridge.call(method, input)) as Result<Output<M>>
  } catch (error) {
    return fail({ code: 'internal', reason: String(error) })
  }
}

/** Answers a function that stops the listening. */
export function listen(listener: (event: BridgeEvent) => void): () => void {
  return window.bridge.listen(listener)
}
