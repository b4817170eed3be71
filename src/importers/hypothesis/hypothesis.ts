import { ok } from '../../errors.ts'
import { factsOfPage, pagesIn } from '../annotations/annotated-page.ts'
import type { CollectionImporter, Json } from '../importer.ts'
import { fieldsOf } from '../services/fields.ts'
import { beginsAsJson, hasColumns, listIn, members, readJson, rowsOf } from '../services/found.ts'
import { serviceImporter } from '../services/service.ts'
import { readAnnotation, userName } from './annotation.ts'

const label = 'Hypothesis'

/** Annotations as its client exports them, as JSON or a table, and as its API finds them: an article for each page. */
export const hypothesis: CollectionImporter = serviceImporter({
  id: 'hypothesis',
  label,
  accepts: (candidate) =>
    hasColumns(candidate, 'Quote/description', 'Comment', 'URL') ||
    beginsAsJson(candidate, /"(?:export_userid|client_version)"|"user"\s*:\s*"acct:/),
  find: (candidate) => {
    if (!beginsAsJson(candidate)) {
      const rows = rowsOf(candidate, label)
      return rows.ok ? ok(pagesIn(rows.value, readAnnotation, null)) : rows
    }
    const json = readJson(candidate, label)
    if (!json.ok) return json
    const owner = userName(fieldsOf(json.value).text('export_userid'))
    return ok(pagesIn(members(annotationsIn(json.value), 'annotation'), readAnnotation, owner))
  },
  factsOf: (record) => factsOfPage(record, readAnnotation),
  placed: [
    ...['uri', 'url', 'owner', 'annotations', 'id', 'created', 'Created at', 'user', 'user_info', 'Author'],
    ...['text', 'Comment', 'tags', 'target', 'source', 'selector', 'type', 'exact', 'prefix', 'suffix'],
    ...['document', 'references', 'Quote/description'],
    // Other ways to say where the quotation stands, and where Hypothesis shows the annotation.
    ...['start', 'end', 'startContainer', 'startOffset', 'endContainer', 'endOffset', 'links'],
  ],
})

/** A list, wherever it is, or an annotation by itself. */
function annotationsIn(json: Json): Json | undefined {
  return fieldsOf(json).value('uri') === undefined ? listIn(json, 'annotations', 'rows') : [json]
}
