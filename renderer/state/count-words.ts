/** Words as Unicode's text segmentation finds them (UAX 29), which also serves languages without spaces. */
export function countWords(text: string, language: string | null): number {
  const segments = new Intl.Segmenter(language ?? undefined, { granularity: 'word' }).segment(text)
  return Array.from(segments).filter((segment) => segment.isWordLike).length
}
