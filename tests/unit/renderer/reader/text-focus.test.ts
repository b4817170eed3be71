// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { Block, Content } from '../../../../src/model/content.ts'
import { currentFormat } from '../../../../src/model/format.ts'
import { mapText, type TextMap } from '../../../../renderer/reader/dom-span.ts'
import { type TextFocus, textFocus } from '../../../../renderer/reader/text-focus.ts'
import { getState } from '../../../../renderer/state/store.ts'
import { wordsIn } from './fake-highlights.ts'

const paragraphs = ['The tide rises. It falls “by noon” again.', 'Nobody objected. “We wait.”', 'The end.']
const text = paragraphs.join('\n\n')
const blocks = paragraphs.map((paragraph): Block => {
  const start = text.indexOf(paragraph)
  return { kind: 'paragraph', span: { start, end: start + paragraph.length } }
})
const content: Content = { format: currentFormat, text, blocks, marks: [], furniture: [] }

let map: TextMap
let focus: TextFocus

beforeEach(() => {
  const shown = blocks.map(
    ({ span }, number) =>
      `<p data-block="${number}" data-start="${span.start}" tabindex="-1">${text.slice(span.start, span.end)}</p>`,
  )
  document.body.innerHTML = `<button>elsewhere</button><div id="scroller" tabindex="0">${shown.join('')}</div>`
  const scroller = document.querySelector<HTMLElement>('#scroller')!
  map = mapText(scroller, text)
  focus = textFocus({ map, content, scroller: { current: scroller } })
  // happy-dom lays nothing out: all is in view at once.
  vi.spyOn(Range.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 10, 10))
  for (const leaf of map.leaves) leaf.getBoundingClientRect = () => new DOMRect(0, 0, 10, 10)
  scroller.addEventListener('focusin', focus.follow)
  scroller.addEventListener('focusout', focus.follow)
})

function inFocus(): string | null {
  const span = focus.span()
  return span && text.slice(span.start, span.end)
}

describe('the focus goes through the text', () => {
  test('from paragraph to paragraph', () => {
    focus.next()
    expect(inFocus()).toBe(paragraphs[0])
    focus.next()
    expect(inFocus()).toBe(paragraphs[1])
    focus.previous()
    expect(inFocus()).toBe(paragraphs[0])
  })

  test('once narrowed, from sentence to sentence and over the end of a paragraph', () => {
    const seen: (string | null)[] = []
    for (let step = 0; step < 4; step++) {
      focus.sentence()
      seen.push(inFocus())
    }
    expect(seen).toEqual(['The tide rises.', 'It falls “by noon” again.', 'Nobody objected.', '“We wait.”'])
    focus.previous()
    expect(inFocus()).toBe('Nobody objected.')
    focus.next()
    expect(inFocus()).toBe('“We wait.”')
  })

  test('begins with the paragraph that has the focus', () => {
    focus.next()
    focus.next()
    focus.sentence()
    expect(inFocus()).toBe('Nobody objected.')
  })

  test('from quotation to quotation, and from one to the sentence around it', () => {
    focus.quotation()
    expect(inFocus()).toBe('“by noon”')
    focus.sentence()
    expect(inFocus()).toBe('It falls “by noon” again.')
    focus.quotation()
    focus.quotation()
    expect(inFocus()).toBe('“We wait.”')
  })

  test('at the end it stays and says so', () => {
    for (let step = 0; step < 5; step++) focus.sentence()
    expect(inFocus()).toBe('The end.')
    focus.sentence()
    expect(inFocus()).toBe('The end.')
    expect(getState().toasts.at(-1)?.text).toBe('There is no sentence from here on')
  })
})

describe('what is in focus', () => {
  test('is painted, and read out', () => {
    focus.sentence()
    expect(wordsIn(map, 'focus')).toEqual(['The tide rises.'])
    expect(getState().announcement.text).toBe('The tide rises.')
  })

  test('is widened to the paragraph', () => {
    focus.sentence()
    expect(focus.widen()).toBe(true)
    expect(inFocus()).toBe(paragraphs[0])
    expect(wordsIn(map, 'focus')).toEqual([])
    expect(focus.widen()).toBe(false)
  })

  test('is nothing while the focus is elsewhere, and the sentence again when it comes back', () => {
    focus.sentence()
    const block = document.activeElement as HTMLElement
    document.querySelector('button')!.focus()
    expect(inFocus()).toBeNull()
    expect(wordsIn(map, 'focus')).toEqual([])
    block.focus()
    expect(inFocus()).toBe('The tide rises.')
    expect(wordsIn(map, 'focus')).toEqual(['The tide rises.'])
  })

  test('is the whole of another paragraph that gets the focus', () => {
    focus.sentence()
    document.querySelector<HTMLElement>('[data-block="2"]')!.focus()
    expect(inFocus()).toBe('The end.')
    expect(wordsIn(map, 'focus')).toEqual([])
  })
})

test('the sentence at a place is told whatever is in focus', () => {
  const span = focus.sentenceAt(text.indexOf('objected'))
  expect(span && text.slice(span.start, span.end)).toBe('Nobody objected.')
  expect(focus.sentenceAt(text.indexOf('\n\n'))).toBeNull()
})
