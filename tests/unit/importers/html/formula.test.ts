import { describe, expect, test } from 'vitest'
import { formulaText } from '../../../../src/importers/html/formula.ts'
import { parseHtml } from '../../../../src/markup/html.ts'
import { firstNamed } from '../../../../src/markup/walk.ts'
import { cpuMsUntil } from '../../cpu-ms.ts'

function text(formula: string, attributes = ''): string {
  return formulaText(firstNamed(parseHtml(`<math ${attributes}>${formula}</math>`), 'math')!)
}

const x = '<mi>x</mi>'
const two = '<mn>2</mn>'

describe('a formula in one line', () => {
  test.each([
    ['x^2', `<msup>${x}${two}</msup>`],
    ['x_i', `<msub>${x}<mi>i</mi></msub>`],
    ['x_i^2', `<msubsup>${x}<mi>i</mi>${two}</msubsup>`],
    ['x^(n+1)', `<msup>${x}<mrow><mi>n</mi><mo>+</mo><mn>1</mn></mrow></msup>`],
    ['1/2', `<mfrac><mn>1</mn>${two}</mfrac>`],
    ['(a-b)/√c', '<mfrac><mrow><mi>a</mi><mo>-</mo><mi>b</mi></mrow><msqrt><mi>c</mi></msqrt></mfrac>'],
    ['n¦k', '<mfrac linethickness="0"><mi>n</mi><mi>k</mi></mfrac>'],
    ['√(x+1)', `<msqrt>${x}<mo>+</mo><mn>1</mn></msqrt>`],
    ['∛x', `<mroot>${x}<mn>3</mn></mroot>`],
    ['√[n]x', `<mroot>${x}<mi>n</mi></mroot>`],
    [
      '∑_(i=1)^n y_i',
      '<mrow><munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover><msub><mi>y</mi><mi>i</mi></msub></mrow>',
    ],
    ['x̄', `<mover>${x}<mo>¯</mo></mover>`],
    ['2x', `<mrow>${two}<mo>\u2062</mo>${x}</mrow>`],
    ['sin x', `<mi>sin</mi><mo>\u2061</mo>${x}`],
    ['1 2', `<mn>1</mn>${two}`],
    ['x^2 y', `<msup>${x}${two}</msup><mi>y</mi>`],
    ['x^2+y', `<msup>${x}${two}</msup><mo>+</mo><mi>y</mi>`],
    ['x if x>0', `${x}<mtext> if </mtext>${x}<mo>&gt;</mo><mn>0</mn>`],
    [
      '[a, b; c, d]',
      '<mo>[</mo><mtable><mtr><mtd><mi>a</mi></mtd><mtd><mi>b</mi></mtd></mtr><mtr><mtd><mi>c</mi></mtd><mtd><mi>d</mi></mtd></mtr></mtable><mo>]</mo>',
    ],
    ['{a|b}', '<mfenced open="{" close="}" separators="|"><mi>a</mi><mi>b</mi></mfenced>'],
    ['y', '<semantics><mi>y</mi><annotation-xml><ci>y</ci></annotation-xml></semantics>'],
  ])('%s', (line, formula) => expect(text(formula)).toBe(line))
})

test('a formula is what its author wrote, where that is known', () => {
  expect(text(`<msup>${x}${two}</msup>`, 'alttext="x squared"')).toBe('x squared')
  const tex = '<annotation encoding="application/x-tex"> x^{2} </annotation>'
  expect(text(`<semantics><msup>${x}${two}</msup>${tex}</semantics>`)).toBe('x^{2}')
})

test.each([
  ['numbers', '<mn>1</mn>'.repeat(100_000)],
  ['fractions in fractions', '<mfrac>'.repeat(10_000)],
  ['powers of powers', `<msup>${x}`.repeat(200)],
])('%s without end are read in time', async (_, formula) => {
  expect(await cpuMsUntil(async () => text(formula))).toBeLessThan(5000)
})
