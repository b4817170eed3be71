import type { CollectionImporter } from '../importer.ts'
import { lazyService } from '../services/lazy-service.ts'
import { isBibTxt } from './bib-txt-entries.ts'

const entry = /^[ \t]*@[ \t]*(?:string\s*[{(]|[a-z]+\s*[{(](?:[^,{}()"=\n]*,)?)\s*[\w-]+\s*=\s*["{\w]/im

/** Bibliographies in BibTeX and BibLaTeX, and in Bib.TXT, which is the same in plain lines. */
export const bibtex: CollectionImporter = lazyService(
  {
    id: 'bibtex',
    label: 'BibTeX bibliography',
    accepts: ({ head, extension, zip }) => {
      if (zip !== null) return false
      // Remarks may fill the beginning of a file.
      if (['bib', 'bibtex'].includes(extension)) return head !== ''
      return ['txt', 'text', ''].includes(extension) && (entry.test(head) || isBibTxt(head))
    },
  },
  async () => (await import('./bibtex-reader.ts')).bibtexReader,
)
