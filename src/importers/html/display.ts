import type { Element } from '../../markup/tree.ts'
import { firstNamed, textOf } from '../../markup/walk.ts'

/** Elements that begin and end on lines of their own (HTML, section 15.3, display: block and its kin). */
const blocks = new Set(
  (
    'address article aside blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset figcaption ' +
    'figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol optgroup option p ' +
    'plaintext pre search section summary table tbody td tfoot th thead title tr ul xmp'
  ).split(' '),
)

/** What is never part of the text: programs, forms, other documents, and what stands in for them. */
const unseen = new Set(
  (
    'applet area audio base basefont bgsound button canvas datalist embed frame frameset head iframe link map meta meter noembed ' +
    'noframes object param progress script select source style template textarea title track video'
  ).split(' '),
)

/** Words for screen readers only, by the class names that style sheets hide them with; and formulas drawn a second time. */
const unseenClass =
  /(?:^|\s)(?:sr-only|visually-?hidden|screen-reader(?:-text|-only)?|assistive-text|katex-html|MathJax_Preview|mw-editsection|mw-cite-backlink)(?:\s|$)/i

const unseenStyle =
  /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all)/i

/** Whether an element and all in it is not seen, as far as the page itself says so. */
export function isHidden({ name, attributes }: Element): boolean {
  if (unseen.has(name)) return true
  if (attributes.size === 0) return false
  const hidden = attributes.get('hidden')
  if (hidden !== undefined && hidden.toLowerCase() !== 'until-found') return true
  return unseenStyle.test(attributes.get('style') ?? '') || unseenClass.test(attributes.get('class') ?? '')
}

/** Whether an element stands on lines of its own. */
export function isBlock({ name, attributes }: Element): boolean {
  const display = /(?:^|[;\s])display\s*:\s*([a-z-]+)/i
    .exec(attributes.get('style') ?? '')?.[1]
    ?.toLowerCase()
  if (display === 'inline') return false
  return blocks.has(name) || (display !== undefined && /^(?:block|flex|grid|list-item|table)$/.test(display))
}

/** Whether line ends of the source are seen in an element; null where it says nothing of that. */
export function keepsLines({ attributes }: Element): boolean | null {
  const style = /(?:^|[;\s])white-space\s*:\s*([a-z-]+)/i
    .exec(attributes.get('style') ?? '')?.[1]
    ?.toLowerCase()
  return style === undefined ? null : /^(?:pre|break-spaces)/.test(style)
}

/** Signs that even screen readers leave out. */
export function isOrnament(element: Element): boolean {
  return (
    element.attributes.get('aria-hidden') === 'true' &&
    element.name !== 'img' &&
    !/[\p{L}\p{N}]/u.test(textOf(element)) &&
    firstNamed(element, 'img') === null
  )
}
