import type { StoryImporter } from '../importer.ts'
import type { Candidate } from '../source-file.ts'

/** A message as mail programs save it (RFC 5322), most often a newsletter. */
export const mail: StoryImporter = {
  id: 'mail',
  label: 'an e-mail',
  accepts: (candidate) => candidate.extension === 'eml' || looksLikeMail(candidate),
  read: async (source) => {
    const { readMail } = await import('./read-mail.ts')
    return readMail(source, mail)
  },
}

/** Fields that say who wrote and when, on the first lines and with nothing between them; a saved web page has them, too. */
function looksLikeMail({ extension, head }: Candidate): boolean {
  if (extension !== '' && extension !== 'txt') return false
  const fields = /^(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*)+/.exec(head.trimStart())?.[0] ?? ''
  const has = (name: string): boolean => new RegExp(`^${name}:`, 'im').test(fields)
  return (
    has('From') && (has('Date') || has('Received') || has('Message-ID')) && !has('Snapshot-Content-Location')
  )
}
