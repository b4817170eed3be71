import type { Element } from '../../markup/tree.ts'
import { childElements } from '../../markup/walk.ts'

const figureClass = /(?:^|\s)wp-caption(?:\s|$)/
const captionClass = /(?:^|\s)(?:wp-caption-(?:text|dd)|gallery-caption)(?:\s|$)/

export function isFigure({ name, attributes }: Element): boolean {
  return (
    name === 'figure' ||
    attributes.get('role') === 'figure' ||
    figureClass.test(attributes.get('class') ?? '')
  )
}

/** The captions of a figure, not those of figures within it. */
export function captionsOf(figure: Element): Element[] {
  return childElements(figure).flatMap((child) => {
    if (isCaption(child)) return [child]
    return isFigure(child) ? [] : captionsOf(child)
  })
}

function isCaption({ name, attributes }: Element): boolean {
  return name === 'figcaption' || captionClass.test(attributes.get('class') ?? '')
}
