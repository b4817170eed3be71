import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { Entry } from '../../../../src/importers/entry.ts'
import { checkContent, imported, now } from '../drafts.ts'
import { blocksOf, linesOf } from '../agency/agency-files.ts'

const newsletter = fileURLToPath(
  new URL('../../../fixtures/imports/eml/made-newsletter.eml', import.meta.url),
)

async function mail(text: string | Uint8Array, name = 'a.eml'): Promise<Entry> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  const entry = await imported({ name, bytes, modified: null, now })
  if (!entry.ok) throw new Error(JSON.stringify(entry.error))
  checkContent(entry.value.draft)
  return entry.value
}

const fields =
  'From: Mara Ellison <mara@example.org>\nSubject: Tides\nDate: Mon, 05 Oct 2026 23:30:00 -0700\n'
const html = (body: string): string =>
  `${fields}Content-Type: text/html; charset=utf-8\n\n<html><body>${body}</body></html>\n`
const plain = (body: string): string => `${fields}Content-Type: text/plain; charset=utf-8\n\n${body}\n`

describe('an e-mail', () => {
  it('is a newsletter with its facts, its picture and the address of the issue', async () => {
    const { draft, pictures } = await mail(new Uint8Array(readFileSync(newsletter)))
    expect(draft).toMatchObject({
      importer: 'mail',
      url: 'https://example.com/issue/12',
      bylineIsGuessed: true,
    })
    expect(draft.facts).toMatchObject({
      title: 'Tides — issue 12',
      byline: 'Dev Sample — Mara Ellison',
      published: '2026-10-05',
      language: 'en',
    })
    expect(pictures.map(({ name }) => name.slice(-4))).toEqual(['.gif'])
    expect(draft.content.blocks.filter(({ kind }) => kind === 'figure')).toMatchObject([
      { url: null, file: pictures[0]!.name },
    ])
  })

  it('leaves out the hidden words and the tracker, and keeps the redirect as it is', async () => {
    const { content } = (await mail(new Uint8Array(readFileSync(newsletter)))).draft
    expect(content.text).not.toContain('Preheader')
    expect(content.text).toContain('Café')
    expect(JSON.stringify(content)).not.toContain('track.example.com')
    expect(content.marks).toMatchObject([
      { kind: 'link', href: 'https://example.com/r?u=https%3A%2F%2Fexample.org%2Fa&utm_source=nl' },
    ])
    expect(linesOf(content, 'before')).toEqual(['note: View online'])
    expect(linesOf(content, 'after')).toEqual(['note: You get this because… Unsubscribe'])
  })

  it('is of the day it was where it was sent', async () => {
    expect((await mail(plain('The gates closed.'))).draft.facts.published).toBe('2026-10-05')
  })

  it('undoes the ends of lines in plain text, and calls no line of a letter a headline', async () => {
    const { content } = (
      await mail(
        plain(
          'In this letter\n\nthe gates closed at six in the morning, and nobody in the whole of\nthe town looked up, which surprised the keeper of the gates more than\nanything.',
        ),
      )
    ).draft
    expect(blocksOf(content)).toEqual([
      'paragraph: In this letter',
      'paragraph: the gates closed at six in the morning, and nobody in the whole of the town looked up, which surprised the keeper of the gates more than anything.',
    ])
  })

  it('reads copy of a wire that came by mail', async () => {
    const { draft } = await mail(
      plain(
        'Harbour town closes its gates\n\nBy Jo Reed\n\nPORTO MAR, Oct 5 (Reuters) - The gates closed at six.\n\n(Reporting by Jo Reed)',
      ),
    )
    expect(draft.facts).toMatchObject({
      title: 'Tides',
      byline: 'Jo Reed',
      agency: 'Reuters',
      place: 'PORTO MAR',
      credit: 'Reporting by Jo Reed',
    })
    expect(draft.bylineIsGuessed).toBe(false)
    expect(draft.content.blocks[0]).toMatchObject({ kind: 'dateline' })
  })

  it('reads each part in its own encoding', async () => {
    const head = `${fields}Content-Type: text/html; charset=windows-1252\nContent-Transfer-Encoding: quoted-printable\n\n`
    expect((await mail(`${head}<p>=93Caf=E9=94 =97 no</p>\n`)).draft.content.text).toBe('“Café” — no')
  })

  it('puts forwarded messages under their subjects, and names the files that came with it', async () => {
    const { content } = (
      await mail(
        `${fields}MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nSee below.\n` +
          '--b\nContent-Type: message/rfc822\n\nSubject: The wall\nContent-Type: text/html\n\n<p>It holds.</p>\n' +
          '--b\nContent-Type: text/calendar\nContent-Disposition: attachment; filename=day.ics\n\nx\n' +
          '--b\nContent-Type: application/pdf; name=wall.pdf\nContent-Disposition: attachment; filename=wall.pdf\n\nx\n--b--\n',
      )
    ).draft
    expect(blocksOf(content)).toEqual(['paragraph: See below.', 'heading: The wall', 'paragraph: It holds.'])
    expect(linesOf(content, 'after')).toEqual(['note: wall.pdf'])
  })

  it('goes no deeper than five messages within each other', async () => {
    const nested = (depth: number): string =>
      `Subject: level ${depth}\nContent-Type: multipart/mixed; boundary=b${depth}\n\n--b${depth}\nContent-Type: text/plain\n\ntext ${depth}\n` +
      (depth === 8 ? '' : `--b${depth}\nContent-Type: message/rfc822\n\n${nested(depth + 1)}\n`) +
      `--b${depth}--\n`
    const { text } = (await mail(`From: a@example.org\n${nested(0)}`)).draft.content
    expect(text).toContain('text 5')
    expect(text).not.toContain('text 6')
  })

  it.each([
    ['Archived-At: <https://example.org/a>\n', '', 'https://example.org/a'],
    [
      'List-Post: <mailto:l@example.org>\n',
      '<p><a href="https://example.org/b?utm_source=x">Im Browser ansehen</a></p>',
      'https://example.org/b?utm_source=x',
    ],
    ['', '<p><a href="https://example.org/c">مشاهده در مرورگر</a></p>', 'https://example.org/c'],
    [
      '',
      '<p>They had to <a href="https://example.org/d">open the plan in a browser</a>. Nobody knew why they wanted to.</p>',
      null,
    ],
    ['', '<p><a href="https://example.org/e">The plan</a></p>', null],
  ])('knows the address by %j %j', async (field, line, url) => {
    const { draft } = await mail(field + html(`${line}<p>The gates closed at six.</p>`))
    expect(draft.url).toBe(url)
  })

  it.each([
    ['width="1" height="1"', 0],
    ['style="width:1px;height:1px"', 0],
    ['height="0"', 0],
    ['style="display:none"', 0],
    ['width="600"', 1],
    ['style="width:100%"', 1],
  ])('shows a picture with %s %i times', async (size, count) => {
    const { draft } = await mail(
      html(`<p>The gates closed.</p><img src="https://example.org/x.png" ${size}>`),
    )
    expect(draft.content.blocks.filter(({ kind }) => kind === 'figure')).toHaveLength(count)
  })

  it('is known by its fields without the ending, too', async () => {
    expect((await mail(plain('The gates closed.'), 'pasted')).draft.importer).toBe('mail')
    expect(
      (await mail('From: the harbour\nThe gates closed: at six.\n\nNobody looked up.', 'a.txt')).draft
        .importer,
    ).toBe('plain-text')
  })

  it.each([
    [
      'nothing but a picture',
      `${fields}Content-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n`,
      'text-missing',
    ],
    [
      'parts without end',
      `${fields}${Array.from({ length: 300 }, (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\n\n--b${n}\n`).join('')}`,
      'format-broken',
    ],
    ['an empty text', plain(''), 'text-missing'],
  ])('says so for %s', async (_, text, code) => {
    const entry = await imported({
      name: 'a.eml',
      bytes: new TextEncoder().encode(text),
      modified: null,
      now,
    })
    expect(entry).toMatchObject({ ok: false, error: { code } })
  })
})
