import { isWriting } from './is-writing.ts'

/** A library that takes longer to answer is in trouble: then keys must not seem dead as well. */
const patienceMs = 3000

/** What is waited for before the next key can mean anything; null when nothing is. */
let awaited: Promise<unknown> | null = null
let held: KeyboardEvent[] = []

/**
 * Keeps the keys that come until `work` is done, and types them then: who presses H, N and begins to write does not wait
 * for the disk, and every letter is where it was meant to be.
 */
export function holdKeysUntil(work: Promise<unknown>): void {
  const mine = Promise.race([work, new Promise((resolve) => setTimeout(resolve, patienceMs))])
  awaited = mine
  void mine.then(nextFrame, nextFrame).then(() => {
    if (awaited !== mine) return
    awaited = null
    typeHeld()
  })
}

/** True where the key was kept for later. What is pressed in a text field is where it should be, unless letters before it wait. */
export function isHeld(event: KeyboardEvent): boolean {
  const isInField = isWriting(event.target)
  if (awaited === null || (isInField && !(held.length > 0 && isLetter(event)))) return false
  event.preventDefault()
  held.push(event)
  return true
}

/** A key may be a command that is waited for in its turn; the rest waits with it. */
function typeHeld(): void {
  const keys = held
  held = []
  for (const [index, key] of keys.entries()) {
    typeAgain(key)
    if (awaited === null) continue
    held = [...keys.slice(index + 1), ...held]
    return
  }
}

function typeAgain(event: KeyboardEvent): void {
  const target = document.activeElement ?? document.body
  // The one way to type into a field as a person does, with its undo and its events.
  if (isLetter(event) && isWriting(target)) document.execCommand('insertText', false, event.key)
  else
    target.dispatchEvent(
      new KeyboardEvent(event.type, { ...modifiers(event), bubbles: true, cancelable: true }),
    )
}

function isLetter({ key, ctrlKey, metaKey }: KeyboardEvent): boolean {
  return key.length === 1 && !ctrlKey && !metaKey
}

function modifiers({ key, code, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): KeyboardEventInit {
  return { key, code, ctrlKey, metaKey, shiftKey, altKey }
}

/** By then a field that was opened has the focus. */
function nextFrame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => resolve()))
}
