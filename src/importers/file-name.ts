/** `report` of `/home/mara/report.txt` and of `report`. */
export function baseName(name: string): string {
  const last = name.split(/[/\\]/).at(-1)!
  return last.slice(0, last.length - extensionWithDot(last).length).trim()
}

/** Lower case and without the dot; empty when there is none. */
export function extensionOf(name: string): string {
  return extensionWithDot(name.split(/[/\\]/).at(-1)!).slice(1).toLowerCase()
}

/** An extension begins with a letter, so that `Harbour board, Oct. 5` has none. */
function extensionWithDot(last: string): string {
  return /.(\.[a-z][a-z0-9]{0,7})$/i.exec(last)?.[1] ?? ''
}
