import { useState } from 'react'
import type { PictureName } from '../../src/model/content.ts'

type Size = { width: number; height: number }

/** In CSS pixels. Who comes back to an article finds its lines where they were before the pictures are there again. */
const known = new Map<PictureName, Size>()

/** A picture of the library's own. Until its size is known it has the room of a photograph. */
export function KeptPicture({ name, alt }: { name: PictureName; alt: string }) {
  const [size, setSize] = useState(known.get(name))
  return (
    <img
      src={`/pictures/${name}`}
      alt={alt}
      className={size === undefined ? 'coming' : undefined}
      {...size}
      loading="lazy"
      decoding="async"
      draggable={false}
      onLoad={({ currentTarget: { naturalWidth: width, naturalHeight: height } }) => {
        known.set(name, { width, height })
        setSize({ width, height })
      }}
    />
  )
}
