import { extensionOf } from '../file-name.ts'

const extensions = new Set(['md', 'markdown', 'mdown', 'mkd'])

export function isMarkdownName(name: string): boolean {
  return extensions.has(extensionOf(name))
}
