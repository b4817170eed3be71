const safe = /^(?:https?:\/\/|mailto:)[^\s\u0000-\u001f]+$/i

/** The address if a click on it may leave the app: http, https and mailto. Everything else, relative ones too, is null. */
export function safeHref(url: string): string | null {
  return safe.test(url) ? url : null
}
