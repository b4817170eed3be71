import type { AppError } from '../../src/errors.ts'

/** The sentence that tells a person at the command line what went wrong, where, and what to do. */
export function errorText(error: AppError): string {
  switch (error.code) {
    case 'file-missing':
      return `${error.name}: there is no such file.`
    case 'file-denied':
      return `${error.name}: you may not read this. Change its permissions, then try again.`
    case 'file-empty':
      return `${error.name}: the file is empty.`
    case 'file-binary':
      return `${error.name}: this is not text, whatever its name says.`
    case 'file-too-large':
      return `${error.name}: ${megabytes(error.bytes)} is too large for a story; the limit is ${megabytes(error.maxBytes)}.`
    case 'file-encoding':
      return `${error.name}: some of its bytes are not ${error.encoding}. Save it as UTF-8, then try again.`
    case 'file-type':
      return `${error.name}: Lectern can't read this kind of file. "lectern add --help" names what it takes.`
    case 'file-unreadable':
      return `${error.name}: it can't be read (${error.reason}).`
    case 'import-stopped':
      return `${error.name}: reading it took more than ${error.seconds} seconds and was given up.`
    case 'format-broken':
      return `${error.name}: this should be ${error.format}, and is broken: ${error.reason}. Nothing was changed.`
    case 'zip-damaged':
      return `${error.name}: the zip can't be read: ${error.reason}. Nothing was changed.`
    case 'file-locked':
      return `${error.name}: it is locked by a password or by copy protection. Add a copy that is not.`
    case 'pages-scanned':
      return `${error.name}: its ${error.pages} pages are pictures without text. Run text recognition (OCR) over it, then try again.`
    case 'text-missing':
      return `${error.name}: there is no text of an article in it.`
    case 'collection-empty':
      return `${error.name}: this is ${error.format}, and there is nothing in it that could be added.`
    case 'feed-list':
      return `${error.name}: this is a list of feeds. "lectern feeds import" subscribes to them.`
    case 'importer-unknown':
      return `${error.importer}: there is no such format. "lectern help add" names them all.`
    case 'address-refused':
      return `${error.url}: only addresses that begin with http:// or https:// can be loaded.`
    case 'feed-none':
      return `${error.url}: there is no feed at this address, and none is named there.`
    case 'address-within':
      return `${error.url}: it leads from the web into this computer or its own network. Where you mean it to, name the address that it leads to.`
    case 'address-failed':
      return `${error.url}: it could not be loaded (${error.reason}).`
    case 'address-status':
      return `${error.url}: the server answered with ${error.status}.`
    case 'address-slow':
      return `${error.url}: loading it took more than ${error.seconds} seconds and was given up.`
    case 'address-large':
      return `${error.url}: it is larger than ${megabytes(error.maxBytes)}, and was given up.`
    case 'address-type':
      return `${error.url}: this is no page (${error.type}).`
    case 'address-missing':
      return `${error.id}: the article has no address that it could be loaded from.`
    case 'feed-unknown':
      return `${error.id}: no feed that is followed has this address or title. "lectern feeds list" shows them all.`
    case 'entry-gone':
      return 'There is no such entry in the feeds. "lectern feeds new --all" shows all there are.'
    case 'intake-unknown':
      return 'There is no such import any more.'
    case 'folder-empty':
      return `${error.name}: there is nothing in this folder that could be added.`
    case 'draft-gone':
      return 'The story waiting to be saved is gone; add its file again.'
    case 'article-unknown':
      return `${error.id}: there is no article whose id begins so. "lectern list" shows them all.`
    case 'article-ambiguous':
      return `${error.id}: several articles' ids begin so (${error.ids.join(', ')}). Give more of the id.`
    case 'note-unknown':
      return `${error.id}: there is no note with this id. "lectern notes" shows them all.`
    case 'note-ambiguous':
      return `${error.id}: several notes' ids begin so (${error.ids.join(', ')}). Give more of the id.`
    case 'version-unknown':
      return `${error.id}: the article has no version ${error.version}. "lectern diff ${error.id}" names those it has.`
    case 'version-same':
      return `${error.id}: its newest version reads just the same. Nothing was added.`
    case 'quote-missing':
      return `“${error.quote}” is not in the article. Check its wording with "lectern show".`
    case 'quote-ambiguous':
      return quoteAmbiguous(error)
    case 'quote-nth':
      return `“${error.quote}” stands in the article ${times(error.count)}; there is no place number ${error.nth}.`
    case 'span-outside':
      return 'The passage lies outside of the text.'
    case 'library-newer':
      return `${error.path}: a newer Lectern wrote this (format ${error.format}). Update Lectern to open it; nothing was changed.`
    case 'library-locked':
      return `${error.path}: the library is being written by ${error.holder}. Try again when that has ended.`
    case 'library-damaged':
      return `${error.path}: ${error.reason}. It was left as it is.`
    case 'library-denied':
      return `${error.path}: you may not write here. Change its permissions, or name another place.`
    case 'library-gone':
      return `${error.path}: the library’s folder is not there. Plug its drive in, or name another place with --library.`
    case 'snapshot-unknown':
      return `${error.name}: these earlier notes are not there any more; they are kept for 30 days.`
    case 'backup-damaged':
      return `${error.name}: this is no backup of Lectern’s, or it is damaged: ${error.reason}. Nothing was changed.`
    case 'restore-gone':
      return 'The backup that was read is no longer waiting to be restored; read it again.'
    case 'restore-stopped':
      return `The restore stopped after ${error.done} of ${error.total} articles: ${error.reason}. These are in the library whole; restore again to go on.`
    case 'disk-full':
      return `${error.path}: the disk is full. Nothing was changed; make room, then try again.`
    case 'write-failed':
      return `${error.path}: writing failed (${error.reason}). Nothing was changed.`
    case 'link-refused':
      return `${error.href}: only web and mail addresses can be opened.`
    case 'bad-input':
      return `This can't be done: ${error.reason}.`
    case 'internal':
      return `This is a fault of Lectern's, not yours: ${error.reason}. What was saved is safe.`
  }
}

/** All the places of a quotation with their surroundings, numbered for `--nth`. */
function quoteAmbiguous({ quote, passages }: Extract<AppError, { code: 'quote-ambiguous' }>): string {
  const places = passages.map(({ before, after }, index) => `  ${index + 1}. …${before}[${quote}]${after}…`)
  return [
    `“${quote}” stands in the article ${times(passages.length)}. Choose one with --nth:`,
    ...places,
  ].join('\n')
}

function times(count: number): string {
  return count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(bytes < 10_000_000 ? 1 : 0)} MB`
}
