import { problem } from '../state/messages.ts'

/** The files of a drop, those in dropped folders included; a folder that gives none is told of. */
export async function droppedFiles(transfer: DataTransfer): Promise<File[]> {
  // All of it is asked for at once, because the drop's data is gone after its event.
  const dropped: Item[] = [...transfer.items].map((item) => ({
    file: item.getAsFile(),
    entry: item.webkitGetAsEntry(),
  }))
  const files = await Promise.all(dropped.map(filesOfItem))
  return files.flat()
}

type Item = { file: File | null; entry: FileSystemEntry | null }

async function filesOfItem({ file, entry }: Item): Promise<File[]> {
  if (isFolder(entry)) return filesOfDropped(entry)
  return file === null ? [] : [file]
}

async function filesOfDropped(folder: FileSystemDirectoryEntry): Promise<File[]> {
  const { name } = folder
  try {
    const files = await filesIn(folder)
    if (files.length === 0) problem({ code: 'folder-empty', name })
    return files
  } catch (error) {
    problem({ code: 'file-unreadable', name, reason: error instanceof Error ? error.message : String(error) })
    return []
  }
}

async function filesIn(entry: FileSystemEntry): Promise<File[]> {
  if (isFile(entry)) return [await new Promise<File>((resolve, reject) => entry.file(resolve, reject))]
  if (!isFolder(entry)) return []
  const files = await Promise.all((await childrenOf(entry)).map(filesIn))
  return files.flat()
}

/** `readEntries` answers up to 100 at a time, until it answers none. */
async function childrenOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const all: FileSystemEntry[] = []
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    )
    if (some.length === 0) return all
    all.push(...some)
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile
}

function isFolder(entry: FileSystemEntry | null): entry is FileSystemDirectoryEntry {
  return entry?.isDirectory ?? false
}
