import type { AppError, Result } from '../../src/errors.ts'
import { problem } from './messages.ts'
import {
  type Answer,
  type ListStatus,
  missingPages,
  noPages,
  outdated,
  type Pages,
  pageSize,
  type Way,
  wayTo,
  withPage,
} from './pages.ts'

/** Rows asked for beyond those drawn: a page is there before its first row is. */
const rowsAhead = 30
/** Short enough to feel immediate, long enough that a burst of news is one more look. */
const settleMs = 120
/** Requests under way at a time: who drags the scrollbar past a hundred pages does not wait for them. */
const mostAtOnce = 4
/** The library's process is back sooner than this when it has to be started again. */
const retryMs = 2000

/** Where a list is kept, and how its rows are asked for. */
type Source<Row> = {
  pages(): Pages<Row>
  status(): ListStatus
  put(change: { pages?: Pages<Row>; status?: ListStatus }): void
  ask(page: Way & { limit: number }): Promise<Result<Answer<Row>>>
}

/** A look at the list as it stands: until something in it moves, the pages asked for fit each other. */
type Look = {
  readonly underWay: Set<number>
  /** Another question: the first answer takes the place of all that was there. */
  isAnotherList: boolean
}

/** A long list of which only what is near the screen is asked for. */
export class PagedList<Row> {
  private look: Look = { underWay: new Set(), isAnotherList: false }
  /** The rows on the screen. */
  private shown = { first: 0, last: 0 }
  private hasChanged = false
  private reloading: Promise<void> | null = null

  constructor(private readonly source: Source<Row>) {}

  /** Asks for what is missing of the rows now on the screen and around them; a later call overtakes an earlier one. */
  async show(first: number, last: number): Promise<void> {
    this.shown = { first, last }
    await this.fill()
  }

  /** Asks again for what is shown; the rows stay until the answers come. */
  async reload(): Promise<void> {
    this.source.put({ pages: outdated(this.source.pages()) })
    this.look = { underWay: new Set(), isAnotherList: this.look.isAnotherList }
    await this.fill()
  }

  /** As `reload`, once for many changes that come close together, and never twice at a time. */
  reloadSoon(): void {
    this.hasChanged = true
    this.reloading ??= this.reloadWhileChanging().finally(() => (this.reloading = null))
  }

  /** Asks for the list of another question, from its top; the old rows stay until the first answer. */
  async start(): Promise<void> {
    this.source.put({ status: 'loading' })
    this.shown = { first: 0, last: 0 }
    this.look = { underWay: new Set(), isAnotherList: true }
    await this.fill()
  }

  private async reloadWhileChanging(): Promise<void> {
    while (this.hasChanged) {
      await new Promise((resolve) => setTimeout(resolve, settleMs))
      this.hasChanged = false
      await this.reload()
    }
  }

  /** Asks for the missing pages of what is shown, then of what is near it, until none is missing. */
  private async fill(): Promise<void> {
    const { look } = this
    const { first, last } = this.shown
    const known = this.known(look)
    const wanted = [
      ...missingPages(known, first, last),
      ...missingPages(known, first - rowsAhead, last + rowsAhead),
    ]
    const missing = [...new Set(wanted)]
      .filter((page) => !look.underWay.has(page))
      .slice(0, Math.max(0, mostAtOnce - look.underWay.size))
    await Promise.all(missing.map((page) => this.load(look, page)))
  }

  private async load(look: Look, page: number): Promise<void> {
    look.underWay.add(page)
    const result = await this.source.ask({ ...wayTo(this.known(look), page), limit: pageSize })
    if (look !== this.look) return
    look.underWay.delete(page)
    if (!result.ok) return this.failed(look, result.error)
    const before = this.known(look)
    look.isAnotherList = false
    const near = Math.floor(this.shown.first / pageSize)
    this.source.put({ pages: withPage(before, page, { ...result.value, shown: near }), status: 'ready' })
    await this.fill()
  }

  /** What is loaded of the list that is looked at. */
  private known(look: Look): Pages<Row> {
    return look.isAnotherList ? noPages : this.source.pages()
  }

  /** Says so once, and tries again by itself for as long as the page is wanted. */
  private failed(look: Look, error: AppError): void {
    if (this.source.status() !== 'failed') problem(error)
    this.source.put({ status: 'failed' })
    setTimeout(() => {
      if (look === this.look) void this.fill()
    }, retryMs)
  }
}
