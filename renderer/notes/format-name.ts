/** Words of formats' ids that are not written as words are. */
const names: Record<string, string> = {
  anpa: 'ANPA',
  bibtex: 'BibTeX',
  csl: 'CSL',
  csv: 'CSV',
  epub: 'EPUB',
  html: 'HTML',
  iptc: 'IPTC',
  json: 'JSON',
  mhtml: 'MHTML',
  newsml: 'NewsML',
  ninjs: 'ninjs',
  nitf: 'NITF',
  opml: 'OPML',
  pdf: 'PDF',
  ris: 'RIS',
  rss: 'RSS',
}

/** What a format is called, by its id: `web-page` is `Web page`. */
export function formatName(id: string): string {
  const name = id
    .split('-')
    .map((word) => names[word] ?? word)
    .join(' ')
  return name === 'ninjs' ? name : name.charAt(0).toUpperCase() + name.slice(1)
}
