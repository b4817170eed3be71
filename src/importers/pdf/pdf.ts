import type { StoryImporter } from '../importer.ts'

/** A PDF: its text put together from the lines on its pages, and the notes that were made in it. */
export const pdf: StoryImporter = {
  id: 'pdf',
  label: 'a PDF',
  accepts: ({ bytes, extension, zip }) => zip === null && (extension === 'pdf' || hasHeader(bytes)),
  read: async (candidate) => (await import('./read-pdf.ts')).readPdf(candidate),
}

/** The header may have some bytes in front of it (PDF 2.0, annex I); a text that mentions it has more. */
function hasHeader(bytes: Uint8Array): boolean {
  return String.fromCharCode(...bytes.subarray(0, 16)).includes('%PDF-')
}
