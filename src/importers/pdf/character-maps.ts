/** pdf.js's maps from the encodings of Chinese, Japanese and Korean PDFs to characters, as `data:` URLs by their paths. */
const maps = import.meta.glob<string>('/node_modules/pdfjs-dist/cmaps/*.bcmap', {
  query: '?url&inline',
  import: 'default',
  eager: true,
})

/** What a map's file holds; throws where there is no such map, as pdf.js wants it. */
export function characterMap(fileName: string): Uint8Array {
  const url = maps[`/node_modules/pdfjs-dist/cmaps/${fileName}`]
  if (url === undefined) throw new Error(`there is no map ${fileName}`)
  return Uint8Array.from(atob(url.slice(url.indexOf(',') + 1)), (character) => character.charCodeAt(0))
}

/** Every JavaScript host has it. */
declare function atob(base64: string): string
