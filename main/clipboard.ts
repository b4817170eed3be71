import * as electron from 'electron'

/** What is put on the clipboard: a text and, beside it, the same as HTML. */
type Copied = { text: string; html?: string | undefined }

/** Electron before 45 takes both parts at once as they are. */
type EarlierClipboard = { write(data: Copied): void }

export async function writeClipboard({ text, html }: Copied): Promise<void> {
  const { clipboard } = electron
  if (html === undefined) return clipboard.writeText(text)
  if (isEarlier(clipboard)) return clipboard.write({ text, html })
  const item = new electron.ClipboardItem({ 'text/plain': text, 'text/html': html })
  await clipboard.write([item])
}

function isEarlier(clipboard: unknown): clipboard is EarlierClipboard {
  return typeof clipboard === 'object' && !('ClipboardItem' in electron)
}
