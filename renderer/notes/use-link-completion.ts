import { type KeyboardEvent, type RefObject, useId, useMemo, useState } from 'react'
import type { Note } from '../../src/model/note.ts'
import { openWikilink, wikilinkTo } from '../../src/text/wikilinks.ts'
import { closeLinks, suggestLinks } from '../state/link-actions.ts'
import { useStore } from '../state/store.ts'
import { type LinkOption, linkOptions } from './link-options.ts'

/** A link that is being written: where its brackets begin, and what stands between them and the caret. */
type Begun = { start: number; query: string }

/** What is left of a link behind the caret, where one is written anew inside its brackets. */
const restOfLink = /^[^[\]\n]*\]\]/

export type LinkCompletion = ReturnType<typeof useLinkCompletion>

/** Offers what `[[` may stand for while it is written: arrows choose, Enter or Tab takes, Escape lets it be. */
export function useLinkCompletion(note: Note, field: RefObject<HTMLTextAreaElement | null>) {
  const listId = useId()
  const [begun, setBegun] = useState<Begun | null>(null)
  const [declined, setDeclined] = useState<number | null>(null)
  const [current, setCurrent] = useState(0)
  const found = useStore((state) => state.links?.found ?? null)
  const options = useMemo(() => {
    if (begun === null || found === null || declined === begun.start) return []
    return linkOptions(found, { query: begun.query, writing: note.id })
  }, [begun, declined, found, note.id])

  function look({ value, selectionStart, selectionEnd }: HTMLTextAreaElement) {
    const next = selectionStart === selectionEnd ? openWikilink(value, selectionStart) : null
    if (next?.start === begun?.start && next?.query === begun?.query) return
    setBegun(next)
    setCurrent(0)
    if (next === null) close()
    else void suggestLinks(next.query)
  }

  function close() {
    setBegun(null)
    setDeclined(null)
    closeLinks()
  }

  function take({ target, label }: LinkOption) {
    const area = field.current
    if (area === null || begun === null) return
    const [rest = ''] = restOfLink.exec(area.value.slice(area.selectionEnd)) ?? []
    area.setSelectionRange(begun.start, area.selectionEnd + rest.length)
    // The one way to write into a field that the field's own undo takes back.
    document.execCommand('insertText', false, wikilinkTo(target, label))
  }

  function onKeyDown(event: KeyboardEvent) {
    const option = options[current]
    if (option === undefined || begun === null || event.nativeEvent.isComposing) return
    const actions: Record<string, () => void> = {
      ArrowDown: () => setCurrent((current + 1) % options.length),
      ArrowUp: () => setCurrent((current + options.length - 1) % options.length),
      Enter: () => take(option),
      Tab: () => take(option),
      Escape: () => setDeclined(begun.start),
    }
    const action = actions[event.key]
    if (action === undefined || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    action()
  }

  /** The caret went elsewhere: that begins no link, but may end one. */
  function follow(area: HTMLTextAreaElement) {
    if (begun !== null) look(area)
  }

  return { listId, options, current, look, follow, close, take, onKeyDown }
}
