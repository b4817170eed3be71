import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { toMarkdown } from 'mdast-util-to-markdown'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { obsidian } from '/work/main/src/exporters/obsidian.ts'
import { quotation } from '/work/main/src/exporters/quotation.ts'
import { readers } from '/work/main/tests/unit/exporters/readers.ts'
const bits=['a','B','1','12.','7)','#','##','#tag','*','**','_','__','`','```','~~','~~~','>','<','<div>','</p>','<!--','-->','<a@b.c>','<http://x.y>','&amp;','&#35;','&','\\','\\\\','|','||','|-|','---','===','+','-','- ','* ','+ ','1. ','[','](','[x]','[[a]]','![[','![','^id','^','[^1]','[^1]: ','[a]: http://b','http://a.b','www.a.b','a@b.cd','$','$$','%%','==',' ','  ','    ','\t','\n','\n\n','\n\n\n','\u00a0','\u3000','\ufeff','\u200c','\u2028','\u0085','\f','\u0001','é','س','א','😀','“','”','!','"',"'",'(',')',':','.',',','{','}','~','=','/','?',';','@','\u200f','www.','https://','p:/']
const hostile = fc.array(fc.oneof({arbitrary:fc.constantFrom(...bits),weight:8},{arbitrary:fc.string({unit:'grapheme',maxLength:3}).filter(s=>!s.includes('\0')&&!s.includes('\r')&&!s.includes('\v')),weight:1}),{minLength:1,maxLength:14}).map(a=>a.join(''))
for (const [name, read] of Object.entries(readers)) test(name,()=>{
  fc.assert(fc.property(hostile,(q)=>{
    const md = toMarkdown({type:'root',children:[quotation(q)]},{extensions:[gfmToMarkdown(),obsidian]})
    expect(read(md), JSON.stringify(md)).toEqual([q])
  }),{numRuns:20000})
},60000)
