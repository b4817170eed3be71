import type { Reading } from '../../src/model/note.ts'
import type { TextMap } from './dom-span.ts'
import { boxAt, eyeShare, offsetBelow } from './visible-text.ts'

/** Well above the pace of scrolling, and no more than half a second of reading is lost when the machine is. */
const pauseMs = 500

/**
 * Text far off the screen has guessed heights (`content-visibility`), so that the place wanders a little while what
 * is near it is laid out; a third of a second of frames is ample, and the first wheel or key ends it.
 */
const maxFrames = 20

/** A character and how far below the upper edge of the reading area it stands, in CSS pixels. */
type Place = { offset: number; y: number }

export type ReadingPlace = {
  /** Puts the text back where it was, after it has flowed anew: other type, another width, fonts that came late. */
  hold(): void
  /** Saves what is not saved yet and stops. */
  stop(): void
}

/**
 * Brings the text to where the reader left it, keeps it in place when it flows anew, and saves how far the reader
 * gets. `reading` is what is known at the start; `save` is given only what has changed.
 */
export function followReading(
  scroller: HTMLElement,
  map: TextMap,
  { reading, save }: { reading: Reading; save: (change: Partial<Reading>) => void },
): ReadingPlace {
  let { position, progress } = reading
  let saved = { position, progress }
  let isEndSaid = reading.isRead
  // Nothing to hold at the very top: the headline stays where it is.
  let place: Place | null = position > 0 ? { offset: position, y: 0 } : null
  let restingAt = 0
  let frame = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  function hold(): void {
    cancelAnimationFrame(frame)
    settle(maxFrames)
  }

  function settle(framesLeft: number): void {
    const distance = place ? distanceTo(scroller, map, place) : -scroller.scrollTop
    scroller.scrollTop += distance
    restingAt = scroller.scrollTop
    frame = framesLeft > 0 ? requestAnimationFrame(() => settle(framesLeft - 1)) : 0
    if (frame === 0) noteProgress()
  }

  /** A picture that comes while the text is being put in its place moves it once more; later the browser itself holds it. */
  function onLoad(): void {
    if (frame !== 0) hold()
  }

  function release(): void {
    cancelAnimationFrame(frame)
    frame = 0
  }

  function onScroll(): void {
    const isOurs = frame !== 0 || Math.abs(scroller.scrollTop - restingAt) < 1
    if (isOurs) return
    restingAt = scroller.scrollTop
    place = placeAtEye(scroller, map)
    position = scroller.scrollTop < 1 ? 0 : offsetBelow(map, scroller.getBoundingClientRect().top)
    noteProgress()
  }

  function noteProgress(): void {
    const seen = offsetBelow(map, scroller.getBoundingClientRect().bottom)
    progress = Math.max(progress, map.text.length > 0 ? seen / map.text.length : 1)
    timer ??= setTimeout(flush, pauseMs)
  }

  function flush(): void {
    clearTimeout(timer)
    timer = undefined
    const change: Partial<Reading> = {}
    if (position !== saved.position) change.position = position
    if (progress !== saved.progress) change.progress = progress
    // Said once: who marks the article unread while its end is in view means it.
    if (progress === 1 && !isEndSaid) change.isRead = isEndSaid = true
    saved = { position, progress }
    if (Object.keys(change).length > 0) save(change)
  }

  const leaving = new AbortController()
  const options = { signal: leaving.signal, passive: true, capture: true }
  let width = scroller.clientWidth
  const resizes = new ResizeObserver(() => {
    if (scroller.clientWidth !== width) hold()
    width = scroller.clientWidth
  })
  resizes.observe(scroller)
  scroller.addEventListener('scroll', onScroll, options)
  scroller.addEventListener('load', onLoad, options)
  for (const kind of ['wheel', 'pointerdown', 'keydown']) window.addEventListener(kind, release, options)
  document.fonts.addEventListener('loadingdone', hold, options)
  document.addEventListener('visibilitychange', flush, options)
  // Not `pagehide`: what is sent then no longer reaches the main process (Electron 33, tried).
  window.addEventListener('beforeunload', flush, options)
  hold()

  return {
    hold,
    stop() {
      release()
      flush()
      resizes.disconnect()
      leaving.abort()
    },
  }
}

function placeAtEye(scroller: HTMLElement, map: TextMap): Place | null {
  if (scroller.scrollTop < 1) return null
  const { top, height } = scroller.getBoundingClientRect()
  const offset = Math.min(offsetBelow(map, top + height * eyeShare), map.text.length - 1)
  const box = boxAt(map, offset)
  return box && { offset, y: box.top - top }
}

/** How far to scroll so that the place is where it was. */
function distanceTo(scroller: HTMLElement, map: TextMap, place: Place): number {
  const box = boxAt(map, place.offset)
  return box ? box.top - scroller.getBoundingClientRect().top - place.y : 0
}
