import { describe, expect, it } from 'vitest'
import { decodeXml } from '../../../src/markup/decode-xml.ts'

const latin = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'))

describe('decoding XML', () => {
  it('goes by the prolog', () => {
    expect(decodeXml(latin('<?xml version="1.0" encoding="ISO-8859-1"?><a>Hafen für Öl\x96x</a>'))).toContain(
      '<a>Hafen für Öl–x</a>',
    )
    const cyrillic = Uint8Array.of(0xcf, 0xee, 0xf0, 0xf2)
    expect(decodeXml(join(latin("<?xml version='1.0' encoding='windows-1251'?><a>"), cyrillic))).toContain(
      '<a>Порт',
    )
  })

  it('goes by the byte order mark first, whatever the prolog says', () => {
    const text = '<?xml version="1.0" encoding="iso-8859-1"?><a>Öl</a>'
    expect(decodeXml(join(Uint8Array.of(0xef, 0xbb, 0xbf), new TextEncoder().encode(text)))).toBe(text)
    expect(decodeXml(join(Uint8Array.of(0xff, 0xfe), Uint8Array.from(Buffer.from(text, 'utf16le'))))).toBe(
      text,
    )
  })

  it('takes UTF-8 for UTF-8 where the prolog was forgotten', () => {
    const text = '<?xml version="1.0" encoding="iso-8859-1"?><a>Öl für den Hafen</a>'
    expect(decodeXml(new TextEncoder().encode(text))).toBe(text)
  })

  it('takes a file without a prolog for UTF-8, and for another encoding only where it can not be that', () => {
    expect(decodeXml(new TextEncoder().encode('<a>Öl für الميناء</a>'))).toBe('<a>Öl für الميناء</a>')
    expect(decodeXml(latin('<a>Öl für den Hafen, sagte die Behörde am Montag</a>'))).toContain(
      'Öl für den Hafen',
    )
    expect(decodeXml(Uint8Array.from(Buffer.from('<a>Öl für den Hafen</a>', 'utf16le')))).toBe(
      '<a>Öl für den Hafen</a>',
    )
  })

  it('reads on where the prolog names no encoding, a wrong one, or where bytes are broken', () => {
    expect(
      decodeXml(new TextEncoder().encode('<?xml version="1.0" encoding="klingon"?><a>Öl</a>')),
    ).toContain('<a>Öl</a>')
    expect(decodeXml(new TextEncoder().encode('<?xml version="1.0" encoding="UTF-16"?><a>Öl</a>'))).toContain(
      '<a>Öl</a>',
    )
    expect(
      decodeXml(join(latin('<?xml version="1.0" encoding="utf-8"?><a>'), Uint8Array.of(0xff, 0x62))),
    ).toContain('<a>\ufffdb')
    expect(decodeXml(new Uint8Array(0))).toBe('')
  })
})

function join(...parts: Uint8Array[]): Uint8Array {
  return Uint8Array.from(Buffer.concat(parts))
}
