/** What a citation says beside author, title and date, each null where it is not known. */
export type Details = {
  container?: string | null
  volume?: string | null
  issue?: string | null
  pages?: string | null
  edition?: string | null
  publisher?: string | null
  place?: string | null
  isbn?: string | null
  issn?: string | null
}

/** Those that are known, as a citation names them. */
export function detailsOf(details: Details): string[] {
  const { container, volume, issue, pages, edition, publisher, place, isbn, issn } = details
  const labelled: [label: string, value: string | null | undefined][] = [
    ['', container],
    ['vol. ', volume],
    ['no. ', issue],
    ['pp. ', pages],
    ['edition ', edition],
    ['', publisher],
    ['', place],
    ['ISBN ', isbn],
    ['ISSN ', issn],
  ]
  return labelled.flatMap(([label, value]) =>
    value == null || value.trim() === '' ? [] : [label + value.trim()],
  )
}
