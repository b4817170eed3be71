import type { CollectionImporter } from '../importer.ts'
import { lazyService } from '../services/lazy-service.ts'
import { isBibTxt } from './bib-txt-entries.ts'

const bibtexStart =
  /^[ \t]*@[ \t]*(?:string\s*[{(]\s*[\w-]+\s*=|[a-z]+\s*[{(]\s*[^\s,{}()"=]*\s*,\s*[\w-]+\s*=\s*["{\w])/im

/** Bibliographies in BibTeX and BibLaTeX, and in Bib.TXT, which is the same in plain lines. */
export const bibtex: CollectionImporter = lazyService(
  {
    id: 'bibtex',
    label: 'BibTeX bibliography',
  accepts: ({ head, extension, zip }) =>
    zip === null &&
    ['bib', 'bibtex', 'txt', 'text', ''].includes(extension) &&
    (bibtexStart.test(head) || isBibTxt(head)),

  },
  async () => (await import('./bibtex-reader.ts')).bibtexReader,
)
