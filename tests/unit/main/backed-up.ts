import { createHash } from 'node:crypto'
import { copyFile, cp, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'
import { Backups } from '../../../main/library/backup/backups.ts'
import type { ArticleId } from '../../../src/model/ids.ts'
import { temporaryFolder } from './folder.ts'
import { monday, newStory, openLibrary, readDraft, valueOf, yellow } from './opened-library.ts'

/** A library folder of its own, open, and what backs it up. */
export async function openForBackup(root: string, device = 'd0000000000a') {
  const opened = await openLibrary(root, { device })
  return { root, ...opened, backups: new Backups(opened.library, opened.notes) }
}

export async function emptyLibrary(device?: string) {
  return openForBackup(join(await temporaryFolder(), 'library'), device)
}

const persian = {
  name: 'mowj.txt',
  bytes: Buffer.from('موج‌شکن بندر\n\nهیئت روز دوشنبه تشکیل شد.\n\nاعضا در بندر رأی دادند.\n'),
}

export const picture = Buffer.from('not really a picture, but all that counts is its hash')
export const pictureName = `${createHash('sha256').update(picture).digest('hex')}.png`

/**
 * A library with all that one can have: notes of two devices, of one of them a conflict copy with another text of the same
 * note, removed notes, corrected facts, reading states, right-to-left text, settings, a picture; and what is no part of it.
 */
export async function richLibrary() {
  const here = await emptyLibrary()
  const { root, library, notes } = here
  const { id } = valueOf(await library.add(newStory({ place: 'WHITBY' })))
  const shared = valueOf(await notes.add(id, monday, { ...yellow, body: 'first', tags: ['tide'] }))
  const gone = valueOf(await notes.add(id, null, { body: 'gone', color: 'red', tags: [] }))
  valueOf(await notes.remove(id, gone.note.id))
  valueOf(await library.edit(id, { title: 'Tide table, corrected', byline: 'Mara Ellison' }))
  valueOf(await notes.saveReading(id, { progress: 0.4, position: 12, isStarred: true }))
  const rtl = valueOf(await readDraft(persian))
  const second = valueOf(await library.add(newStory({}, { source: persian, draft: rtl })))
  valueOf(await notes.add(second.id, { start: 0, end: 7 }, { ...yellow, body: 'یادداشت' }))
  const third = valueOf(await library.add(newStory({ title: 'Without notes' })))
  valueOf(await library.settings.change((settings) => ({ ...settings, theme: 'sepia' })))
  await here.close()

  // Both devices write into the note without having seen the other's words.
  const apart = join(await temporaryFolder(), 'library')
  await cp(root, apart, { recursive: true })
  const there = await openForBackup(root, 'd0000000000b')
  valueOf(await there.notes.edit(id, shared.note.id, { body: 'from there' }))
  valueOf(await there.library.settings.change((settings) => ({ ...settings, theme: 'dark' })))
  await there.close()
  const own = pathOf(id, 'notes.d0000000000a.json')
  const meanwhile = await openForBackup(apart)
  valueOf(await meanwhile.notes.edit(id, shared.note.id, { body: 'from here' }))
  await meanwhile.close()
  // A synchroniser brings it, and leaves what it replaced beside it.
  const replaced = pathOf(id, 'notes.d0000000000a.sync-conflict-20260101-000000-ABCDEFG.json')
  await rename(join(root, own), join(root, replaced))
  await copyFile(join(apart, own), join(root, own))
  await mkdir(join(root, 'pictures'), { recursive: true })
  await writeFile(join(root, 'pictures', pictureName), picture)
  return { root, ids: { first: id, second: second.id, third: third.id }, note: shared.note.id }
}

/** All files below a folder by their path, but for what is derived. */
export async function filesBelow(root: string): Promise<Map<string, string>> {
  const files = new Map<string, string>()
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  for (const entry of entries.filter((each) => each.isFile())) {
    const path = join(entry.parentPath, entry.name)
    const name = relative(root, path).split(sep).join('/')
    if (!name.startsWith('.lectern/')) files.set(name, await readFile(path, 'latin1'))
  }
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** A zip by somebody else's hand. */
export async function zipOf(entries: Iterable<readonly [string, string | Uint8Array]>): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [name, bytes] of entries) zip.addBuffer(Buffer.from(bytes), name)
  zip.end()
  return buffer(zip.outputStream)
}

export async function writtenZip(bytes: Uint8Array): Promise<string> {
  const path = join(await temporaryFolder(), 'backup.zip')
  await writeFile(path, bytes)
  return path
}

export function pathOf(id: ArticleId, file: string): string {
  return `articles/${id}/${file}`
}
