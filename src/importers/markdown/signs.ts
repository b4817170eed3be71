/**
 * Obsidian's `==` around a highlight and `%%` around a comment, which Markdown does not know: each becomes one character that
 * Unicode keeps out of all texts, so that it comes through the parser as a letter would.
 */
export const markSign = '\ufdd0'
export const commentSign = '\ufdd1'

/** An underline of a heading and a row of more signs are none; nor is what a backslash stands before. */
const written = /^ {0,3}==[ \t]*$|\\[^]|={3,}|%{3,}|(==|%%)/gm

/** The text with its signs. Where one of these characters is in it, against Unicode's rule, it becomes the replacement character. */
export function withSigns(text: string): string {
  return text
    .replace(/[\ufdd0\ufdd1]/g, '\ufffd')
    .replace(written, (found, sign?: string) =>
      sign === undefined ? found : sign === '==' ? markSign : commentSign,
    )
}

/** The signs as they were written, for code and addresses. */
export function withoutSigns(text: string): string {
  return text.replaceAll(markSign, '==').replaceAll(commentSign, '%%')
}
