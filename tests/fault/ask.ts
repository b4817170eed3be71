import type { Session } from '../../main/session.ts'
import type { Input, Output, ServiceMethod } from '../../src/contract.ts'
import type { Result } from '../../src/errors.ts'

/** Calls a library method with the contract's types. */
export async function ask<M extends ServiceMethod>(
  session: Session,
  method: M,
  input: Input<M>,
): Promise<Result<Output<M>>> {
  return (await session.call(method, input)) as Result<Output<M>>
}

/** The answer's value; throws where it is a failure: for what no fault stands in the way of. */
export async function must<T>(answer: Promise<Result<T>>): Promise<T> {
  const result = await answer
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

/** A story of our own; its headline tells it from the others. */
function story(title: string): string {
  const paragraph =
    'The harbour board met on Monday and said that the rebuilding of the breakwater will go on. ' +
    '“Not for a single tide will it stop,” Ada Fenn said.'
  return `${title}\n\nPORT ELLERY (Northwire) – ${Array(12).fill(paragraph).join('\n\n')}\n`
}

/** Reads a story and answers with its draft's id: nothing is written yet. */
export async function readStory(session: Session, title: string): Promise<string> {
  const data = Buffer.from(story(title)).toString('base64')
  const { transferId } = await must(ask(session, 'import.hand', { transferId: null, data }))
  const file = await must(ask(session, 'import.read', { name: `${title}.txt`, transferId, modified: null }))
  if (!('draftId' in file)) throw new Error(JSON.stringify(file))
  return file.draftId
}

/** Adds as many articles; answers their ids. */
export async function stock(session: Session, count: number): Promise<string[]> {
  const ids: string[] = []
  for (let index = 1; index <= count; index++) {
    const draftId = await readStory(session, `Story ${index} of the stock`)
    ids.push((await must(ask(session, 'import.save', { draftId, facts: {} }))).id)
  }
  return ids
}

/** What the faults write: the length varies, so that a torn write shows at any place. */
export function noteText(body: string): { body: string; color: 'yellow'; tags: string[] } {
  return { body, color: 'yellow', tags: ['harbour'] }
}
