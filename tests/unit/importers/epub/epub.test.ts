import { describe, expect, it } from 'vitest'
import { epub } from '../../../../src/importers/epub/epub.ts'
import { now } from '../samples/sample.ts'
import { blocksOf, entriesOf, listed, listingOf, nav, opf, page, type Files } from './made-epub.ts'

const metadata = `<dc:identifier id="id">urn:isbn:9780000000001</dc:identifier><dc:title>The Harbour Book</dc:title>
  <dc:creator id="c1">Mara Ellison</dc:creator><dc:creator id="c2">Jo Reed</dc:creator><dc:creator id="c3">Ann Lee</dc:creator>
  <meta refines="#c3" property="role">trl</meta><dc:language>en-GB</dc:language><dc:date>2026-01-05</dc:date>
  <dc:publisher>Quay Press</dc:publisher><dc:subject>Harbours</dc:subject>`

const book: Files = {
  'OPS/book.opf': opf({
    metadata,
    files: ['nav.xhtml', 'cover.xhtml', 'one.xhtml', 'two.xhtml'],
    spine: ['cover.xhtml', 'nav.xhtml', 'one.xhtml', 'two.xhtml'],
  }),
  'OPS/nav.xhtml': nav('<li><a href="one.xhtml">Of Boats</a></li><li><a href="two.xhtml">Of Lamps</a></li>'),
  'OPS/cover.xhtml': page('<svg xmlns="http://www.w3.org/2000/svg"><image href="cover.png"/></svg>'),
  'OPS/one.xhtml': page('<h1>One</h1><p>The harbour was empty.</p>'),
  'OPS/two.xhtml': page('<p>A lamp burned.</p>'),
}

describe('a book in EPUB 3', () => {
  it('is one article for each chapter, in the order of its spine and with the names of its table of contents', async () => {
    const { items, skipped, unplaced } = await listingOf(book)
    expect(items.map(({ key, title }) => [key, title])).toEqual([
      ['urn:isbn:9780000000001#OPS/one.xhtml', 'Of Boats'],
      ['urn:isbn:9780000000001#OPS/two.xhtml', 'Of Lamps'],
    ])
    expect(skipped).toEqual([
      { where: 'cover.xhtml', reason: 'nothing' },
      { where: 'nav.xhtml', reason: 'nothing' },
    ])
    expect(unplaced).toEqual(['publisher', 'subject'])
  })

  it('gives each chapter its authors without the translators, its date, its language and its place in the book', async () => {
    const [, second] = await entriesOf(book)
    expect(second!.draft.facts).toMatchObject({
      title: 'Of Lamps',
      byline: 'Mara Ellison, Jo Reed',
      published: '2026-01-05',
      language: 'en-GB',
    })
    expect(second!.draft.part).toEqual({ of: 'The Harbour Book', number: 2, total: 2 })
    expect(blocksOf(second!.draft.content)).toEqual(['paragraph: A lamp burned.'])
  })

  it('keeps what it says of itself with each chapter, publisher and subjects too', async () => {
    const [first] = (await listingOf(book)).items
    expect(first!.record).toMatchObject({
      book: { publisher: 'Quay Press', more: { subject: ['Harbours'] } },
      chapter: { number: 1, total: 2, title: 'Of Boats', href: 'OPS/one.xhtml' },
    })
  })

  it('is cut where its table of contents leads to several places of one file', async () => {
    const files = {
      'OPS/book.opf': opf({ metadata, files: ['nav.xhtml', 'all.xhtml'], spine: ['all.xhtml'] }),
      'OPS/nav.xhtml': nav(
        '<li><a href="all.xhtml#a">Boats</a><ol><li><a href="all.xhtml#a2">Small ones</a></li></ol></li><li><span><a href="all.xhtml#b">Lamps</a></span></li>',
      ),
      'OPS/all.xhtml': page(
        '<p>To the reader.</p><section><h2 id="a">Boats</h2><p>They came.</p><p id="a2">One sank.</p><div id="b"><h2>Lamps</h2></div><p>They burned.</p></section>',
      ),
    }
    const entries = await entriesOf(files)
    expect(entries.map(({ draft }) => [draft.facts.title, ...blocksOf(draft.content)])).toEqual([
      ['Chapter 1', 'paragraph: To the reader.'],
      ['Boats', 'paragraph: They came.', 'paragraph: One sank.'],
      ['Lamps', 'paragraph: They burned.'],
    ])
    // The headline is shown above the text, and is not lost from what stands around it.
    expect(entries.map(({ draft }) => draft.content.furniture.map(({ part, text }) => [part, text]))).toEqual(
      [[], [['headline', 'Boats']], [['headline', 'Lamps']]],
    )
  })

  it('has its footnotes with the text, wherever in the book they stand', async () => {
    const ref = (href: string, sign: string): string => `<a epub:type="noteref" href="${href}">${sign}</a>`
    const files = {
      'OPS/book.opf': opf({
        metadata,
        files: ['one.xhtml', 'notes.xhtml'],
        spine: ['one.xhtml', 'notes.xhtml'],
      }),
      'OPS/one.xhtml': page(
        `<p>It was empty${ref('#n1', '1')} and dark${ref('notes.xhtml#n2', '2')}.</p><aside epub:type="footnote" id="n1"><p>So they say.</p></aside>`,
      ),
      'OPS/notes.xhtml': page('<div epub:type="endnotes"><p id="n2">Until the lamp was lit.</p></div>'),
    }
    const [first, notes] = await entriesOf(files)
    expect(blocksOf(first!.draft.content)).toEqual([
      'paragraph: It was empty1 and dark2.',
      'footnote: So they say.',
      'footnote: Until the lamp was lit.',
    ])
    expect(first!.draft.content.marks.filter((mark) => mark.kind === 'footnoteReference')).toHaveLength(2)
    expect(notes!.draft.content.text).toBe('Until the lamp was lit.')
  })

  it('has the pictures of its chapters, each with the chapter it is in, and loads none from elsewhere', async () => {
    const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3])
    const files = {
      'OPS/book.opf': opf({
        metadata,
        files: ['text/one.xhtml', 'text/two.xhtml'],
        spine: ['text/one.xhtml', 'text/two.xhtml'],
      }),
      'OPS/text/one.xhtml': page(
        '<p>See:</p><img src="../Images/The%20lamp.png" alt="A lamp"/><img src="https://tracker.example/far.png" alt="Far"/>',
      ),
      'OPS/text/two.xhtml': page('<p>No picture here.</p><img src="none.png"/>'),
      'OPS/images/the lamp.png': png,
    }
    const { items } = await listingOf(files)
    const [pictures, none] = await Promise.all(items.map((item) => item.pictures!()))
    expect(pictures).toEqual([{ name: expect.stringMatching(/^[0-9a-f]{64}\.png$/), bytes: png }])
    expect(none).toEqual([])
    const [first, second] = await entriesOf(files)
    expect(first!.draft.content.blocks.filter((block) => block.kind === 'figure')).toEqual([
      expect.objectContaining({ file: pictures![0]!.name, url: null, alt: 'A lamp' }),
      expect.objectContaining({ file: null, url: 'https://tracker.example/far.png', alt: 'Far' }),
    ])
    expect(second!.draft.content.blocks).toHaveLength(1)
  })

  it('may be read from right to left', async () => {
    const files = {
      'OPS/book.opf': opf({
        metadata: '<dc:title>كتاب الميناء</dc:title><dc:language>ar</dc:language>',
        files: ['one.xhtml'],
        spine: ['one.xhtml'],
        spineMore: ' page-progression-direction="rtl"',
      }),
      'OPS/one.xhtml': page('<p>كان الميناء فارغا عند الفجر</p>', ' dir="rtl" lang="ar"'),
    }
    const [entry] = await entriesOf(files)
    expect(entry!.draft).toMatchObject({
      direction: 'rtl',
      facts: { language: 'ar', byline: null },
      part: { of: 'كتاب الميناء' },
    })
  })
})

describe('a book in EPUB 2', () => {
  it('has its table of contents in an NCX, its roles in attributes, and its fonts made unfit without being locked', async () => {
    const files = {
      'OPS/book.opf': opf({
        metadata:
          '<dc:title>Old Book</dc:title><dc:creator opf:role="edt">Jo Reed</dc:creator><dc:creator opf:role="aut">Mara Ellison</dc:creator><dc:date opf:event="modification">2026-02-02</dc:date><dc:date opf:event="publication">1987-03-04</dc:date>',
        files: ['toc.ncx', 'one.html', 'contents.html'],
        spine: ['contents.html', 'one.html'],
        spineMore: ' toc="toc.ncx"',
        more: '<guide><reference type="toc" href="contents.html"/></guide>',
      }),
      'OPS/toc.ncx':
        '<?xml version="1.0"?><ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap><navPoint id="p"><navLabel><text>First things</text></navLabel><content src="one.html"/></navPoint></navMap></ncx>',
      'OPS/contents.html': page('<p>Contents</p>'),
      'OPS/one.html': page('<p>The harbour was empty.</p>'),
      'META-INF/encryption.xml': encryption('http://www.idpf.org/2008/embedding', 'OPS/font.otf'),
    }
    const [entry, ...others] = await entriesOf(files)
    expect(others).toEqual([])
    expect(entry!.draft.facts).toMatchObject({
      title: 'First things',
      byline: 'Mara Ellison',
      published: '1987-03-04',
    })
  })
})

describe('a book that is not as it should be', () => {
  it('says that it is locked where its chapters are encrypted', async () => {
    const lock = encryption('http://www.w3.org/2001/04/xmlenc#aes128-cbc', 'OPS/one.xhtml')
    expect(await listed({ ...book, 'META-INF/encryption.xml': lock })).toBe('file-locked')
  })

  it('says what it lacks: a package file, or chapters in it', async () => {
    expect(await listed({})).toBe('format-broken')
    expect(await listed({ 'OPS/book.opf': 'no XML at all' })).toBe('format-broken')
    expect(await listed({ 'OPS/book.opf': opf({ metadata }) })).toBe('format-broken')
  })

  it('comes in without the chapters that are not there, and with those that no XML parser takes', async () => {
    const { 'OPS/one.xhtml': _, ...rest } = book
    const broken = page(
      '<h1>Two</h1><p>A lamp & a boat<br>burned <i>all night</p><script src="x.js"/><p>Then <![CDATA[it went <out>]]></p>',
    )
    const { items, skipped } = await listingOf({ ...rest, 'OPS/two.xhtml': broken })
    expect(skipped).toContainEqual({ where: 'one.xhtml', reason: 'damaged' })
    const entry = await epub.read(items[0]!.record, now)
    expect(entry.ok && blocksOf(entry.value.draft.content)).toEqual([
      'heading: Two',
      'paragraph: A lamp & a boat\nburned all night',
      'paragraph: Then it went <out>',
    ])
  })

  it('reads a package file that no XML parser takes', async () => {
    const broken = opf({
      metadata: '<dc:title>Boats & Lamps</dc:title>',
      files: ['one.xhtml'],
      spine: ['one.xhtml'],
    })
    const [entry] = await entriesOf({ ...book, 'OPS/book.opf': broken })
    expect(entry!.draft.part).toEqual({ of: 'Boats & Lamps', number: 1, total: 1 })
  })

  it('reads a chapter once that stands in its spine many times, and no file outside of the book', async () => {
    const files = ['one.xhtml', '../../../etc/passwd']
    const spine = ['one.xhtml', 'one.xhtml', '../../../etc/passwd', 'nowhere']
    const { items, skipped } = await listingOf({ ...book, 'OPS/book.opf': opf({ metadata, files, spine }) })
    expect(items).toHaveLength(1)
    expect(skipped).toEqual([
      { where: 'one.xhtml', reason: 'repeated' },
      { where: '../../../etc/passwd', reason: 'damaged' },
      { where: 'nowhere', reason: 'damaged' },
    ])
  })

  it('runs nothing and follows nothing: scripts and links within the book are no part of the text', async () => {
    const chapter = page(
      '<p onclick="steal()">See <a href="two.xhtml">below</a>, <a href="javascript:steal()">here</a> and <a href="https://lund.example/">there</a>.</p><script>steal()</script>',
    )
    const [entry] = await entriesOf({ ...book, 'OPS/one.xhtml': chapter })
    const { text, marks } = entry!.draft.content
    expect(text).toBe('See below, here and there.')
    expect(marks).toEqual([{ kind: 'link', span: { start: 20, end: 25 }, href: 'https://lund.example/' }])
  })

  it('has a thousand chapters, and a table of contents that leads to itself', async () => {
    const names = Array.from({ length: 1000 }, (_, i) => `c${i}.xhtml`)
    const chapters = Object.fromEntries(
      names.map((name, i) => [`OPS/${name}`, page(`<p>Chapter number ${i}.</p>`)]),
    )
    const { items } = await listingOf({
      ...chapters,
      'OPS/book.opf': opf({ metadata, files: [...names, 'nav.xhtml'], spine: names }),
      'OPS/nav.xhtml': nav(
        '<li><a href="nav.xhtml">This</a><ol><li><a href="nav.xhtml#x">And this</a></li></ol></li>',
      ),
    })
    expect(items).toHaveLength(1000)
    expect(items.at(-1)!.title).toBe('Chapter 1000')
  })

  it('refuses a record that is none of its own', async () => {
    expect(await epub.read({ html: '<p>Alone</p>' }, now)).toMatchObject({
      ok: false,
      error: { code: 'format-broken' },
    })
  })
})

function encryption(method: string, file: string): string {
  return `<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" xmlns:enc="http://www.w3.org/2001/04/xmlenc#">
    <enc:EncryptedData><enc:EncryptionMethod Algorithm="${method}"/>
    <enc:CipherData><enc:CipherReference URI="${file}"/></enc:CipherData></enc:EncryptedData></encryption>`
}
