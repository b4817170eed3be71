import type { StoryImporter } from '../importer.ts'

/** A page as Chromium, Edge and Internet Explorer save it with its pictures (RFC 2557). */
export const mhtml: StoryImporter = {
  id: 'mhtml',
  label: 'a saved web page (MHTML)',
  accepts: ({ extension, head, web }) =>
    extension === 'mhtml' ||
    extension === 'mht' ||
    /^multipart\/related\b/i.test(web?.contentType ?? '') ||
    /^(?:[!-9;-~]+:.*\r?\n(?:[ \t].*\r?\n)*)*(?:Snapshot-Content-Location:|From: ?<Saved by )/i.test(head),
  read: async (candidate) => {
    const { readMhtml } = await import('./read-mhtml.ts')
    return readMhtml(candidate)
  },
}
