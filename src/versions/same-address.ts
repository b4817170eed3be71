/** What is put behind an address to follow its readers about; it never says which story is meant. */
const tracking =
  /^(?:utm_\w+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igshid|igsh|mc_cid|mc_eid|mkt_tok|_ga|_gl|_hsenc|_hsmi|vero_id|oly_anon_id|oly_enc_id|s_cid|cmpid|ns_\w+|at_(?:medium|campaign)\w*|ref_src|ref_url|spm|xtor|guccounter|guce_\w+)$/i

const web = /^https?:\/\/(?:[^/?#@]*@)?([^/?#:]+)(?::(\d*))?([^?#]*)(?:\?([^#]*))?(?:#.*)?$/i

/**
 * What two addresses of the same story have in common: host without `www.`, path without the slash at its end, and the
 * query's parts, save what only tracks readers, in the order of the alphabet. Two addresses are of one story if their keys
 * are equal; the key itself is no address. An address that is not of the web is its own key.
 *
 * `m.`, `/amp` and the like stay: what they stand for differs from site to site.
 */
export function addressKey(url: string): string {
  const [, host, port, path = '', query = ''] = web.exec(url.trim()) ?? []
  if (host === undefined) return url.trim()
  const place = host
    .toLowerCase()
    .replace(/^www\./, '')
    .replace(/\.$/, '')
  const isDefault = port === undefined || ['', '80', '443'].includes(port)
  const kept = query
    .split('&')
    .filter((part) => part !== '' && !tracking.test(part.split('=', 1)[0] ?? ''))
    .sort()
  const behind = kept.length === 0 ? '' : `?${kept.join('&')}`
  return `${place}${isDefault ? '' : `:${port}`}${path.replace(/\/+$/, '')}${behind}`
}
