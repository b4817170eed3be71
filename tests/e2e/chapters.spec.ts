import { expect, test } from './app.ts'
import { axeFindings } from './axe.ts'
import { drop } from './drop-files.ts'
import { book } from './made-files.ts'

test('a book is dropped and read from chapter to chapter, by the keys and by what stands at the end of each', async ({
  machine,
}) => {
  const { page } = await machine.start()
  await drop(page, await book())
  await page.getByRole('dialog').getByRole('button', { name: 'Start' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Done' }).click()
  await page.getByRole('grid', { name: 'Articles' }).getByText('The wall', { exact: true }).click()

  const text = (title: string) => page.getByRole('region', { name: title, exact: true })
  await expect(text('The wall').locator('.kicker')).toHaveText(/The Harbour Book.*Chapter 1 of 2/)
  const beside = page.getByRole('navigation', { name: 'Chapters' })
  await expect(beside.getByRole('button')).toHaveText([/Next chapter\s*The quay/])
  expect(await axeFindings(page)).toEqual([])

  await text('The wall').focus()
  await page.keyboard.press('Shift+J')
  await expect(text('The quay')).toBeFocused()
  await expect(text('The quay').locator('.kicker')).toContainText('Chapter 2 of 2')
  await expect(beside.getByRole('button')).toHaveText([/Previous chapter\s*The wall/])
  await page.keyboard.press('Shift+K')
  await expect(text('The wall')).toBeFocused()

  await beside.getByRole('button', { name: 'Next chapter The quay' }).press('Enter')
  await expect(text('The quay')).toBeFocused()

  await page.keyboard.press('Control+k')
  await page.getByRole('dialog', { name: 'Commands and articles' }).waitFor()
  await page.keyboard.type('Previous chapter')
  await page.keyboard.press('Enter')
  await expect(text('The wall')).toBeVisible()
})
