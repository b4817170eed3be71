import type { Annotation } from './annotation.ts'

/** An annotation and what was answered to it, and to the answers, in the order of time. */
export type Conversation = { annotation: Annotation; answers: Annotation[] }

/** The annotations of one page in its order, those on the whole at last; an answer whose question is missing stands by itself. */
export function conversationsOf(annotations: readonly Annotation[]): Conversation[] {
  const inTime = annotations.toSorted((a, b) => compare(a.createdAt ?? '', b.createdAt ?? ''))
  const byId = new Map(
    inTime.filter(({ id }) => id !== null).map((annotation) => [annotation.id, annotation]),
  )
  const conversations = new Map<Annotation, Conversation>()
  for (const annotation of inTime) {
    const root = rootOf(annotation, byId)
    const conversation = conversations.get(root) ?? { annotation: root, answers: [] }
    if (annotation !== root) conversation.answers.push(annotation)
    conversations.set(root, conversation)
  }
  return [...conversations.values()].toSorted(
    (a, b) => (a.annotation.position ?? Infinity) - (b.annotation.position ?? Infinity) || 0,
  )
}

/** Longer chains of answers to answers are a circle. */
const longestChain = 100

/** The first that is there of what an annotation answers, and of what that answers; itself where it answers nothing. */
function rootOf(annotation: Annotation, byId: ReadonlyMap<string | null, Annotation>): Annotation {
  let root = annotation
  for (let step = 0; step < longestChain; step += 1) {
    const parent = [...root.references, root.uri].map((id) => byId.get(id)).find((one) => one !== undefined)
    if (parent === undefined) return root
    if (parent === annotation) return annotation
    root = parent
  }
  return annotation
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
