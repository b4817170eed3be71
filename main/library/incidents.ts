import { rm } from 'node:fs/promises'
import { z } from 'zod'
import { currentFormat, Format } from '../../src/model/format.ts'
import { Incident } from '../../src/model/incident.ts'
import { DamagedFile, JsonFile, NewerFile } from './files/json-file.ts'
import type { Layout } from './files/layout.ts'
import { Keeper } from './keeper.ts'

/** `.lectern/what-happened.json`: what the reader has not put away yet, newest first. */
const IncidentsFile = z.object({ format: Format, incidents: z.array(Incident) })
type IncidentsFile = z.infer<typeof IncidentsFile>

/** A disk that goes bad damages thousands of files; nobody reads more than these. */
const mostKept = 1000

type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never

/** An incident before it is written down. */
export type Happening = Without<Incident, 'id' | 'at'>

type Options = {
  newId: () => string
  /** ISO date-time of now. */
  clock: () => string
  onChange: () => void
}

/** What happened to the library's files: one place for all that the reader should know. */
export class Incidents {
  /** The list as it will be: on a disk that can't be written it is at least shown. */
  private current: readonly Incident[]
  private last: Promise<void> = Promise.resolve()

  private constructor(
    /** Null where the library is only looked at. */
    private readonly keeper: Keeper<IncidentsFile> | null,
    private readonly options: Options,
  ) {
    this.current = keeper?.value.incidents ?? []
  }

  /** Of a library that is only looked at: told, and written nowhere. */
  static unwritten(options: Options): Incidents {
    return new Incidents(null, options)
  }

  /** Throws the system's error. A damaged list is begun anew: what it told of lies in the library's own folders. */
  static async open(layout: Layout, options: Options): Promise<Incidents> {
    const file = new JsonFile(layout.incidents, 'local', IncidentsFile)
    const initial: IncidentsFile = { format: currentFormat, incidents: [] }
    const keeper = await Keeper.open(file, initial).catch(async (error: unknown) => {
      if (!(error instanceof DamagedFile || error instanceof NewerFile)) throw error
      await rm(layout.incidents)
      return Keeper.open(file, initial)
    })
    return new Incidents(keeper, options)
  }

  get all(): readonly Incident[] {
    return this.current
  }

  find(id: string): Incident | undefined {
    return this.current.find((incident) => incident.id === id)
  }

  /** Notes what happened. The same thing at the same file is one incident until it is put away. */
  add(happening: Happening): void {
    const isKnown = this.current.some(({ kind, path }) => kind === happening.kind && path === happening.path)
    if (isKnown) return
    const incident: Incident = { ...happening, id: this.options.newId(), at: this.options.clock() }
    this.set([incident, ...this.current].slice(0, mostKept))
  }

  dismiss(ids: readonly string[]): void {
    this.set(this.current.filter(({ id }) => !ids.includes(id)))
  }

  /** Waits until what was noted is on the disk. */
  flush(): Promise<void> {
    return this.last
  }

  private set(incidents: readonly Incident[]): void {
    this.current = incidents
    this.options.onChange()
    this.last = this.last.then(() => this.write())
  }

  private async write(): Promise<void> {
    const written = await this.keeper?.change((file) => ({ ...file, incidents: [...this.current] }))
    if (written?.ok === false) console.error('what-happened.json:', written.error) // they are shown at least
  }
}
