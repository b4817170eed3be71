/** Ids of formats that their names can't be made of. */
const names: Record<string, string> = {
  mail: 'E-mail',
  ninjs: 'ninjs',
  raindrop: 'Raindrop.io',
  'web-page-defuddle': 'Web page, by another reader',
}

/** Words of ids that are not written as words are. */
const words: Record<string, string> = {
  anpa: 'ANPA',
  bibtex: 'BibTeX',
  csl: 'CSL',
  epub: 'EPUB',
  g2: 'G2',
  iptc: 'IPTC',
  json: 'JSON',
  mhtml: 'MHTML',
  newsml: 'NewsML',
  nitf: 'NITF',
  pdf: 'PDF',
  ris: 'RIS',
  wacz: 'WACZ',
  warc: 'WARC',
}

/** What a format is called, by its id: `web-page` is `Web page`. */
export function formatName(id: string): string {
  const name = id
    .split('-')
    .map((word) => words[word] ?? word)
    .join(' ')
  return names[id] ?? name.charAt(0).toUpperCase() + name.slice(1)
}
