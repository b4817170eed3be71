import type { Locator, Page } from '@playwright/test'

/** The text of the open article. */
export function articleText(page: Page): Locator {
  return page.locator('.article-text')
}

/** Selects words of the article with the mouse, from the first of them to the last. */
export async function selectWords(page: Page, words: string): Promise<void> {
  const { from, to } = await settledPlace(page, words)
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(to.x, to.y, { steps: 4 })
  await page.mouse.up()
}

type Place = { from: { x: number; y: number }; to: { x: number; y: number } }

/** Where the words stand in the window, once fonts, scrolling and layout have come to rest. */
async function settledPlace(page: Page, words: string): Promise<Place> {
  return articleText(page).evaluate(async (root, wanted): Promise<Place> => {
    await document.fonts.ready
    const range = findRange()
    let place = broughtIntoView()
    for (let still = 0; still < 10; still++) {
      await new Promise(requestAnimationFrame)
      if (JSON.stringify(placeOf(range)) === JSON.stringify(place)) continue
      // The reader keeps its own place for a moment after fonts arrive, and takes this scrolling back.
      place = broughtIntoView()
      still = 0
    }
    return place

    function broughtIntoView(): Place {
      range.startContainer.parentElement?.scrollIntoView({ block: 'center' })
      return placeOf(range)
    }

    function findRange(): Range {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const at = node.textContent?.indexOf(wanted) ?? -1
        if (at < 0) continue
        const found = document.createRange()
        found.setStart(node, at)
        found.setEnd(node, at + wanted.length)
        return found
      }
      throw new Error(`not in one run of the text: ${wanted}`)
    }

    function placeOf(found: Range): Place {
      const lines = Array.from(found.getClientRects()).filter((line) => line.width > 0)
      const [first, last] = [lines[0], lines.at(-1)]
      if (!first || !last) throw new Error(`not drawn: ${wanted}`)
      return {
        from: { x: first.left + 0.5, y: first.top + first.height / 2 },
        to: { x: last.right - 0.5, y: last.top + last.height / 2 },
      }
    }
  }, words)
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
