import { describe, expect, it, test } from 'vitest'
import { withFormulas, withoutFormulas } from '../../../../src/importers/epub/formulas.ts'
import type { Picture } from '../../../../src/importers/entry.ts'
import { parseXml } from '../../../../src/markup/xml.ts'
import { cpuMsUntil } from '../../cpu-ms.ts'
import { blocksOf } from '../agency/agency-files.ts'
import { entriesOf, listingOf, opf, page } from './made-epub.ts'

const svg = (inner: string, attributes = 'viewBox="0 0 400 300"'): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inner}</svg>`
const line = '<path d="M0 0L9 9"/>'

function book(body: string, attributes = '') {
  return {
    'OPS/book.opf': opf({ metadata: '<dc:title>Tides</dc:title>', files: ['a.xhtml'], spine: ['a.xhtml'] }),
    'OPS/a.xhtml': page(`<p>The wall was drawn twice.</p>${body}`, attributes),
  }
}

/** The blocks of a chapter, and the pictures that come with it. */
async function chapter(
  body: string,
  attributes = '',
): Promise<{ blocks: object[]; pictures: Picture[]; text: string }> {
  const files = book(body, attributes)
  const [item] = (await listingOf(files)).items
  const [entry] = await entriesOf(files)
  const { blocks, text } = entry!.draft.content
  return { blocks, text, pictures: await item!.pictures!() }
}

function fileOf({ bytes }: Picture): string {
  return new TextDecoder().decode(bytes)
}

describe('a drawing in a page', () => {
  it('is a picture of its own, with its caption and what it is called', async () => {
    const { blocks, pictures, text } = await chapter(
      `<figure>${svg(`<title>The wall</title><desc>Seen from the quay</desc>${line}`)}<figcaption>Plate 1</figcaption></figure>`,
    )
    expect(pictures.map(({ name }) => name)).toEqual([expect.stringMatching(/^[0-9a-f]{64}\.svg$/)])
    expect(blocks).toMatchObject([
      { kind: 'paragraph' },
      { kind: 'figure', file: pictures[0]!.name, url: null, alt: 'The wall. Seen from the quay' },
    ])
    expect(text).toContain('Plate 1')
  })

  it('is a file that an XML parser takes, with its size, names in capitals and white paper', async () => {
    const { pictures } = await chapter(
      `<div>${svg(
        `<defs><linearGradient id="g"/><clipPath id="c"/></defs><rect width="5" style="fill:url(#g)"/><text>5 &lt; 7 &amp; 9</text><use xlink:href="#c"/>`,
        'viewBox="0 0 400 300" width="100%" xmlns:xlink="http://www.w3.org/1999/xlink" inkscape:version="1"',
      )}</div>`,
    )
    const file = fileOf(pictures[0]!)
    const root = parseXml(file)
    expect(Object.fromEntries(root!.attributes)).toMatchObject({
      xmlns: 'http://www.w3.org/2000/svg',
      width: '400',
      height: '300',
      style: expect.stringContaining('background:#fff'),
    })
    for (const part of ['<linearGradient id="g">', '<clipPath', 'xlink:href="#c"', '5 &lt; 7 &amp; 9'])
      expect(file).toContain(part)
    expect(file).not.toContain('inkscape')
  })

  it('brings nothing that runs, and nothing from elsewhere', async () => {
    const { pictures } = await chapter(
      `<div>${svg(
        `<script>alert(1)</script><foreignObject><p>words</p></foreignObject><use href="https://far.example/x.svg#a"/><a href="javascript:alert(1)">${line}</a><rect onclick="alert(1)" onload="alert(1)"/><animate attributeName="href"/>`,
        'viewBox="0 0 4 3" onload="alert(1)" xmlns:xlink="http://www.w3.org/1999/xlink"',
      )}</div>`,
    )
    const file = fileOf(pictures[0]!)
    expect(file).toContain('<path')
    expect(file).not.toMatch(/alert|script|far\.example|foreign|animate|onload/i)
  })

  it('is called by the words written in it, where it has no other name', async () => {
    const { blocks } = await chapter(`<div>${svg(`${line}<text>North</text><text>South</text>`)}</div>`)
    expect(blocks.at(-1)).toMatchObject({ kind: 'figure', alt: 'North South' })
  })

  it('is a word where it stands among words', async () => {
    const { blocks, pictures, text } = await chapter(
      `<p>Let ${svg(`<title>x squared</title>${line}`)} be small.</p><p>Or ${svg(`${line}<text>y</text>`)}.</p>`,
    )
    expect(pictures).toEqual([])
    expect(blocks).toHaveLength(3)
    expect(text).toContain('Let x squared be small.')
    expect(text).toContain('Or y .')
  })

  it('that is hidden, empty or as small as an icon is none', async () => {
    const { blocks } = await chapter(
      `<div>${svg(line, 'aria-hidden="true"')}</div><div>${svg('')}</div><div>${svg(line, 'width="16" height="16"')}</div>`,
    )
    expect(blocks).toHaveLength(1)
  })
})

describe('formulas', () => {
  const formula = (prefix: string): string =>
    `<${prefix}mfrac><${prefix}mn>1</${prefix}mn><${prefix}mn>2</${prefix}mn></${prefix}mfrac>`

  it('are read in one line, whatever prefix their names have', async () => {
    const namespace = ' xmlns:m="http://www.w3.org/1998/Math/MathML"'
    const [entry] = await entriesOf(
      book(
        `<p>So <math>${formula('')}</math> holds.</p><p>And <m:math>${formula('m:')}</m:math> too.</p>`,
        namespace,
      ),
    )
    expect(blocksOf(entry!.draft.content).slice(1)).toEqual([
      'paragraph: So 1/2 holds.',
      'paragraph: And 1/2 too.',
    ])
  })

  it('are kept whole in the source of their chapter', async () => {
    const { items } = await listingOf(book(`<p>So <math display="inline">${formula('')}</math> holds.</p>`))
    expect(JSON.stringify(items[0]!.record)).toContain('<math display=\\"inline\\"><mfrac><mn>1</mn>')
  })

  test.each([
    '<p>a <math><mi>x</mi></math> b <math alttext="y"><mi>y</mi></math></p>',
    '<p>a <math><mi>x</mi> <p>never closed',
    '<p><math><annotation-xml><math><mi>x</mi></math></annotation-xml></math></p>',
    '<p><mathematics>no</mathematics> <math>a < b</math></p>',
  ])('put aside and back leave the page as it was: %s', (html) => {
    const aside = withoutFormulas(html)
    expect(withFormulas(aside.html, aside.formulas)).toBe(html)
  })

  test('ten thousand of them are listed in well under a second', async () => {
    const long = `<math><mrow>${formula('').repeat(5)}</mrow></math>`
    const files = book(`<p>So ${long} holds.</p>`.repeat(10_000))
    // Some 0.3 s; with each of their elements it was six.
    expect(await cpuMsUntil(() => listingOf(files))).toBeLessThan(2500)
  })

  test.each([
    ['openings', '<math '.repeat(300_000)],
    ['signs', `<math>${'<'.repeat(300_000)}</math>`],
  ])('%s without end are put aside in time', async (_, html) => {
    expect(await cpuMsUntil(async () => withoutFormulas(html))).toBeLessThan(2000)
  })
})
