import type { Element } from '../../markup/tree.ts'
import { textOf } from '../../markup/walk.ts'

const hides = /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))\b/i
const shows = /(?:^|[;\s])(?:display\s*:\s*(?!none)[a-z]|visibility\s*:\s*visible)/i

/** `.name`, `#name`, `p.name` */
const simple = /^[a-z0-9]*[.#]-?[_a-z][\w-]*$/i
const names = /[.#](?:\\.|[\w-])+/g

/**
 * Whether an element is hidden by a style sheet that stands in the page. Only a rule for a single class or id counts, and that outside of
 * `@media` and its kin. Whatever any rule shows, for wide windows or when it is opened, is no more counted as hidden.
 */
export function hiddenBySheets(page: Element): (element: Element) => boolean {
  const [hidden, shown] = [new Set<string>(), new Set<string>()]
  for (const sheet of sheetsIn(page).filter((text) => hides.test(text))) readSheet(sheet, hidden, shown)
  for (const name of shown) hidden.delete(name)
  if (hidden.size === 0) return () => false
  return ({ name, attributes }) => {
    const classes = (attributes.get('class') ?? '').split(/\s+/).map((one) => `.${one}`)
    const own = [...classes, `#${attributes.get('id') ?? ''}`]
    return (
      own.some((one) => hidden.has(one) || hidden.has(`${name}${one}`)) && !own.some((one) => shown.has(one))
    )
  }
}

/** What stands in `noscript` is for readers without programs, and hides what programs would fill. */
function sheetsIn({ name, attributes, children }: Element): string[] {
  if (name === 'noscript') return []
  if (name === 'style')
    return /^(?:all|screen|)$/i.test(attributes.get('media') ?? '')
      ? children.map((child) => textOf(child))
      : []
  return children.flatMap((child) => (child.kind === 'text' ? [] : sheetsIn(child)))
}

function readSheet(sheet: string, hidden: Set<string>, shown: Set<string>): void {
  const bare = sheet.replace(/\/\*[^]*?(?:\*\/|$)/g, ' ').replace(/"[^"\n]*"|'[^'\n]*'/g, '')
  let depth = 0
  let selectors = ''
  // Braces and what stands between them, by turns.
  for (const part of bare.split(/([{}])/)) {
    if (part === '{') depth += 1
    else if (part === '}') depth = Math.max(0, depth - 1)
    else {
      for (const selector of selectors.split(','))
        readRule(selector.trim(), { says: part, depth, hidden, shown })
      selectors = part.slice(part.lastIndexOf(';') + 1)
    }
  }
}

type Rule = { says: string; depth: number; hidden: Set<string>; shown: Set<string> }

function readRule(selector: string, { says, depth, hidden, shown }: Rule): void {
  if (depth === 1 && hides.test(says) && simple.test(selector)) hidden.add(selector)
  if (!shows.test(says)) return
  const last = selector.split(/[\s>+~]+/).at(-1) ?? ''
  for (const name of last.match(names) ?? []) shown.add(name.replaceAll('\\', ''))
}
