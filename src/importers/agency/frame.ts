/** Copy without the control characters that frame it; `header` are the lines before its text. */
export type Frame = { header: string[]; body: string }

/**
 * The header of IPTC 7901 and ANPA 1312 runs from SOH to STX; what is behind ETX (a time, the feed of a printer) stays with the
 * text, whose last lines are read as such. Null where a text is not framed so.
 */
export function readFrame(text: string): Frame | null {
  const opening = /^[\0-\x20]*\x01/.exec(text)
  const end = text.indexOf('\x02')
  if (opening === null || end === -1) return null
  const lines = text.slice(opening[0].length, end).split('\n')
  const header = lines.map((line) => withoutControls(line, ' ').trim()).filter((line) => line !== '')
  return {
    header,
    body: withoutControls(text.slice(end + 1), '').replace(/&#(?:[0-9]|[12][0-9]|3[01]);/g, ''),
  }
}

/** Line feeds and tabs are part of the text. */
function withoutControls(text: string, instead: string): string {
  return text.replace(/[\0-\x08\x0b-\x1f\x7f]+/g, instead)
}
