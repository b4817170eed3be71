/** A comment, or an element that holds no markup. What has no end reaches to the end of the page, as in a browser; so no page makes this slow. */
const opaque =
  /<!--(?:-?>|[^]*?(?:--!?>|$))|<(script|style|title|textarea|xmp)(?=[\s>])[^<>]*(?<!\/)>[^]*?(?:<\/\1[^<>]*>|$)/gi

/** Scripts that say something: of the article, or how a formula is written. */
const telling = /^<script[^>]*(?:ld\+json|math\/)/i

/** A page without its programs: they are most of what a parser would read, letter by letter. */
export function withoutPrograms(html: string): string {
  return html.replace(opaque, (found, name: string | undefined) =>
    name?.toLowerCase() === 'script' && !telling.test(found) ? '' : found,
  )
}
