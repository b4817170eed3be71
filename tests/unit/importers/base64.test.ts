import fc from 'fast-check'
import { expect, it } from 'vitest'
import { decodeBase64 } from '../../../src/importers/base64.ts'

it('reads what others write, in lines and in the digits of addresses too', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), fc.nat(20), (bytes, at) => {
      const text = Buffer.from(bytes).toString('base64')
      expect(decodeBase64(text)).toEqual(bytes)
      expect(decodeBase64(`${text.slice(0, at)}\r\n ${text.slice(at)}`)).toEqual(bytes)
      expect(decodeBase64(Buffer.from(bytes).toString('base64url'))).toEqual(bytes)
    }),
  )
})
