import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formats } from './texts.ts'
import { toldOf } from './told.ts'
import { bytesOf, writing } from './written.ts'

/** Between two tags that have no words between them. */
const gaps = ['', '\n', '\n  ', '\n<!-- a remark -->\n']

/** The same document, as another program would write it. */
function rewritten(
  xml: string,
  { prolog, gap, turned }: { prolog: string; gap: string; turned: boolean },
): string {
  const spaced = xml.replaceAll('><', `>${gap}<`)
  return (
    prolog +
    (turned ? spaced.replace(/<([\w:.]+)((?: [\w:.-]+="[^"]*"){2,})/g, withTurnedAttributes) : spaced)
  )
}

function withTurnedAttributes(_: string, name: string, attributes: string): string {
  return `<${name} ${attributes
    .match(/[\w:.-]+="[^"]*"/g)!
    .toReversed()
    .join('  ')}`
}

const shape = fc.record({
  prolog: fc.constantFrom(
    '',
    '<?xml version="1.0"?>\n',
    '<?xml version="1.0" standalone="yes"?>\n<!-- made by hand -->\n',
  ),
  gap: fc.constantFrom(...gaps),
  turned: fc.boolean(),
})

describe.each(formats)('$name of $importer', ({ importer, name, text, isXml }) => {
  test('comes to the same however it is written', async () => {
    const usual = await toldOf(name, Buffer.from(text))
    expect(usual).toMatchObject({ importer, skipped: [] })
    await fc.assert(
      fc.asyncProperty(writing, shape, async (how, xml) => {
        const varied = isXml ? rewritten(text, xml) : text
        expect(await toldOf(name, bytesOf(varied, how))).toEqual(usual)
      }),
      { numRuns: 20 },
    )
  })
})
