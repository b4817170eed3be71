import type { Locator, Page } from '@playwright/test'

/** The text of the open article. */
export function articleText(page: Page): Locator {
  return page.locator('.article-text')
}

/** Selects words of the article with the mouse, from the first of them to the last. */
export async function selectWords(page: Page, words: string): Promise<void> {
  const { from, to } = await articleText(page).evaluate(async (root, wanted) => {
    await document.fonts.ready // lines break anew when a font arrives
    await new Promise(requestAnimationFrame)
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    const range = document.createRange()
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1
      if (at < 0) continue
      range.setStart(node, at)
      range.setEnd(node, at + wanted.length)
      range.startContainer.parentElement?.scrollIntoView({ block: 'center' })
      const lines = Array.from(range.getClientRects()).filter((line) => line.width > 0)
      const first = lines[0]
      const last = lines.at(-1)
      if (!first || !last) break
      return {
        from: { x: first.left + 0.5, y: first.top + first.height / 2 },
        to: { x: last.right - 0.5, y: last.top + last.height / 2 },
      }
    }
    throw new Error(`not in one run of the text: ${wanted}`)
  }, words)
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(to.x, to.y, { steps: 4 })
  await page.mouse.up()
}

/** The cards of the notes pane. */
export function cards(page: Page): Locator {
  return page.locator('.card')
}

/** The words that are painted in a colour, as the CSS Custom Highlight API holds them; each once, whatever its layers. */
export async function painted(page: Page, color: string): Promise<string[]> {
  return page.evaluate((name) => {
    const layers = [...CSS.highlights.entries()].filter(([key]) => key.split('-').includes(name))
    const words = layers
      .flatMap(([, layer]) => [...layer])
      .map((part) => {
        const range = document.createRange()
        range.setStart(part.startContainer, part.startOffset)
        range.setEnd(part.endContainer, part.endOffset)
        return range.toString()
      })
    return [...new Set(words)]
  }, color)
}

/** The words at the beginning of the first line in view. */
export async function firstWords(page: Page): Promise<string> {
  return articleText(page).evaluate((text) => {
    const area = text.closest('.reader-scroller')?.getBoundingClientRect()
    const at = document.caretPositionFromPoint(text.getBoundingClientRect().left + 2, (area?.top ?? 0) + 14)
    return at?.offsetNode.textContent?.slice(at.offset, at.offset + 24) ?? ''
  })
}
