// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest'
import {
  mapText,
  offsetFrom,
  rangeOfSpan,
  spanOfRange,
  type TextMap,
} from '../../../../renderer/reader/dom-span.ts'

const text = 'Tides will rise.\n\nNoon at last, said the warden.\n\none\n\ntwo'
const second = text.indexOf('Noon')

let map: TextMap

/** A paragraph, one with marks and a label that is no part of the text, and a table with a cell for each word. */
beforeEach(() => {
  document.body.innerHTML = `
    <h1 id="title">Tides</h1>
    <div id="text"><p data-start="0">Tides will rise.</p><hr><p data-start="${second}">Noon <em>at <strong>last</strong></em>, said the warden.</p><span id="label">Table</span><table><tr><td data-start="${text.indexOf('one')}">one</td><td data-start="${text.indexOf('two')}">two</td></tr></table></div>
    <p id="after">after</p>`
  map = mapText(document.querySelector('#text')!, text)
})

function node(selector: string): Node {
  return document.querySelector(selector)!
}

function selection(start: [Node, number], end: [Node, number]): string | null {
  const range = document.createRange()
  range.setStart(...start)
  range.setEnd(...end)
  const span = spanOfRange(map, range)
  return span && text.slice(span.start, span.end)
}

describe('a selection is the words it takes', () => {
  test('within one text node', () => {
    const words = node('p').firstChild!
    expect(selection([words, 6], [words, 10])).toBe('will')
  })

  test('from inside one mark to behind another', () => {
    expect(selection([node('em').firstChild!, 0], [node('em').nextSibling!, 6])).toBe('at last, said')
  })

  test('across paragraphs it holds the line feeds between them', () => {
    expect(selection([node('p').firstChild!, 11], [node('em').firstChild!, 2])).toBe('rise.\n\nNoon at')
  })

  test('across table cells', () => {
    expect(selection([node('td').firstChild!, 1], [node('td + td').firstChild!, 2])).toBe('ne\n\ntw')
  })

  test('a triple click, which ends before the next paragraph, takes the paragraph alone', () => {
    expect(selection([node('p'), 0], [node('hr + p'), 0])).toBe('Tides will rise.')
  })

  test('everything, headline and what follows the text included, takes the text', () => {
    expect(selection([node('#title').firstChild!, 0], [node('#after').firstChild!, 3])).toBe(text)
  })

  test('points between elements mean the words beside them', () => {
    expect(selection([node('em'), 1], [node('em'), 2])).toBe('last')
  })

  test('white space at its ends is left out', () => {
    const words = node('p').firstChild!
    expect(selection([words, 5], [words, 11])).toBe('will')
  })

  test('nothing but white space, nothing at all, or what stands outside the text is no selection', () => {
    const words = node('p').firstChild!
    expect(selection([words, 5], [words, 6])).toBeNull()
    expect(selection([words, 5], [words, 5])).toBeNull()
    expect(selection([node('#title').firstChild!, 0], [node('#title').firstChild!, 3])).toBeNull()
    expect(selection([node('#label').firstChild!, 0], [node('#label').firstChild!, 3])).toBeNull()
    expect(selection([node('#after').firstChild!, 0], [node('#after').firstChild!, 3])).toBeNull()
  })
})

describe('a span finds its words again', () => {
  test('every span of the text gives a range that is that span, but for white space at its ends', () => {
    for (let start = 0; start < text.length; start++) {
      for (let end = start + 1; end <= text.length; end++) {
        const words = text.slice(start, end)
        if (words.trim() !== words) continue
        const range = rangeOfSpan(map, { start, end })!
        expect(spanOfRange(map, range)).toEqual({ start, end })
      }
    }
  })

  test('a range begins with the words after it and ends with those before it, not in the node beside', () => {
    const at = text.indexOf('at ')
    const range = rangeOfSpan(map, { start: at, end: at + 3 })!
    expect(range.startContainer.parentElement?.tagName).toBe('EM')
    expect(range.endContainer.parentElement?.tagName).toBe('EM')
  })

  test('an article without text has no ranges', () => {
    const empty = document.createElement('div')
    expect(rangeOfSpan(mapText(empty, ''), { start: 0, end: 0 })).toBeNull()
  })
})

test('a letter and its accents are selected together', () => {
  document.body.innerHTML = `<div id="text"><p data-start="0">cafe\u0301 open</p></div>`
  map = mapText(document.querySelector('#text')!, 'cafe\u0301 open')
  const words = node('p').firstChild!
  const range = document.createRange()
  range.setStart(words, 0)
  range.setEnd(words, 4)
  expect(spanOfRange(map, range)).toEqual({ start: 0, end: 5 })
})

test('a point is the offset of the word at it or after it', () => {
  expect(offsetFrom(map, node('em').firstChild!, 1)).toBe(text.indexOf('at ') + 1)
  expect(offsetFrom(map, node('hr'), 0)).toBe(second)
  expect(offsetFrom(map, node('#after'), 0)).toBeNull()
})
