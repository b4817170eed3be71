import type { AppError } from '../../src/errors.ts'

/** One or two sentences for a person: what happened to what, and what can be done about it. */
export function errorText(error: AppError): string {
  switch (error.code) {
    case 'file-missing':
      return `“${error.name}” is not there any more. It may have been moved or renamed; choose it again.`
    case 'file-denied':
      return `“${error.name}” may not be read by you. Ask its owner for the right to read it, or add a copy.`
    case 'file-empty':
      return `“${error.name}” is empty, so there is nothing to add.`
    case 'file-binary':
      return `“${error.name}” is not text, whatever its name says. Save the story as plain text and add that.`
    case 'file-too-large':
      return `“${error.name}” has ${megabytes(error.bytes)} MB; a story may have ${megabytes(error.maxBytes)}. Split it and add the parts.`
    case 'file-encoding':
      return `“${error.name}” is not the ${error.encoding} it claims to be. Save it as UTF-8 and add it again.`
    case 'file-type':
      return `“${error.name}” is of a kind that Lectern cannot read. It takes pages, EPUB, PDF, mail, Markdown and text, feeds, and exports of other services.`
    case 'file-unreadable':
      return `“${error.name}” could not be read: ${error.reason}.`
    case 'import-stopped':
      return `Reading “${error.name}” was stopped after ${error.seconds} seconds. It may be damaged; add it as plain text.`
    case 'format-broken':
      return `“${error.name}” looks like ${error.format} and is broken: ${error.reason}. Nothing was added.`
    case 'zip-damaged':
      return `“${error.name}” is a zip that cannot be read: ${error.reason}. Nothing was added.`
    case 'file-locked':
      return `“${error.name}” is locked by a password or by copy protection. Add a copy that is not.`
    case 'pages-scanned':
      return `The ${error.pages} pages of “${error.name}” are pictures without text. Run text recognition (OCR) over it and add it again.`
    case 'text-missing':
      return `There is no text of an article in “${error.name}”.`
    case 'collection-empty':
      return `“${error.name}” is ${error.format}, and there is nothing in it that could be added.`
    case 'feed-list':
      return `“${error.name}” is a list of feeds. Drop it on the window, or import it in Feeds, to follow them.`
    case 'importer-unknown':
      return `Lectern knows no format called “${error.importer}”.`
    case 'address-refused':
      return `Only addresses that begin with http:// or https:// can be loaded, not ${error.url}.`
    case 'feed-none':
      return `There is no feed at ${error.url}, and the page there names none.`
    case 'address-within':
      return `${error.url} was not loaded: it leads from the web into this computer or your own network. Where you mean it to, add the address that it leads to.`
    case 'address-failed':
      return `${error.url} could not be loaded: ${error.reason}. Check the address and your connection.`
    case 'address-status':
      return `The server of ${error.url} answered with ${statusText(error.status)}.`
    case 'address-slow':
      return `Loading ${error.url} took more than ${error.seconds} seconds and was given up. Try again later.`
    case 'address-large':
      return `${error.url} is larger than ${megabytes(error.maxBytes)} MB and was not loaded.`
    case 'address-type':
      return `${error.url} is no page but something else (${error.type}).`
    case 'address-missing':
      return 'This article has no address that it could be loaded from.'
    case 'feed-unknown':
      return 'This feed is no longer followed.'
    case 'entry-gone':
      return 'The feed no longer has this entry.'
    case 'intake-unknown':
      return 'This import is over, and its report is gone.'
    case 'folder-empty':
      return `There is nothing in “${error.name}” that could be added.`
    case 'draft-gone':
      return 'This story waited too long to be added. Add its file again.'
    case 'article-unknown':
      return 'This article is not in the library any more. Look for it in the trash.'
    case 'article-ambiguous':
      return `“${error.id}” is the beginning of ${error.ids.length} articles’ ids. Write more of it.`
    case 'note-unknown':
      return 'This note is not there any more; it was removed elsewhere.'
    case 'note-ambiguous':
      return 'Several notes have ids that begin so.'
    case 'version-unknown':
      return `This article has no version ${error.version}.`
    case 'version-same':
      return 'The newest version of this article reads just the same; nothing was added.'
    case 'quote-missing':
      return `“${error.quote}” does not stand in this article.`
    case 'quote-ambiguous':
      return `“${error.quote}” stands in this article ${error.passages.length} times. Select the one you mean.`
    case 'quote-nth':
      return `“${error.quote}” stands in this article ${error.count} times; there is no number ${error.nth}.`
    case 'span-outside':
      return 'What was selected is not part of the article’s text. Select it again.'
    case 'library-newer':
      return `The library in ${error.path} was written by a newer Lectern (format ${error.format}). Nothing was opened; update Lectern.`
    case 'library-locked':
      return `The library in ${error.path} is in use by ${error.holder}. Close that first.`
    case 'library-damaged':
      return `Part of the library is damaged: ${error.path} (${error.reason}). The rest is open, and the file was set aside.`
    case 'library-denied':
      return `You may not write to the library in ${error.path}. Change the folder’s rights and start Lectern again.`
    case 'library-gone':
      return `The library’s folder, ${error.path}, is not there any more. Plug its drive in or move it back, and start Lectern again.`
    case 'snapshot-unknown':
      return `The earlier notes of “${error.name}” are not there any more; they are kept for 30 days. Choose others.`
    case 'backup-damaged':
      return `“${error.name}” is no backup of Lectern’s, or it is damaged: ${error.reason}. Nothing was restored; choose another file.`
    case 'restore-gone':
      return 'This backup waited too long to be restored. Choose its file again.'
    case 'restore-stopped':
      return `The restore stopped after ${error.done} of ${error.total} articles: ${error.reason}. These are restored whole; restore again to go on.`
    case 'disk-full':
      return `The disk is full, so ${error.path} was not saved. Free some space and try again.`
    case 'write-failed':
      return `${error.path} could not be saved (${error.reason}). Try again.`
    case 'link-refused':
      return `This link was not opened, because it does not lead to the web: ${error.href}`
    case 'bad-input':
      return `That cannot be saved: ${error.reason}.`
    case 'internal':
      return `Something in Lectern went wrong; it is our mistake, and it stands in the log. (${error.reason})`
  }
}

function statusText(status: number): string {
  if (status === 401 || status === 402 || status === 403) return `“${status}”: it wants you to be signed in`
  if (status === 404 || status === 410) return `“${status}”: the page is not there any more`
  return `“${status}”`
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1)
}
