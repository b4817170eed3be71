import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { unzip } from '../../../main/import/unzip.ts'
import { loadPage, loadPictures } from '../../../main/intake/load-page.ts'
import { rereadArticle } from '../../../main/intake/reread-article.ts'
import { Pictures } from '../../../main/library/pictures.ts'
import { candidateOf } from '../../../src/importers/read-source.ts'
import { rereadSource } from '../../../src/importers/read-story.ts'
import type { SourceFile } from '../../../src/importers/source-file.ts'
import { temporaryFolder } from './folder.ts'
import { newStory, openLibrary, source, draft, valueOf } from './opened-library.ts'
import { serve } from './served.ts'

const words =
  'The keeper of the lamp goes up at dusk and comes down at dawn, in winter as in summer. '.repeat(4)
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

function page(site: string): string {
  const figure = (name: string) =>
    `<figure><img src="${site}/${name}" width="600" height="400" alt="A lamp"></figure>`
  const body = `<p>${words}</p>`.repeat(6)
  return `<!doctype html><title>The lamp</title><article><h1>The lamp</h1>${body}${figure('lamp.png')}${figure('none.png')}</article>`
}

/** An article of which only the address was saved, and the site it leads to. */
async function savedLink() {
  const { url, asked } = await serve((request, response) => {
    if (request.url === '/lamp') response.setHeader('content-type', 'text/html').end(page(url))
    else if (request.url === '/lamp.png') response.end(png)
    else response.writeHead(404).end()
  })
  const opened = await openLibrary(join(await temporaryFolder(), 'library'))
  const { library, notes } = opened
  const link = { ...draft, url: `${url}/lamp`, isOnlyLink: true, facts: { ...draft.facts, tags: ['coast'] } }
  const { id } = valueOf(await library.add(newStory({}, { source, draft: link })))
  const into = { library, notes, pictures: new Pictures(library) }
  const reread = async (file: SourceFile, importer?: string) => {
    const candidate = await candidateOf(file, unzip)
    return candidate.ok ? rereadSource(candidate.value, importer) : candidate
  }
  return { ...opened, url, asked, id, loading: { into, desk: { reread } } }
}

test('the page of a saved address becomes its newest version; tags and address stay, and no picture is asked for', async () => {
  const { id, loading, library, asked, url } = await savedLink()
  expect(valueOf(await loadPage(id, loading))).toMatchObject({
    title: 'The lamp',
    versions: 2,
    isOnlyLink: false,
  })
  const { article } = valueOf(await library.shelf(id))
  expect(article).toMatchObject({ tags: ['coast'], source: { url: `${url}/lamp` } })
  expect(asked.map((request) => request.url)).toEqual(['/lamp'])
  expect(valueOf(await loadPage(id, loading)).versions).toBe(2)
})

test('pictures are kept when they are asked for, once each; one that can’t be had is named', async () => {
  const { id, loading, library, asked, url } = await savedLink()
  valueOf(await loadPage(id, loading))
  const { pictures, failed } = valueOf(await loadPictures(id, loading))
  const name = pictures[`${url}/lamp.png`]
  expect(Object.keys(pictures)).toEqual([`${url}/lamp.png`])
  expect(failed).toEqual([{ code: 'address-status', url: `${url}/none.png`, status: 404 }])
  expect(await readFile(join(library.layout.pictures, String(name)))).toEqual(png)
  const before = asked.length
  valueOf(await loadPictures(id, loading))
  expect(asked.slice(before).map((request) => request.url)).toEqual(['/none.png'])
})

test('an article can be read again from its kept page with another reader', async () => {
  const { id, loading, library, asked } = await savedLink()
  valueOf(await loadPage(id, loading))
  const before = asked.length
  const again = await rereadArticle(id, 'web-page-defuddle', loading)
  // Where both readers find the same words, there is nothing to add.
  expect(again.ok || again.error.code).toSatisfy((outcome) => outcome === true || outcome === 'version-same')
  expect(asked.length).toBe(before)
  const { newest } = valueOf(await library.shelf(id))
  expect(newest.importer).toBe(again.ok ? 'web-page-defuddle' : 'web-page')
})
