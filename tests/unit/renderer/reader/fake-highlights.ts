import { vi } from 'vitest'
import { offsetFrom, type TextMap } from '../../../../renderer/reader/dom-span.ts'

/** Stands in for the browser's, which happy-dom has not. */
export class FakeHighlight extends Set<StaticRange> {
  priority = 0
}

/** The rules written so far; as in the window, one sheet serves for all articles. */
export const rules: string[] = []

class FakeSheet {
  insertRule(rule: string): void {
    rules.push(rule)
  }
}

class FakeStaticRange {
  constructor(init: StaticRangeInit) {
    Object.assign(this, init)
  }
}

/** What is painted, by layer. */
export const painted = new Map<string, FakeHighlight>()

vi.stubGlobal('Highlight', FakeHighlight)
vi.stubGlobal('CSSStyleSheet', FakeSheet)
vi.stubGlobal('StaticRange', FakeStaticRange)
vi.stubGlobal('CSS', { highlights: painted })
Object.defineProperty(document, 'adoptedStyleSheets', { value: [], configurable: true })

/** The words that are painted in a layer, in the order in which they came there. */
export function wordsIn(map: TextMap, layer: string): string[] {
  return [...(painted.get(layer) ?? [])].map(({ startContainer, startOffset, endContainer, endOffset }) => {
    const start = offsetFrom(map, startContainer, startOffset) ?? 0
    return map.text.slice(start, offsetFrom(map, endContainer, endOffset) ?? map.text.length)
  })
}
