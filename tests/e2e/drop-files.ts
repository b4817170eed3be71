import type { Page } from '@playwright/test'
import type { MadeFile } from './made-files.ts'

/** Lets files fall into the window. */
export async function drop(page: Page, ...files: MadeFile[]): Promise<void> {
  const handed = files.map(({ name, bytes }) => ({ name, data: bytes.toString('base64') }))
  const dataTransfer = await page.evaluateHandle((all) => {
    const transfer = new DataTransfer()
    for (const { name, data } of all) {
      const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0))
      transfer.items.add(new File([bytes], name))
    }
    return transfer
  }, handed)
  for (const kind of ['dragenter', 'dragover', 'drop']) {
    await page.dispatchEvent('#root > *', kind, { dataTransfer })
  }
}
