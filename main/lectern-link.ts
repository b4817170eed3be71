/** Whether what was named to the app is a link of ours and no file. */
export function isLink(named: string): boolean {
  return /^lectern:/i.test(named)
}

/**
 * The address that a `lectern://add?url=` link asks to be added; null where the link asks anything else. Nothing else is ever
 * taken from a link, since any page can make one.
 */
export function addressIn(link: string): string | null {
  if (!URL.canParse(link)) return null
  const { protocol, host, pathname, searchParams } = new URL(link)
  const address = searchParams.get('url')
  if (protocol !== 'lectern:' || host !== 'add' || !['', '/'].includes(pathname)) return null
  return address !== null && /^https?:\/\//i.test(address) && URL.canParse(address) ? address : null
}
