// npm run eval:extract: how well the articles of real pages are found, and their titles, authors and dates, beside other engines
// (tests/eval/extract); the pages lie beside the project in ../shared where it is developed.
import { evaluate } from './evaluate.mjs'
import { run } from './say.mjs'

await run(() => evaluate('tests/eval/extract/extract.ts'))
