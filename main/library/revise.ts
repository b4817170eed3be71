/** Some of a thing's fields with new values; a field that is absent or undefined stays as it is. */
export type Change<T> = { readonly [K in keyof T]?: T[K] | undefined }

/** The thing with the change made to it. */
export function revise<T extends object>(current: T, change: Change<T>): T {
  const given = Object.entries(change).filter(([, value]) => value !== undefined)
  return { ...current, ...Object.fromEntries(given) }
}
