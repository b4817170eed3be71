import { ok } from '../../errors.ts'
import { factsOfPage, pagesIn } from '../annotations/annotated-page.ts'
import { readJson } from '../services/found.ts'
import type { Reader } from '../services/lazy-service.ts'
import { readWebAnnotation } from './annotation.ts'
import { itemsOf } from './items.ts'

/** The annotations of a document by their pages. */
export const webAnnotationReader: Reader = {
  find: (candidate) => {
    const json = readJson(candidate, 'Web Annotation')
    return json.ok ? ok(pagesIn(itemsOf(json.value), readWebAnnotation, null)) : json
  },
  factsOf: (record) => factsOfPage(record, readWebAnnotation),
  placed: [
    ...[
      'uri',
      'owner',
      'annotations',
      '@context',
      'id',
      '@id',
      'type',
      '@type',
      'motivation',
      'created',
      'creator',
    ],
    ...['body', 'bodyValue', 'target', 'value', 'purpose', 'color', 'exact', 'prefix', 'suffix', 'items'],
    ...['source', 'selector', 'refinedBy', 'title', 'name', 'format', 'tag', 'keyword'],
  ],
}
