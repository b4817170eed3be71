// npm run eval:anchors [-- --stories N]: how well notes find their passages again after edits of real stories
// (tests/eval), which lie beside the project in ../shared where it is developed.
import { evaluate } from './evaluate.mjs'
import { run } from './say.mjs'

await run(() => evaluate('tests/eval/anchors.ts'))
