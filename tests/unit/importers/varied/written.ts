import fc from 'fast-check'

/** How a program writes a text to a file. */
export type Writing = {
  encoding: 'utf-8' | 'utf-8 with mark' | 'utf-16le' | 'utf-16be'
  lineEnd: '\n' | '\r\n'
  end: string
}

export const writing: fc.Arbitrary<Writing> = fc.record({
  encoding: fc.constantFrom('utf-8', 'utf-8 with mark', 'utf-16le', 'utf-16be'),
  lineEnd: fc.constantFrom('\n', '\r\n'),
  end: fc.constantFrom('', '\n', '\n\n', '\n \n'),
})

export function bytesOf(text: string, { encoding, lineEnd, end }: Writing): Uint8Array {
  const whole = `${text.trimEnd()}${end}`.replaceAll('\n', lineEnd)
  if (encoding === 'utf-8') return Buffer.from(whole)
  if (encoding === 'utf-8 with mark') return Buffer.from(`\ufeff${whole}`)
  const wide = Buffer.from(`\ufeff${whole}`, 'utf16le')
  return encoding === 'utf-16le' ? wide : wide.swap16()
}

/** 17 September 2020, 06:06:28 UTC, as services write it. */
export const instant = fc.constantFrom(
  '1600322788',
  '1600322788000',
  '2020-09-17T06:06:28.000Z',
  '2020-09-17T06:06:28Z',
  '2020-09-17T06:06:28.000000Z',
  '2020-09-17T08:06:28+02:00',
  '2020-09-17T08:06:28+0200',
  '2020-09-17 06:06:28+00:00',
  '2020-09-17 06:06:28.000000+00:00',
  '2020-09-17 06:06:28',
  '2020-09-17 06:06:28 UTC',
  'Thu, 17 Sep 2020 06:06:28 GMT',
)

/** The time that all fixtures have where one is varied. */
export const instantSign = '2020-09-17T06:06:28.000Z'
