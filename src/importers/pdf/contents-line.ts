/** A line of a table of contents: dots lead to a page's number. */
export function isContentsLine(text: string): boolean {
  return /(?:\.\s?){4}\s*(?:\d{1,4}|[ivxlc]{1,6})$/.test(text)
}
