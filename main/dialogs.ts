import { type BrowserWindow, dialog } from 'electron'

/** Asks for text files; empty when the person thought better of it. */
export async function chooseFiles(window: BrowserWindow): Promise<string[]> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: 'Add stories',
    properties: ['openFile', 'multiSelections'],
    filters: [
      // All first: what people saved elsewhere comes under any name.
      { name: 'All files', extensions: ['*'] },
      { name: 'Pages, books and papers', extensions: ['html', 'htm', 'mhtml', 'mht', 'epub', 'pdf'] },
      { name: 'Mail and text', extensions: ['eml', 'mbox', 'txt', 'text', 'md', 'markdown', 'xml'] },
      { name: 'Exports of other services', extensions: ['zip', 'csv', 'json', 'html', 'txt', 'ris', 'bib'] },
    ],
  })
  return filePaths
}

/** Asks for a folder to write into; null when the person thought better of it. */
export async function chooseFolder(window: BrowserWindow): Promise<string | null> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: 'Export notes as Markdown',
    buttonLabel: 'Export here',
    properties: ['openDirectory', 'createDirectory'],
  })
  return filePaths[0] ?? null
}

const zip = { name: 'Lectern backups', extensions: ['zip'] }

/** Asks where a backup is to be written, offering this name; null when the person thought better of it. */
export async function chooseBackupTarget(window: BrowserWindow, name: string): Promise<string | null> {
  const { filePath } = await dialog.showSaveDialog(window, {
    title: 'Back up library',
    buttonLabel: 'Back up',
    defaultPath: name,
    filters: [zip],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  })
  return filePath === '' ? null : filePath
}

/** Asks for a backup to restore from; null when the person thought better of it. */
export async function chooseBackup(window: BrowserWindow): Promise<string | null> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: 'Restore from backup',
    buttonLabel: 'Look it over',
    properties: ['openFile'],
    filters: [zip, { name: 'All files', extensions: ['*'] }],
  })
  return filePaths[0] ?? null
}

/** Asks where the reading list is to be written; null when the person thought better of it. */
export async function chooseFeedListTarget(window: BrowserWindow): Promise<string | null> {
  const { filePath } = await dialog.showSaveDialog(window, {
    title: 'Export the list of feeds',
    buttonLabel: 'Export',
    defaultPath: 'Lectern feeds.opml',
    filters: [{ name: 'Lists of feeds', extensions: ['opml', 'xml'] }],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  })
  return filePath === '' ? null : filePath
}

/** Shows where a link leads and asks whether to go there. */
export async function confirmLink(window: BrowserWindow, url: URL): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: url.protocol === 'mailto:' ? 'Write to this address?' : `Open ${url.host} in your browser?`,
    detail: url.href.slice(0, 500),
    buttons: ['Open', 'Cancel'],
    defaultId: 0,
    cancelId: 1,
  })
  return response === 0
}
