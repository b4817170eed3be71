import { randomBytes } from 'node:crypto'
import { mkdir, readdir } from 'node:fs/promises'
import type { LibraryEvent } from '../../src/contract.ts'
import type { AppError } from '../../src/errors.ts'
import { type ArticleId, type DeviceId, idFromBytes } from '../../src/model/ids.ts'
import { defaultSettings, Settings } from '../../src/model/settings.ts'
import { makeFolder } from './files/durable.ts'
import { DamagedFile, JsonFile } from './files/json-file.ts'
import { Layout } from './files/layout.ts'
import { Snapshots } from './files/snapshots.ts'
import { type Marker, raiseMarker, readMarker, sweepFolder, writeMarker } from './folder.ts'
import { Incidents } from './incidents.ts'
import { Index } from './index/index.ts'
import { Keeper } from './keeper.ts'
import { onlyLooking, Recovery, type Reread, unreadable } from './recovery.ts'
import type { Rescue } from './shelf.ts'
import { Trash } from './trash.ts'

export type LibraryOptions = {
  root: string
  device: DeviceId
  /** ISO date-time of now. */
  clock: () => string
  publish: (event: LibraryEvent) => void
  /** Reads a source once more, to make good a damaged text. */
  reread: Reread
  /** Why the library is only looked at: another program writes it, or nobody may. Null: it is ours to write. */
  readOnly: AppError | null
}

/** What a library is made of besides its articles. */
export type Parts = {
  layout: Layout
  index: Index
  incidents: Incidents
  snapshots: Snapshots
  trash: Trash
  rescue: Rescue
  settings: Keeper<Settings>
}

/** Opens what a library is made of. Throws what `JsonFile.read` throws, and the system's error. */
export function openParts(options: LibraryOptions, onIncident: () => void): Promise<Parts> {
  const layout = new Layout(options.root)
  return options.readOnly === null
    ? openToKeep(layout, options, onIncident)
    : openToLook(layout, options, onIncident)
}

async function openToKeep(layout: Layout, options: LibraryOptions, onIncident: () => void): Promise<Parts> {
  const { root, clock, device, reread } = options
  const marker = await readMarker(layout)
  await mkdir(layout.root, { recursive: true })
  await makeFolder(layout.articles, layout.root)
  await makeFolder(layout.local, layout.root)
  await sweepFolder(layout, clock())
  const incidents = await Incidents.open(layout, { newId, clock, onChange: onIncident })
  const snapshots = new Snapshots({ root, clock, failed: sayOfSnapshot })
  const trash = new Trash(layout, clock)
  let index: Index | null = null
  const indexed = (id: ArticleId): string | null => index?.get(id)?.article ?? null
  const recovery = new Recovery({ layout, snapshots, incidents, trash, clock, reread, indexed })
  const { id } = marker ?? (await newMarker(layout, recovery))
  await raiseMarker(layout)
  const opened = Index.open(layout.index, id)
  index = opened.index
  index.onRenewed = (reason) =>
    incidents.add({ kind: 'index-rebuilt', path: layout.relative(layout.index), reason })
  if (opened.rebuilt !== null) index.onRenewed(opened.rebuilt)
  const settings = await openSettings(layout.settings(device), recovery)
  return { layout, index, incidents, snapshots, trash, rescue: recovery, settings }
}

async function openToLook(layout: Layout, options: LibraryOptions, onIncident: () => void): Promise<Parts> {
  const { root, clock, device, reread } = options
  const marker = await readMarker(layout)
  const incidents = Incidents.unwritten({ newId, clock, onChange: onIncident })
  const { index } = Index.open(null, marker?.id ?? '')
  const file = new JsonFile(layout.settings(device), 'settings', Settings)
  const settings = await Keeper.open(file, defaultSettings).catch((error: unknown) => {
    if (!(error instanceof DamagedFile)) throw error
    incidents.add(unreadable(layout, error))
    return Keeper.over(file, defaultSettings)
  })
  return {
    layout,
    index,
    incidents,
    snapshots: new Snapshots({ root, clock, failed: sayOfSnapshot }),
    trash: new Trash(layout, clock),
    rescue: onlyLooking(reread, (error) => incidents.add(unreadable(layout, error))),
    settings,
  }
}

/** A new library's, or that of one whose own was damaged or lost: then it is said. */
async function newMarker(layout: Layout, recovery: Recovery): Promise<Marker> {
  const isNew = (await readdir(layout.articles)).length === 0
  const kept = await recovery.setAside(layout.marker)
  const marker = await writeMarker(layout)
  if (!isNew || kept !== null) recovery.restored(layout.marker, { from: 'new', takenAt: null, kept })
  return marker
}

async function openSettings(path: string, recovery: Recovery): Promise<Keeper<Settings>> {
  await recovery.missingSettings(path)
  const file = new JsonFile(path, 'settings', Settings)
  const care = {
    join: (_mine: Settings, theirs: Settings) => theirs,
    setAside: (error: DamagedFile) => recovery.damagedSince(error),
  }
  return Keeper.open(file, defaultSettings, care).catch(async (error: unknown) => {
    if (!(error instanceof DamagedFile)) throw error
    await recovery.settings(error)
    return Keeper.open(file, defaultSettings, care)
  })
}

function newId(): string {
  return idFromBytes(randomBytes(12))
}

function sayOfSnapshot(path: string, error: unknown): void {
  console.error(`no copy of ${path}:`, error) // the file itself is saved; the next change is copied again
}
