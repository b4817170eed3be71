import { z } from 'zod'
import { PictureName } from './content.ts'
import { Format } from './format.ts'
import { ArticleId, DeviceId } from './ids.ts'

/**
 * `articles/<id>/pictures.<device>.json`: the pictures that one device loaded for an article, by their addresses. Only this
 * device writes it; all devices' files together tell which are kept. The pictures themselves lie in `pictures/`.
 */
export const PicturesFile = z.object({
  format: Format,
  articleId: ArticleId,
  device: DeviceId,
  pictures: z.record(z.string(), PictureName),
})
export type PicturesFile = z.infer<typeof PicturesFile>
