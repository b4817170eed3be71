import * as fc from 'fast-check'

/** What means something in CommonMark, GFM, HTML or Obsidian, and characters that parsers strip or join. */
const pieces = [
  'a', 'B', '1', '12.', '7)', '#', '## ', '#tag', '*', '**', '_', '__', '`', '```', '~~', '~~~', '>', '> ', '<', '<div>', '</p>',
  '<!--', '-->', '<script>', '<a@b.c>', '<http://x.y>', '&amp;', '&#35;', '&', '\\', '\\\\', '|', '||', '|-|', '---', '===', '+', '-', '- ',
  '* ', '+ ', '1. ', '[', '](', '[x]', '[ ] ', '[[a]]', '![[', '![', '^id', '^', '[^1]', '[^1]: ', '[a]: http://b', 'http://a.b', 'www.a.b',
  'www.', 'https://', 'a@b.cd', '$', '$$', '%%', '==', ' ', '  ', '    ', '\t', '\n', '\n\n', '\n\n\n', '\u00a0', '\u3000', '\ufeff',
  '\u200c', '\u200f', '\u2028', '\u0085', '\f', '\u0001', 'é', 'e\u0301', 'س', 'א', '😀', '“', '”', '!', '"', "'", '(', ')', ':', '.', ',', '{',
  '}', '~', '=', '/', '?', ';', '@',
] // prettier-ignore

/** Any other character; NUL, CR, VT and lone surrogates are not in a text (the first three cannot be written at all). */
const character = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 3 })
  .filter((text) => !/[\0\r\v]/.test(text))

export const hostileText = fc
  .array(
    fc.oneof({ arbitrary: fc.constantFrom(...pieces), weight: 9 }, { arbitrary: character, weight: 1 }),
    {
      minLength: 1,
      maxLength: 16,
    },
  )
  .map((parts) => parts.join(''))
