/** What ends a tag in Obsidian: white space and all punctuation but `-`, `_` and `/`. */
const notInTags = /[\s\u2000-\u206f\u2e00-\u2e7f'"!#$%&()*+,.:;<=>?@^`{|}~[\]\\]+/g

/**
 * A tag as Obsidian takes it, without the `#`: what it does not allow becomes `-`, and one of digits only gets a `_`
 * at its end (Instapaper's rules). Empty where nothing of the tag can stand in one.
 */
export function obsidianTag(tag: string): string {
  const name = tag.replace(notInTags, '-').replace(/^-+|-+$/g, '')
  return /^\d+$/.test(name) ? `${name}_` : name
}
