import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { cruise, type ICruiseOptions, type ICruiseResult } from 'dependency-cruiser'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import walls from '../../.dependency-cruiser.mjs'

type Tree = Record<string, string>

// A house in which everybody keeps to their rooms.
const sound: Tree = {
  'package.json': JSON.stringify({ dependencies: { zod: '4', react: '19', electron: '45', lowdb: '7' } }),
  'src/errors.ts': "import { Span } from './model/span.ts'\nexport type AppError = Span",
  'src/contract.ts':
    "import { z } from 'zod'\nimport { Span } from './model/span.ts'\nexport const methods = z.array(Span)",
  'src/model/span.ts': "import { z } from 'zod'\nexport const Span = z.object({})",
  'src/model/format.ts': 'export const currentFormat = 1',
  'src/migrations/migrate.ts':
    "import { currentFormat } from '../model/format.ts'\nexport const migrate = currentFormat",
  'src/text/fold.ts': "import { Span } from '../model/span.ts'\nexport const fold = Span",
  'src/wire/story.ts': "import { fold } from '../text/fold.ts'\nexport const story = fold",
  'src/statements/said.ts': "import { fold } from '../text/fold.ts'\nexport const said = fold",
  'src/query/query.ts': "import { fold } from '../text/fold.ts'\nexport const query = fold",
  'src/merge/merge.ts': "import { fold } from '../text/fold.ts'\nexport const merge = fold",
  'src/versions/compare.ts': "import { fold } from '../text/fold.ts'\nexport const compare = fold",
  'src/markup/html.ts': 'export const html = 1',
  'src/importers/plain.ts':
    "import { story } from '../wire/story.ts'\nimport { html } from '../markup/html.ts'\nexport const plain = [story, html]",
  'src/exporters/markdown.ts': "import { fold } from '../text/fold.ts'\nexport const markdown = fold",
  'main/index.ts':
    "import { app } from 'electron'\nimport './library/service.ts'\nimport './import/desk.ts'\nimport './web/fetch.ts'\nexport { app }",
  'main/preload.ts':
    "import { ipcRenderer } from 'electron'\nimport type { methods } from '../src/contract.ts'\nexport const call: typeof methods = ipcRenderer",
  'main/library/service.ts': [
    "import '../../src/contract.ts'",
    "import '../../src/errors.ts'",
    "import '../../src/exporters/markdown.ts'",
    "import '../../src/merge/merge.ts'",
    "import '../../src/migrations/migrate.ts'",
    "import '../../src/query/query.ts'",
    "import '../../src/statements/said.ts'",
    "import '../../src/versions/compare.ts'",
  ].join('\n'),
  'main/web/fetch.ts': "import type { AppError } from '../../src/errors.ts'\nexport type Fetched = AppError",
  'main/import/desk.ts': "import '../../src/importers/plain.ts'",
  'renderer/index.tsx': "import './reader/reader.tsx'\nimport './notes/notes.tsx'\nimport './ui/button.tsx'",
  'renderer/reader/reader.tsx': "import { fold } from '../../src/text/fold.ts'\nexport const reader = fold",
  'renderer/notes/notes.tsx': "import { methods } from '../../src/contract.ts'\nexport const notes = methods",
  'renderer/ui/button.tsx': "import { useState } from 'react'\nexport const button = useState",
  'tests/a.test.ts': "import '../src/model/span.ts'",
}

/** For each rule an import that breaks it: the file it stands in, and what that file then says. */
const violations: Record<string, [file: string, source: string]> = {
  'model-knows-only-zod': ['src/model/span.ts', "import '../errors.ts'"],
  'text-knows-the-model': ['src/text/fold.ts', "import '../wire/story.ts'"],
  'wire-knows-model-and-text': ['src/wire/story.ts', "import '../merge/merge.ts'"],
  'statements-knows-model-and-text': ['src/statements/said.ts', "import '../wire/story.ts'"],
  'query-knows-model-and-text': ['src/query/query.ts', "import '../statements/said.ts'"],
  'merge-knows-model-and-text': ['src/merge/merge.ts', "import type { query } from '../query/query.ts'"],
  'versions-knows-model-and-text': ['src/versions/compare.ts', "import '../merge/merge.ts'"],
  'migrations-know-the-format-version': ['src/migrations/migrate.ts', "import '../model/span.ts'"],
  'markup-knows-text': ['src/markup/html.ts', "import '../wire/story.ts'"],
  'importers-know-model-text-wire-markup': ['src/importers/plain.ts', "import '../exporters/markdown.ts'"],
  'exporters-know-model-text': ['src/exporters/markdown.ts', "import '../wire/story.ts'"],
  'contract-knows-the-model': ['src/contract.ts', "import './text/fold.ts'"],
  'errors-know-the-model': ['src/errors.ts', "import './text/fold.ts'"],
  'src-points-at-nobody': ['src/text/fold.ts', "import type {} from '../../main/library/service.ts'"],
  'src-without-node': ['src/text/fold.ts', "import 'node:fs'"],
  'src-without-face-and-shell': ['src/exporters/markdown.ts', "import 'react'"],
  'main-without-renderer': [
    'main/library/service.ts',
    "import type { reader } from '../../renderer/reader/reader.tsx'",
  ],
  'electron-in-few-files': ['main/library/service.ts', "import 'electron'"],
  'web-knows-errors': ['main/web/fetch.ts', "import '../library/service.ts'"],
  'library-without-import': ['main/library/service.ts', "import '../import/desk.ts'"],
  'import-without-library': ['main/import/desk.ts', "import '../library/service.ts'"],
  'preload-only-types': ['main/preload.ts', "import { methods } from '../src/contract.ts'"],
  'renderer-without-main': ['renderer/reader/reader.tsx', "import '../../main/library/service.ts'"],
  'renderer-without-node': ['renderer/reader/reader.tsx', "import 'node:path'"],
  'renderer-without-electron': ['renderer/reader/reader.tsx', "import 'electron'"],
  'renderer-knows-four-of-src': ['renderer/reader/reader.tsx', "import '../../src/exporters/markdown.ts'"],
  'panes-apart': ['renderer/reader/reader.tsx', "import '../notes/notes.tsx'"],
  'ui-knows-only-react': ['renderer/ui/button.tsx', "import '../../src/text/fold.ts'"],
  'tests-imported-by-nobody': ['src/text/fold.ts', "import '../../tests/a.test.ts'"],
  'no-circles': ['src/wire/story.ts', "import '../importers/plain.ts'"],
  'no-orphans': ['src/text/unused.ts', "import '../model/span.ts'"],
  'no-missing': ['src/text/fold.ts', "import './nowhere.ts'"],
  'no-unlisted-package': ['renderer/index.tsx', "import 'zustand'"],
}

describe('the walls between the rooms', () => {
  let folder: string

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lectern-walls-'))
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
    lay(sound)
  })

  afterEach(() => rmSync(folder, { recursive: true }))

  it('stand in a house in which everybody keeps to their rooms', async () => {
    expect(await brokenRules()).toEqual([])
  })

  it('have a violation planted for every rule', () => {
    expect(Object.keys(violations)).toEqual(walls.forbidden.map(({ name }) => name))
  })

  it.for(Object.entries(violations))('%s is reported when it is broken', async ([rule, [file, source]]) => {
    lay({ [file]: `${source}\n${sound[file] ?? ''}` })
    expect(await brokenRules()).toContain(rule)
  })

  function lay(tree: Tree): void {
    for (const [path, source] of Object.entries(tree)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), source)
    }
  }

  async function brokenRules(): Promise<string[]> {
    const options: ICruiseOptions = {
      ...walls.options,
      baseDir: folder,
      validate: true,
      ruleSet: { forbidden: walls.forbidden },
    }
    const { output } = await cruise(['src', 'main', 'renderer', 'tests'], options)
    return (output as ICruiseResult).summary.violations.map(({ rule }) => rule.name)
  }
})
