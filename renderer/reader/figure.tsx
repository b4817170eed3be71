import { Image } from 'lucide-react'
import { type ReactNode, useContext } from 'react'
import type { Block } from '../../src/model/content.ts'
import { Button } from '../ui/button.tsx'
import { descriptionId } from './descriptions.ts'
import './figure.css'
import { KeptPicture } from './kept-picture.tsx'
import { fileOf, Pictures } from './pictures.ts'

type Props = {
  block: Extract<Block, { kind: 'figure' }>
  index: number
  /** The words of its caption. */
  children: ReactNode
}

/** A picture and its caption. What is not kept is not shown: nothing is loaded from the net while one reads. */
export function Figure({ block, index, children }: Props) {
  const pictures = useContext(Pictures)
  const { span, alt, language, direction } = block
  const name = fileOf(pictures, block)
  return (
    <figure
      data-block={index}
      aria-describedby={descriptionId(index)}
      tabIndex={-1}
      lang={language}
      dir={direction}
    >
      {name === null ? (
        <Missing alt={alt} keep={pictures.firstMissing === index ? pictures.keep : undefined} />
      ) : (
        <KeptPicture key={name} name={name} alt={alt} />
      )}
      {span.end > span.start && <figcaption data-start={span.start}>{children}</figcaption>}
    </figure>
  )
}

type MissingProps = {
  alt: string
  /** Null while they are being loaded; left out where nothing is offered. */
  keep: (() => void) | null | undefined
}

/** What stands for a picture that is not kept. */
function Missing({ alt, keep }: MissingProps) {
  return (
    <div className="missing-picture">
      <Image aria-hidden />
      <p>
        <span lang="en" dir="ltr" className={alt === '' ? undefined : 'heard'}>
          {alt === '' ? 'A picture that is not kept' : 'A picture that is not kept: '}
        </span>
        <span dir="auto">{alt}</span>
      </p>
      {keep !== undefined && (
        <span lang="en" dir="ltr">
          <Button aria-disabled={keep === null} onClick={keep ?? undefined}>
            {keep === null ? 'Loading the pictures…' : 'Keep this article’s pictures'}
          </Button>
        </span>
      )}
    </div>
  )
}
