import type { PDFPageProxy } from 'pdfjs-dist'
import { z } from 'zod'

/** How the letters of a font stand out from those around them. */
export type Face = { isBold: boolean; isItalic: boolean }

/**
 * The weights, and what foundries and TeX shorten them to: `Medi` of the Nimbus fonts is their bold, `CMBX`, `SFBX` and `ecbx` are
 * TeX's.
 */
const bold =
  /bold|black|heavy|demi|fett|gras(?![a-z])|medi(?!um)|(?:^|[-,_ ])bd|[-.]bi?$|^(?:cm|sf|ec)(?:ss)?b|^sfsx/i

const italic =
  /ital|obli|kursiv|slanted|[-.]b?i$|(?:[-,_ ]|bold|light|regular|medium|black|semi|demi|book)it$|^(?:cm|sf|ec)(?:bx)?(?:ti|sl|bi)|^cmssi|^cmitt/i

/** The face that the name of a font tells; a font of which only some letters are in the file has a tag in front of its name. */
export function faceOf(name: string): Face {
  const own = name.replace(/^[A-Z]{6}\+/, '')
  return { isBold: bold.test(own), isItalic: italic.test(own) }
}

const Font = z.object({ name: z.string() })

/** So many pages are asked for their fonts: a book's come on its first few, and each new one costs a second reading of its page. */
const mostAsked = 40

/** The faces of a document's fonts by pdf.js's own names for them, which are the same on all pages. */
export class Faces {
  private readonly known = new Map<string, Face>()
  private asked = 0

  of(font: string): Face {
    return this.known.get(font) ?? { isBold: false, isItalic: false }
  }

  /** Finds out the faces of fonts on a page. pdf.js tells of fonts only together with all that draws the page. */
  async learn(page: PDFPageProxy, fonts: readonly string[]): Promise<void> {
    const unknown = fonts.filter((font) => !this.known.has(font))
    if (unknown.length === 0 || this.asked === mostAsked) return
    this.asked += 1
    await page.getOperatorList({ annotationMode: noAnnotations }).catch(() => null)
    for (const font of unknown) {
      const found: unknown = page.commonObjs.has(font) ? page.commonObjs.get(font) : null
      this.known.set(font, faceOf(Font.safeParse(found).data?.name ?? ''))
    }
  }
}

/** `AnnotationMode.DISABLE` of pdf.js. */
const noAnnotations = 0
