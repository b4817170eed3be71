import type { PictureName } from '../../model/content.ts'

/** What belongs to a piece of HTML and does not stand in it. */
export type Base = {
  /** The address it has, from which its links lead on. */
  url: string | null
  /** Pictures that were kept, by the `src` that the HTML has for them; `cid:` and `data:` ones are seen only with this. */
  pictures?: ReadonlyMap<string, PictureName>
  /** The language of what it is a part of: blocks name theirs where it is another. */
  language?: string | null
}
