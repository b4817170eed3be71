import { describe, expect, it } from 'vitest'
import type { Entry } from '../../../../src/importers/entry.ts'
import { candidate, recognised } from '../samples/sample.ts'
import { mhtml } from '../../../../src/importers/saved-page/mhtml.ts'
import type { Result } from '../../../../src/errors.ts'

/** A dot of one colour, eight pixels wide. */
const png =
  'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEklEQVR4nGP4z8CAFWEXHbQSACj/P8Fu7N9hAAAAAElFTkSuQmCC'

const story = Array.from(
  { length: 6 },
  (_, index) =>
    `<p>On day ${index + 1} the pilots measured the tide at the old quay, and wrote it down in the same book.</p>`,
).join('\n')

const wholePage = `<html><meta charset=utf-8><body><article>${story}<img src="cid:one@blink" alt="A dot"><p>“Ebb” is a word.</p></article></html>`

/** With a line broken within a word, as all long lines are. */
function quotedPrintable(text: string): string {
  const signs = Array.from(new TextEncoder().encode(text), (byte) =>
    byte === 0x3d || byte > 0x7e ? `=${byte.toString(16).toUpperCase()}` : String.fromCharCode(byte),
  )
  return signs.join('').replace('a word', 'a wo=\r\nrd')
}

type Parts = { page?: string; fields?: string; picture?: string; end?: string }

function saved({ page, fields, picture, end }: Parts = {}): string {
  return [
    'From: <Saved by Blink>',
    fields ?? 'Snapshot-Content-Location: https://tides.example/log/quay',
    'Subject: =?utf-8?Q?The_quay_=E2=80=94_a_log?=',
    'Date: Mon, 5 Oct 2026 09:12:08 +0200',
    'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="--edge--"',
    '',
    '----edge--',
    'Content-Type: text/html',
    'Content-Transfer-Encoding: quoted-printable',
    'Content-Location: https://tides.example/log/quay',
    '',
    quotedPrintable(page ?? wholePage),
    picture ??
      `----edge--\r\nContent-Type: image/png\r\nContent-ID: <one@blink>\r\nContent-Transfer-Encoding: base64\r\nContent-Location: https://tides.example/dot.png\r\n\r\n${png}`,
    end ?? '----edge----\r\n',
  ].join('\r\n')
}

async function read(text: string): Promise<Result<Entry>> {
  return mhtml.read(await candidate('quay.mhtml', new TextEncoder().encode(text)))
}

async function entry(text: string): Promise<Entry> {
  const result = await read(text)
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

describe('a page saved as MHTML', () => {
  it('is known by its name and by its first lines', async () => {
    const bytes = new TextEncoder().encode(saved())
    expect(recognised(await candidate('quay.mht', bytes))).toBe('mhtml')
    expect(recognised(await candidate('quay', bytes))).toBe('mhtml')
    expect(
      recognised(
        await candidate('quay.eml', new TextEncoder().encode('From: a@b.example\nDate: x\n\nHello')),
      ),
    ).toBe('mail')
  })

  it('is the article of the page, with its address, title, and the time at which it was saved', async () => {
    const { draft, addedAt } = await entry(saved())
    expect(draft.url).toBe('https://tides.example/log/quay')
    expect(draft.facts.title).toBe('The quay — a log')
    expect(addedAt).toBe('2026-10-05T07:12:08.000Z')
    expect(draft.content.text).toMatch(/^On day 1 the pilots/)
    expect(draft.content.text).toContain('“Ebb” is a word.')
  })

  it('keeps the pictures that are seen in it, found by id or by address', async () => {
    const { draft, pictures } = await entry(saved())
    const figure = draft.content.blocks.find((block) => block.kind === 'figure')
    expect(figure).toMatchObject({ url: null, alt: 'A dot', file: pictures[0]?.name })
    expect(pictures).toHaveLength(1)
    const byAddress = await entry(
      saved({ page: `<article>${story}<img src="/dot.png">${story}</article></html>` }),
    )
    expect(byAddress.draft.content.blocks).toContainEqual(
      expect.objectContaining({
        kind: 'figure',
        url: 'https://tides.example/dot.png',
        file: pictures[0]?.name,
      }),
    )
    expect((await entry(saved({ page: `<article>${story}</article></html>` }))).pictures).toEqual([])
  })

  it('has no address where it was a file', async () => {
    const { draft } = await entry(
      saved({ fields: 'Snapshot-Content-Location: file:///tmp/quay.html' }).replaceAll(
        'https://tides',
        'file://tides',
      ),
    )
    expect(draft.url).toBeNull()
  })

  it('is read as far as it goes where only its end is missing', async () => {
    expect((await entry(saved({ end: '' }))).draft.content.text).toMatch(/^On day 1/)
    expect((await entry(saved({ picture: '', end: '' }))).draft.content.text).toMatch(/^On day 1/)
  })

  it('is refused where the page itself breaks off', async () => {
    const text = saved()
    expect(await read(text.slice(0, text.indexOf('On day 4')))).toMatchObject({
      ok: false,
      error: { code: 'format-broken' },
    })
  })

  it('is refused where there is no page in it', async () => {
    const text = saved().replace('Content-Type: text/html', 'Content-Type: text/css')
    expect(await read(text)).toMatchObject({ ok: false, error: { code: 'format-broken' } })
  })

  it('ends in an answer wherever it is cut', async () => {
    const text = saved()
    for (let end = 1; end < text.length; end += 97) {
      const result = await read(text.slice(0, end))
      expect(result.ok || ['format-broken', 'text-missing', 'file-empty'].includes(result.error.code)).toBe(
        true,
      )
    }
  })
})
