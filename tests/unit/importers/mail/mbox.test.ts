import { describe, expect, test } from 'vitest'
import { messagesIn } from '../../../../src/importers/mail/mailbox-messages.ts'
import { cpuMsUntil } from '../../cpu-ms.ts'
import { collection } from '../collections.ts'
import { candidate, recognised } from '../samples/sample.ts'

const line = 'From mara@example.org Mon Oct  5 23:30:00 2026\n'

type Made = { id?: string; subject?: string; fields?: string; body?: string; from?: string }

function message({
  id = 'one',
  subject = 'Tides',
  fields = '',
  body = 'The gates closed.',
  from = line,
}: Made): string {
  return `${from}Message-ID: <${id}@example.org>\nFrom: Mara Ellison <mara@example.org>\nSubject: ${subject}\nDate: Mon, 05 Oct 2026 23:30:00 -0700\n${fields}\n${body}\n\n`
}

/** The texts of a mailbox, message by message. */
async function texts(...messages: string[]): Promise<string[]> {
  const { entries } = await collection('Newsletters.mbox', messages.join(''))
  return entries.map(({ draft }) => draft.content.text)
}

describe('a mailbox', () => {
  test('is an article for each of its messages', async () => {
    const { importer, listing, entries } = await collection(
      'Newsletters.mbox',
      message({}) + message({ id: 'two', subject: '=?utf-8?B?V8OkbGxl?=', body: 'Walls moved.' }),
    )
    expect(importer).toBe('mbox')
    expect(listing).toMatchObject({
      items: [
        { key: '<one@example.org>', title: 'Tides', url: null },
        { key: '<two@example.org>', title: 'Wälle' },
      ],
      skipped: [],
    })
    expect(entries).toMatchObject([
      {
        draft: {
          importer: 'mbox',
          facts: { title: 'Tides', byline: 'Mara Ellison', published: '2026-10-05' },
          content: { text: 'The gates closed.' },
        },
        addedAt: '2026-10-06T06:30:00.000Z',
      },
      { draft: { facts: { title: 'Wälle' }, content: { text: 'Walls moved.' } } },
    ])
  })

  test('keeps the bytes of its messages, whatever their encoding', async () => {
    const fields = 'Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: 8bit\n'
    const file = message({ fields, body: 'Die W\u00e4lle \u00bbhielten\u00ab.' })
    const { entries } = await collection('Post.mbox', Buffer.from(file, 'latin1'))
    expect(entries[0]?.draft.content.text).toBe('Die Wälle »hielten«.')
  })

  test('has line ends of Windows as well', async () => {
    const { entries } = await collection(
      'Post.mbox',
      (message({}) + message({ id: 'two' })).replaceAll('\n', '\r\n'),
    )
    expect(entries.map(({ draft }) => draft.content.text)).toEqual(['The gates closed.', 'The gates closed.'])
  })

  test('says From within its messages with a sign before it, which goes', async () => {
    const body = 'He wrote:\n\n>From Monday on the gates stay shut.\n\n>>From the quay, too.'
    expect(await texts(message({ body }))).toEqual([
      'He wrote:\n\nFrom Monday on the gates stay shut.\n\n>From the quay, too.',
    ])
  })

  test('may say it without a sign where nothing else is like the beginning of a message', async () => {
    const body = 'The order:\n\nFrom 9:30 on the gates stay shut.\n\nFrom the quay: nothing.'
    expect(await texts(message({ body }), message({ id: 'two' }))).toHaveLength(2)
  })

  test.each([
    ['Gmail', 'From 1791234567890123456@xxx Tue Oct 06 06:30:00 +0000 2026\n'],
    ['Thunderbird', 'From - Tue Oct 06 06:30:00 2026\n'],
    ['Thunderbird, for what it wrote itself', 'From \n'],
  ])('of %s is known without an ending in its name', async (_, from) => {
    const { entries } = await collection('Newsletters', message({ from }) + message({ from, id: 'two' }))
    expect(entries).toHaveLength(2)
  })

  test.each([
    ['a letter', 'From the quay at 9:30\nhe saw nothing: no gate, no wall.\n'],
    ['a message by itself', message({}).slice(line.length)],
  ])('is not %s', async (_, text) => {
    expect(recognised(await candidate('a.txt', new TextEncoder().encode(text)))).not.toBe('mbox')
  })

  test('without a message in it says so', async () => {
    await expect(collection('empty.mbox', 'Nothing to see.\n')).rejects.toThrow('collection-empty')
  })
})

describe('what the mail program knew', () => {
  test.each([
    ['X-Mozilla-Status: 0005', { isRead: true, isStarred: true }],
    ['X-Mozilla-Status: 0000', {}],
    ['Status: RO', { isRead: true }],
    ['Status: O\nX-Status: F', { isStarred: true }],
    ['X-Gmail-Labels: Archived,Opened,Starred', { isRead: true, isStarred: true }],
    ['X-Gmail-Labels: Inbox,Opened,Unread', {}],
  ])('of a message with %s comes along', async (fields, reading) => {
    const { entries } = await collection('Post.mbox', message({ fields: `${fields}\n` }))
    expect(entries[0]?.reading).toEqual(reading)
  })

  test('labels of the reader’s own are tags', async () => {
    const fields =
      'X-Gmail-Labels: Inbox,=?UTF-8?Q?H=C3=A4fen?=,Category Updates,Newsletters\nKeywords: sea\n'
    const { entries } = await collection('Post.mbox', message({ fields }))
    expect(entries[0]?.draft.facts.tags).toEqual(['sea', 'Häfen', 'Newsletters'])
  })

  test.each(['X-Mozilla-Status: 0009', 'X-Gmail-Labels: Trash', 'X-Gmail-Labels: Spam'])(
    'what was thrown away does not come in: %s',
    async (fields) => {
      const { listing } = await collection(
        'Post.mbox',
        message({}) + message({ id: 'two', subject: 'Gone', fields: `${fields}\n` }),
      )
      expect(listing.items).toHaveLength(1)
      expect(listing.skipped).toEqual([{ where: 'Gone', reason: 'not-saved' }])
    },
  )

  test('a message that is there twice comes in once', async () => {
    const { listing } = await collection('Post.mbox', message({}) + message({}))
    expect(listing.items).toHaveLength(1)
    expect(listing.skipped).toEqual([{ where: 'Tides', reason: 'repeated' }])
  })
})

test('messages without a name of their own are known again by their words', async () => {
  const nameless = (body: string) => message({ body }).replace(/^Message-ID.*\n/m, '')
  const before = await collection('Post.mbox', nameless('One.') + nameless('Two.'))
  const after = await collection('Post.mbox', nameless('Two.') + nameless('Three.'))
  const keys = (listing: typeof before.listing) => listing.items.map(({ key }) => key)
  expect(new Set([...keys(before.listing), ...keys(after.listing)]).size).toBe(3)
})

test.each([
  ['signs', `${message({})}${'>'.repeat(200_000)}`],
  ['lines that begin like a separator', `${message({})}${'From '.repeat(40_000)}\n${'Fr\n'.repeat(40_000)}`],
])('%s without end are read in time', async (_, text) => {
  const bytes = new TextEncoder().encode(text)
  expect(await cpuMsUntil(async () => [...messagesIn(bytes)])).toBeLessThan(2000)
})

test('ten thousand messages are listed in a few seconds', async () => {
  const body = 'The board voted about the tide table of 1961.\n'.repeat(40)
  const file = Array.from({ length: 10_000 }, (_, index) => message({ id: `m${index}`, body })).join('')
  const { mbox } = await import('../../../../src/importers/mail/mbox.ts')
  const source = await candidate('Post.mbox', new TextEncoder().encode(file))
  // Some 1.5 s; the import worker is stopped after fifteen.
  expect(
    await cpuMsUntil(async () => expect(await mbox.list(source)).toMatchObject({ ok: true })),
  ).toBeLessThan(8000)
})
