import { paragraphsOf, type Inline, type SetWords, type Setting } from './inline.ts'

/** White space as HTML has it; a no-break space is none. */
const space = /[ \t\n\r\f]+/g

/** What no reader sees and no file should hold: control characters, and halves of characters. */
const unreadable = /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f]/g
const halves = /\p{Surrogate}/gu

/**
 * The text of a block while it is read, as browsers lay it out (CSS Text 3, white space processing): a run of white space is one
 * space, whichever elements it is spread over, and none at the edges of a line.
 */
export class RunningText {
  #parts: string[] = []
  #length = 0
  #words: SetWords[] = []
  #open: SetWords[] = []
  #isAtLineStart = true
  /** A space was read, which counts once something follows it on its line. */
  #owesSpace = false

  get isEmpty(): boolean {
    return this.#length === 0
  }

  /** Text between tags. */
  add(text: string): void {
    const words = readable(text).replace(space, ' ')
    if (words.startsWith(' ')) this.#owesSpace = true
    const visible = words.replace(/^ | $/g, '')
    if (visible === '') return
    this.#push(this.#owesSpace && !this.#isAtLineStart ? ` ${visible}` : visible)
    this.#isAtLineStart = false
    this.#owesSpace = words.endsWith(' ')
  }

  /** What follows begins on a new line. Two of these part paragraphs. */
  breakLine(): void {
    this.#push('\n')
    this.#isAtLineStart = true
    this.#owesSpace = false
  }

  /** Sets what `read` adds, also where that goes on in further blocks. A setting within the same one changes nothing. */
  set(setting: Setting, read: () => void): void {
    const key = JSON.stringify(setting)
    if (this.#open.some((words) => words.key === key)) {
      read()
      return
    }
    this.#begin({ key, setting, start: this.#length, end: Infinity })
    read()
    const words = this.#open.pop()
    if (words !== undefined) words.end = this.#length
  }

  /** The paragraphs read so far; what is open stays so for the next ones. */
  take(): Inline[] {
    const paragraphs = paragraphsOf(this.#parts.join(''), this.#words)
    const open = this.#open
    this.#parts = []
    this.#length = 0
    this.#words = []
    this.#open = []
    this.#isAtLineStart = true
    this.#owesSpace = false
    for (const { key, setting } of open) this.#begin({ key, setting, start: 0, end: Infinity })
    return paragraphs
  }

  /** A text of its own, in which everything is set that is set here now. */
  apart(): RunningText {
    const text = new RunningText()
    for (const { key, setting } of this.#open) text.#begin({ key, setting, start: 0, end: Infinity })
    return text
  }

  #push(text: string): void {
    this.#parts.push(text)
    this.#length += text.length
  }

  #begin(words: SetWords): void {
    this.#words.push(words)
    this.#open.push(words)
  }
}

/** Text without what has no place in one; a lone half of a surrogate pair becomes the sign for a broken character. */
export function readable(text: string): string {
  return text.replace(unreadable, '').replace(halves, '\ufffd')
}
