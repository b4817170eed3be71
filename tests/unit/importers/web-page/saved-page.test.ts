import { expect, test } from 'vitest'
import { entryOf } from '../drafts.ts'

const png =
  'iVBORw0KGgoAAAANSUhEUgAAAAQAAAAECAYAAACp8Z5+AAAAFElEQVR42mNk+M9Qz0AEYBxVSF+FAAhKDveksOjmAAAAAElFTkSuQmCC'
const words =
  'The keeper of the lamp goes up at dusk and comes down at dawn, in winter as in summer. '.repeat(4)

const page = `<!DOCTYPE html> <html lang=en><!--
 Page saved with SingleFile
 url: https://harbour.example/lamp
 saved date: Sun Mar 01 2020 09:30:00 GMT+0100 (Central European Standard Time)
--><title>The lamp</title><article><h1>The lamp</h1>${`<p>${words}`.repeat(5)}
<figure><img src="data:image/png;base64,${png}" width=600 height=400 alt="The lamp"><figcaption>At dusk</figcaption></figure></article>`

test('a page saved with SingleFile says where it was and when it was saved, and brings its pictures along', async () => {
  const { draft, addedAt, pictures } = await entryOf('lamp.html', page)
  expect(draft).toMatchObject({ url: 'https://harbour.example/lamp', facts: { title: 'The lamp' } })
  expect(addedAt).toBe('2020-03-01T08:30:00.000Z')
  const figure = draft.content.blocks.find(({ kind }) => kind === 'figure')
  expect(pictures).toHaveLength(1)
  expect(figure).toMatchObject({ url: null, file: pictures[0]?.name, alt: 'The lamp' })
})
