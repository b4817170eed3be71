import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { noteBody } from '../../../src/exporters/note-body.ts'
import { writeMarkdown } from '../../../src/exporters/write-markdown.ts'
import { hostileText } from './hostile.ts'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
const parse=(m:string)=>fromMarkdown(m,{extensions:[gfm(),{disable:{null:['emailAutolink','protocolAutolink','wwwAutolink']}}],mdastExtensions:gfmFromMarkdown().filter(e=>!e.transforms)})
const shape=(t:any)=>JSON.stringify(t,(k,v)=>k==='position'||k==='spread'||k==='data'||k==='depth'||k==='label'||k==='identifier'?undefined:v)
test('x',()=>{
  let bad=0, n=0
  const ex:string[]=[]
  fc.assert(fc.property(hostileText,(q)=>{
    n++
    const out = writeMarkdown({type:'root',children:[...noteBody(q,'zz'),{type:'blockquote',children:[{type:'paragraph',children:[{type:'text',value:'end'}]}]}]})
    const again = parse(out)
    const end = again.children.pop()
    if (end?.type!=='blockquote' || shape(end)!=='{"type":"blockquote","children":[{"type":"paragraph","children":[{"type":"text","value":"end"}]}]}') { ex.push('SWALLOW '+JSON.stringify([q,out])); return }
    if (!/<!--|<script/.test(q) && shape(again)!==shape(parse(q))) { bad++; ex.push(JSON.stringify([q,out])) }
  }),{numRuns:30000})
  console.log(n,bad,ex.length,ex.filter(e=>e.startsWith('SW')).slice(0,10).join('\n'), ex.sort((a,b)=>a.length-b.length).slice(0,25).join('\n'))
},60000)
