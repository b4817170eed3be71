import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Element, Node } from '../../../src/markup/tree.ts'
import { localName, parseXml, withoutPrefixes } from '../../../src/markup/xml.ts'

const laughs = `<!DOCTYPE a [
  <!ENTITY a "ha">
  ${Array.from({ length: 9 }, (_, level) => `<!ENTITY b${level} "${`&${level === 0 ? 'a' : `b${level - 1}`};`.repeat(10)}">`).join('\n')}
]><a>&b8;</a>`

describe('reading XML', () => {
  it('gives elements, attributes and texts in their order, with prefixes as they are', () => {
    expect(
      parseXml('<?xml version="1.0"?>\n<a x="1" n:y=\'2\'>one<n:b/>two<!-- no --><?no no?></a>'),
    ).toEqual({
      kind: 'element',
      name: 'a',
      attributes: new Map([
        ['x', '1'],
        ['n:y', '2'],
      ]),
      children: [
        { kind: 'text', text: 'one' },
        { kind: 'element', name: 'n:b', attributes: new Map(), children: [] },
        { kind: 'text', text: 'two' },
      ],
    })
  })

  it('keeps white space and numbers as they are written', () => {
    expect(textOf(parseXml('<a> 007 <b>1e3</b>\n</a>'))).toBe(' 007 1e3\n')
  })

  it('takes the prefixes of names away where they are in the way', () => {
    expect(localName(parseXml('<n:a/>')!)).toBe('a')
    const root = withoutPrefixes(parseXml('<n:a xml:lang="fa"><b/><m:c>tide</m:c></n:a>')!)
    expect(root.name).toBe('a')
    expect([...root.attributes]).toEqual([['xml:lang', 'fa']])
    expect(root.children).toMatchObject([{ name: 'b' }, { name: 'c', children: [{ text: 'tide' }] }])
  })

  it('takes CDATA for text in which nothing is a reference', () => {
    expect(textOf(parseXml('<a>1 <![CDATA[<p>&amp;</p>]]><![CDATA[]]> 2</a>'))).toBe('1 <p>&amp;</p> 2')
  })

  it('knows the references of XML, of HTML, by number, and those that the document declares', () => {
    const document =
      '<!DOCTYPE a [<!ENTITY firm "Harbour &#38; Sons">]><a t="&quot;&firm;">&lt;&amp;&eacute;&#8211;&#x2014;&firm;</a>'
    expect(textOf(parseXml(document))).toBe('<&é–—Harbour & Sons')
    expect(parseXml(document)?.attributes.get('t')).toBe('"Harbour & Sons')
  })

  it('leaves a reference that nobody knows as it is written', () => {
    expect(textOf(parseXml('<a>&nothing; &mystery;</a>'))).toBe('&nothing; &mystery;')
  })

  it('reads documents whose type is declared elsewhere, in the ways newspapers write it', () => {
    for (const type of [
      '<!DOCTYPE nitf SYSTEM "http://www.example.org/nitf.dtd">',
      '<!DOCTYPE nitf PUBLIC "-//IPTC//DTD NITF 3.5//EN" "nitf-3-5.dtd">',
      '<!DOCTYPE NewsML SYSTEM "NewsML.dtd" [<!ENTITY % nitf SYSTEM "nitf.dtd"> %nitf; <!-- it\'s ] > -->]>',
      '<!DOCTYPE a [<!ELEMENT a (#PCDATA)><!ATTLIST a b CDATA "]>">]>',
    ]) {
      expect(textOf(parseXml(`<?xml version="1.0"?><!-- <a> -->${type}<a>tide</a>`))).toBe('tide')
    }
  })

  it('loads nothing for a reference to a file', () => {
    expect(textOf(parseXml('<!DOCTYPE a [<!ENTITY f SYSTEM "file:///etc/passwd">]><a>&f;</a>'))).toBe('&f;')
  })

  it.each([
    ['no markup', 'tide'],
    ['nothing', ''],
    ['a cut file', '<a><b>tide</b'],
    ['an element without an end', '<a><b>tide</a>'],
    ['two roots', '<a/><b/>'],
    ['HTML', '<!doctype html><p>One<p>Two'],
    ['a type without an end', '<!DOCTYPE a [<!ENTITY b "c"><a>tide</a>'],
  ])('answers null for %s', (_, text) => {
    expect(parseXml(text)).toBeNull()
  })

  it('reads what is 256 elements deep, and nothing deeper', () => {
    const nested = (depth: number): string => '<a>'.repeat(depth) + 'tide' + '</a>'.repeat(depth)
    expect(textOf(parseXml(nested(256)))).toBe('tide')
    expect(parseXml(nested(258))).toBeNull()
    expect(parseXml('<a>'.repeat(1_000_000))).toBeNull()
  })

  it('multiplies nothing for declarations that stand for others', () => {
    expect(textOf(parseXml(laughs))).toBe('&b8;')
    const long = `<!DOCTYPE a [<!ENTITY b "${'ha'.repeat(5000)}">]><a>${'&b;'.repeat(50)}</a>`
    expect(textOf(parseXml(long))).toBe('&b;'.repeat(50))
  })

  it.each([
    ['opened comments', '<!--'],
    ['opened types', '<!DOCTYPE a ['],
    ['opened instructions', '<?a '],
    ['opened CDATA', '<a><![CDATA['],
    ['angle brackets', '<'],
    ['quotation marks', '<a "'],
  ])('gives up on a heap of %s', (_, piece) => {
    expect(parseXml(piece.repeat(100_000))).toBeNull()
    expect(parseXml(`<!DOCTYPE a [${piece.repeat(100_000)}`)).toBeNull()
  })

  it('gives back any text that was escaped', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (written) => {
        const text = written.replace(/[\0-\x08\x0b-\x1f\ufffe\uffff]/g, '')
        const escaped = text.replace(/[&<>]/g, (mark) => `&#${mark.charCodeAt(0)};`)
        expect(textOf(parseXml(`<a>${escaped}</a>`))).toBe(text)
      }),
    )
  })

  it('never throws', () => {
    const piece = fc.constantFrom(
      '<a',
      '>',
      '</a>',
      '<!DOCTYPE a ',
      '[',
      ']',
      '<!--',
      '-->',
      '&b;',
      '"',
      '<![CDATA[',
      ']]>',
      'x',
      '<__proto__>',
      '=',
    )
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        expect(() => parseXml(pieces.join(''))).not.toThrow()
      }),
    )
  })
})

function textOf(root: Element | null): string | null {
  const read = (node: Node): string => (node.kind === 'text' ? node.text : node.children.map(read).join(''))
  return root === null ? null : read(root)
}
