import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { NotesFile } from '../../../src/model/note.ts'
import { DamagedFile, JsonFile, NewerFile } from './json-file.ts'
import { notesFileName } from './layout.ts'

/** All devices' notes in an article's folder, as far as they can be read. Throws the system's error. */
export async function readNotesFiles(folder: string): Promise<NotesFile[]> {
  const names = (await readdir(folder)).filter((name) => notesFileName.test(name))
  const files = await Promise.all(
    names.map((name) => readable(new JsonFile(join(folder, name), 'notes', NotesFile))),
  )
  return files.filter((file) => file !== null)
}

/** What a file says; null where it is missing, or where it can't be read as what it should be. */
export async function readable<T>(file: JsonFile<T>): Promise<T | null> {
  return file.read().catch((error: unknown) => {
    if (error instanceof DamagedFile || error instanceof NewerFile) return null
    throw error
  })
}
