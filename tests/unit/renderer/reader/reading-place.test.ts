// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Reading, unread } from '../../../../src/model/note.ts'
import { mapText, type TextMap } from '../../../../renderer/reader/dom-span.ts'
import { followReading, type ReadingPlace } from '../../../../renderer/reader/reading-place.ts'

/*
 * happy-dom lays nothing out, so these tests do: `perLine` characters a line, 20 px a line, the text 100 px below the
 * top of the scroller's content, 200 px of it in view.
 */
const lineHeight = 20
const textTop = 100
const inView = 200
const text = 'x'.repeat(5000)

let perLine = 10
let scroller: HTMLElement
let map: TextMap
let place: ReadingPlace
let saves: Partial<Reading>[]

function lineBox(offset: number): DOMRect {
  const top = textTop + Math.floor(offset / perLine) * lineHeight - scroller.scrollTop
  return new DOMRect(0, top, 10, lineHeight)
}

beforeEach(() => {
  vi.useFakeTimers()
  perLine = 10
  saves = []
  document.body.innerHTML = `<div id="scroller"><p data-start="0">${text}</p></div>`
  scroller = document.querySelector('#scroller')!
  map = mapText(scroller, text)
  Object.defineProperty(document, 'fonts', { value: new EventTarget(), configurable: true })
  scroller.getBoundingClientRect = () => new DOMRect(0, 0, 500, inView)
  map.leaves[0]!.getBoundingClientRect = () => {
    const { top } = lineBox(0)
    return new DOMRect(0, top, 500, lineBox(text.length - 1).bottom - top)
  }
  vi.spyOn(Range.prototype, 'getBoundingClientRect').mockImplementation(function (this: Range) {
    return lineBox(this.startOffset)
  })
})

afterEach(() => {
  place.stop()
  vi.restoreAllMocks()
  vi.useRealTimers()
})

function open(reading: Partial<Reading> = {}): void {
  place = followReading(scroller, map, {
    reading: { ...unread, ...reading },
    save: (change) => void saves.push(change),
  })
  settle()
}

/** The frames in which the place is held. */
function settle(): void {
  vi.advanceTimersByTime(400)
}

function scrollTo(top: number): void {
  scroller.scrollTop = top
  scroller.dispatchEvent(new Event('scroll'))
}

function pause(): void {
  vi.advanceTimersByTime(500)
}

function topCharacter(): number {
  return Math.floor((scroller.scrollTop - textTop) / lineHeight) * perLine
}

describe('an article opens where it was left', () => {
  test('the character that was at the top is at the top', () => {
    open({ position: 1230 })
    expect(topCharacter()).toBe(1230)
  })

  test('it is at the top though the text is set in another size now', () => {
    perLine = 7
    open({ position: 1230 })
    const line = lineBox(1230)
    expect(line.top).toBe(0)
  })

  test('opened and closed again it is not moved, however often', () => {
    perLine = 7
    open({ position: 1230, progress: 1, isRead: true })
    pause()
    place.stop()
    expect(saves).toEqual([])
  })

  test('one that was not begun opens at its headline', () => {
    open()
    expect(scroller.scrollTop).toBe(0)
  })
})

describe('how far the reader got is saved', () => {
  test('half a second after scrolling: the first character in view and the share that has been seen', () => {
    open()
    pause()
    saves = []
    scrollTo(1100)
    expect(saves).toEqual([])
    pause()
    expect(saves).toEqual([{ position: 500, progress: 0.12 }])
  })

  test('going back keeps the share that has been seen', () => {
    open()
    scrollTo(2100)
    pause()
    scrollTo(1100)
    pause()
    expect(saves.at(-1)).toEqual({ position: 500 })
  })

  test('leaving saves at once', () => {
    open()
    pause()
    scrollTo(1100)
    place.stop()
    expect(saves.at(-1)).toEqual({ position: 500, progress: 0.12 })
  })

  test('a window that is hidden or closed saves at once', () => {
    open()
    scrollTo(1100)
    window.dispatchEvent(new Event('beforeunload'))
    expect(saves.at(-1)).toMatchObject({ position: 500 })
    scrollTo(1300)
    document.dispatchEvent(new Event('visibilitychange'))
    expect(saves.at(-1)).toMatchObject({ position: 600 })
  })

  test('at the end of the text the article is read, and is called so once', () => {
    open()
    scrollTo(textTop + 500 * lineHeight - inView)
    pause()
    expect(saves.at(-1)).toMatchObject({ progress: 1, isRead: true })
    scrollTo(1100)
    pause()
    scrollTo(textTop + 500 * lineHeight - inView)
    pause()
    expect(saves.filter((change) => 'isRead' in change)).toHaveLength(1)
  })
})

describe('the line under the eye stays in place', () => {
  const eye = inView / 3

  function lineAtEye(): number {
    return Math.floor((scroller.scrollTop + eye - textTop) / lineHeight) * perLine
  }

  test('when the type grows and when it shrinks again', () => {
    open()
    scrollTo(3000)
    const before = { offset: lineAtEye(), top: lineBox(lineAtEye()).top }
    perLine = 6
    place.hold()
    settle()
    expect(lineBox(before.offset).top).toBeCloseTo(before.top)
    perLine = 10
    place.hold()
    settle()
    expect(scroller.scrollTop).toBe(3000)
  })

  test('the headline stays where it is', () => {
    open()
    perLine = 6
    place.hold()
    settle()
    expect(scroller.scrollTop).toBe(0)
  })

  test('a wheel or key ends the holding', () => {
    open({ position: 1230 })
    place.hold()
    window.dispatchEvent(new Event('wheel'))
    scrollTo(500)
    settle()
    expect(scroller.scrollTop).toBe(500)
  })
})
