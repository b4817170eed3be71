/** Without what programs keep for themselves beside the notes: `.obsidian/`, `.trash/`, `__MACOSX/`. */
export function visibleNames(names: readonly string[]): string[] {
  return names.filter((name) => !name.split('/').some((part) => part.startsWith('.') || part === '__MACOSX'))
}
