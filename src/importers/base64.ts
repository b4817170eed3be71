const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** The value of each digit by its character code; the two that addresses use instead of `+` and `/` count as those. */
const values = new Map(
  Array.from(`${digits}-_`, (digit, index) => [digit.charCodeAt(0), index < 64 ? index : index - 2]),
)

/** The bytes that a text in Base64 stands for (RFC 4648); what is no digit, white space above all, is skipped. */
export function decodeBase64(text: string): Uint8Array {
  const bytes = new Uint8Array(Math.ceil((text.length * 3) / 4))
  let length = 0
  let bits = 0
  let count = 0
  for (let index = 0; index < text.length; index += 1) {
    const value = values.get(text.charCodeAt(index))
    if (value === undefined) continue
    // Six bits come in, eight go out; at most six are left over.
    bits = ((bits << 6) | value) & 0xffff
    count += 6
    if (count < 8) continue
    count -= 8
    bytes[length] = (bits >> count) & 0xff
    length += 1
  }
  return bytes.slice(0, length)
}
