import { descendantsNamed, firstNamed, textOf } from '../../markup/walk.ts'
import type { Element } from '../../markup/tree.ts'
import type { AgencyStory } from './agency-story.ts'
import { lineIn } from './elements.ts'
import { inHtml } from './nitf-html.ts'
import { readNitf } from './read-nitf.ts'
import { nodesOfMarkup } from './body-nodes.ts'

/** Whether there are words in an element that holds a story's text. */
export function hasBody(holder: Element): boolean {
  return lineIn(holder) !== null
}

/** The story with the text that an element of NewsML holds: NITF (and what that says beside it), XHTML, or plain text. */
export function withBody(story: AgencyStory, holder: Element): AgencyStory {
  const nitf = firstNamed(holder, 'nitf')
  if (nitf !== null) return merged(story, readNitf(nitf))
  const content = firstNamed(holder, 'body.content', 'body')
  if (content !== null) return { ...story, body: [inHtml({ ...withoutHeader(content), name: 'div' })] }
  if (descendantsNamed(holder, 'p').length > 0)
    return { ...story, body: [inHtml({ ...holder, name: 'div' })] }
  return { ...story, body: nodesOfMarkup(textOf(holder)) }
}

/** A header says once more what the item around the text says. */
function withoutHeader(body: Element): Element {
  const children = body.children.filter((child) => child.kind === 'text' || child.name !== 'header')
  return { ...body, children }
}

/** What encloses a text was made for this edition of it, and knows better. */
function merged(around: AgencyStory, inside: AgencyStory): AgencyStory {
  return {
    headline: around.headline ?? inside.headline,
    byline: around.byline ?? inside.byline,
    agency: around.agency ?? inside.agency,
    dateline: around.dateline ?? inside.dateline,
    place: around.place ?? inside.place,
    credit: around.credit ?? inside.credit,
    published: around.published ?? inside.published,
    language: around.language ?? inside.language,
    url: around.url ?? inside.url,
    tags: [...around.tags, ...inside.tags],
    furniture: [...around.furniture, ...inside.furniture],
    body: inside.body,
  }
}
