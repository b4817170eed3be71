/** At most twenty in a row, so that a file full of them costs no more than another. SOH, STX, ETX and the other controls of IPTC 7901 and ANPA 1312, also as the character references SGML wrote. */
const controls = '(?:[\\x00-\\x08\\x0e-\\x1f\\x7f]|&#(?:[0-9]|1[0-9]|2[0-9]|3[01]);){1,20}'
const controlsAtEdges = new RegExp(`^(\\s*)${controls}|${controls}(\\s*)$`, 'g')

/**
 * The text without what a wire put around its lines: control characters, and the `^` that starts and the `<` or
 * `=` that ends a line of ANPA 1312. Nothing inside a line is touched.
 */
export function unframe(text: string): string {
  const lines = text.split('\n').map((line) => line.replace(controlsAtEdges, '$1$2'))
  const isAnpa = lines.some((line) => /^\^.*[<=]\s*$/.test(line))
  return (isAnpa ? lines.map(unframeAnpa) : lines).join('\n')
}

function unframeAnpa(line: string): string {
  return line.replace(/^\^/, '').replace(/[<=]\s*$/, '')
}
