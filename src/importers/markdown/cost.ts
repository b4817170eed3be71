export function isTooCostly(_text: string): boolean {
  return false
}
