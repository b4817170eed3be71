// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest'
import {
  backUp,
  chooseBackup,
  discardBackup,
  mergeBackup,
} from '../../../../renderer/state/backup-actions.ts'
import { applyEvent } from '../../../../renderer/state/events.ts'
import { getState } from '../../../../renderer/state/store.ts'
import type { RestorePlan } from '../../../../src/contract.ts'
import { fail, ok } from '../../../../src/errors.ts'
import { fakeLibrary, type FakeLibrary } from './fake-library.ts'

let library: FakeLibrary

const plan: RestorePlan = {
  restoreId: 'r1',
  name: 'library.zip',
  counts: { added: 3, changed: 1, conflict: 0, same: 5 },
  items: [],
  skipped: [],
}

beforeEach(() => {
  library = fakeLibrary()
  library.answers['restore.choose'] = () => ok(plan)
  library.answers['restore.discard'] = () => ok({})
})

function said() {
  return getState().toasts.map(({ text }) => text)
}

test('a backup says where it lies and how much is in it', async () => {
  library.answers['backup.save'] = () => ok({ path: '/usb/library.zip', articles: 1284 })
  await backUp()
  expect(said()).toEqual(['1,284 articles backed up to /usb/library.zip'])
})

test('a backup that was thought better of is not spoken of', async () => {
  library.answers['backup.save'] = () => ok({ path: null, articles: 0 })
  await backUp()
  expect(said()).toEqual([])
})

test('how far a backup is, is known until it is done', async () => {
  applyEvent({ kind: 'progress', task: 'backup', done: 10, total: 100 })
  expect(getState().progress).toEqual({ task: 'backup', done: 10, total: 100 })
  applyEvent({ kind: 'progress', task: 'backup', done: 100, total: 100 })
  expect(getState().progress).toBeNull()
})

test('a chosen backup is looked over first and changes nothing', async () => {
  await chooseBackup()
  expect(getState()).toMatchObject({ sheet: 'restore', restore: { plan, isMerging: false } })
  expect(library.inputsOf('restore.apply')).toEqual([])
  await discardBackup()
  expect(library.inputsOf('restore.discard')).toEqual([{ restoreId: 'r1' }])
  expect(getState()).toMatchObject({ sheet: null, restore: null })
})

test('a merge is asked for once, cannot be closed while it runs, and says what came', async () => {
  let answer = () => {}
  library.answers['restore.apply'] = async () => {
    await new Promise<void>((resolve) => (answer = resolve))
    return ok({ added: 3, changed: 1 })
  }
  await chooseBackup()
  const merging = mergeBackup()
  await mergeBackup()
  await discardBackup()
  expect(getState().sheet).toBe('restore')
  answer()
  await merging
  expect(library.inputsOf('restore.apply')).toEqual([{ restoreId: 'r1' }])
  expect(library.inputsOf('restore.discard')).toEqual([])
  expect(said()).toEqual(['Restored: 3 articles added, 1 article changed'])
  expect(getState()).toMatchObject({ sheet: null, restore: null })
})

test('a merge that failed leaves the sheet to try again', async () => {
  library.answers['restore.apply'] = () => fail({ code: 'disk-full', path: 'articles' })
  await chooseBackup()
  await mergeBackup()
  expect(getState()).toMatchObject({ sheet: 'restore', restore: { isMerging: false } })
})
