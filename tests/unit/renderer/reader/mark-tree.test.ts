import { describe, expect, test } from 'vitest'
import { byStart, markTree, marksBySpan, type Piece } from '../../../../renderer/reader/mark-tree.ts'

const text = 'Tides will rise by noon'
type Mark = { kind: string; span: { start: number; end: number } }

function mark(kind: string, words: string): Mark {
  const start = text.indexOf(words)
  return { kind, span: { start, end: start + words.length } }
}

function shown(pieces: Piece<Mark>[]): string {
  return pieces
    .map((piece) =>
      piece.kind === 'words'
        ? text.slice(piece.span.start, piece.span.end)
        : `<${piece.mark.kind}>${shown(piece.pieces)}</${piece.mark.kind}>`,
    )
    .join('')
}

function set(...marks: Mark[]): string {
  return shown(markTree({ start: 0, end: text.length }, marks.toSorted(byStart)))
}

describe('marks become elements that nest', () => {
  test('a text without marks is its words', () => {
    expect(set()).toBe(text)
  })

  test('a mark within a mark lies in it, whichever was given first', () => {
    const nested = 'Tides <strong>will <em>rise</em></strong> by noon'
    expect(set(mark('em', 'rise'), mark('strong', 'will rise'))).toBe(nested)
    expect(set(mark('strong', 'will rise'), mark('em', 'rise'))).toBe(nested)
  })

  test('of two marks that cross, the later one is cut, and no word is lost or said twice', () => {
    expect(set(mark('em', 'will rise'), mark('strong', 'rise by'))).toBe(
      'Tides <em>will <strong>rise</strong></em><strong> by</strong> noon',
    )
  })

  test('three marks that cross in a chain are each shown to their end', () => {
    expect(set(mark('em', 'Tides will'), mark('strong', 'will rise'), mark('code', 'rise by'))).toBe(
      '<em>Tides <strong>will</strong></em><strong> <code>rise</code></strong><code> by</code> noon',
    )
  })

  test('a mark within one of its kind is left out, so a link never lies in a link', () => {
    expect(set(mark('link', 'will rise by'), mark('link', 'rise'))).toBe(
      'Tides <link>will rise by</link> noon',
    )
  })

  test('a mark that reaches beyond the stretch is cut at its limits', () => {
    const pieces = markTree({ start: 6, end: 10 }, [mark('em', 'Tides will rise')])
    expect(shown(pieces)).toBe('<em>will</em>')
  })

  test('ten thousand marks in each other are no deeper than their kinds', () => {
    const marks = Array.from({ length: 10_000 }, () => mark('em', 'rise'))
    expect(set(...marks)).toBe('Tides will <em>rise</em> by noon')
  })
})

test('each stretch is given the marks that touch it, those that began before it included', () => {
  const [first, second] = marksBySpan(
    [
      { start: 0, end: 10 },
      { start: 11, end: 23 },
    ],
    [mark('em', 'will rise'), mark('strong', 'noon'), mark('code', 'Tides')],
  )
  expect(first?.map(({ kind }) => kind)).toEqual(['code', 'em'])
  expect(second?.map(({ kind }) => kind)).toEqual(['em', 'strong'])
})
