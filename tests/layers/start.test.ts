import { cruise, type ICruiseResult } from 'dependency-cruiser'
import { describe, expect, it } from 'vitest'
import walls from '../../.dependency-cruiser.mjs'

/** What is read before the first line of a program runs: every megabyte of it is a tenth of a second that somebody waits. */
const starts: Record<string, readonly string[]> = {
  'main/index.ts': ['electron', 'lowdb', 'zod'],
  'main/service-process.ts': ['@noble/hashes', '@photostructure/sqlite', 'diff', 'lowdb', 'yauzl', 'zod'],
  'main/cli/lectern.ts': ['@noble/hashes', '@photostructure/sqlite', 'diff', 'lowdb', 'yauzl', 'zod'],
  // Nearly every text needs its language found.
  'main/import/worker.ts': ['@noble/hashes', 'eld', 'papaparse', 'postal-mime', 'yauzl', 'zod'],
}

describe('what a program reads before it begins', () => {
  it.for(Object.entries(starts))(
    '%s: readers and models come when they are needed',
    async ([start, packages]) => {
      expect(await packagesOf(start)).toEqual(packages)
    },
  )
})

/** The packages that a file brings along by `import`, itself or by the files it imports; not those of `await import`. */
async function packagesOf(start: string): Promise<string[]> {
  const { output } = await cruise([start], walls.options)
  const modules = new Map((output as ICruiseResult).modules.map((module) => [module.source, module]))
  const reached = new Set([start])
  for (const source of reached) {
    for (const { resolved, dynamic, dependencyTypes } of modules.get(source)?.dependencies ?? []) {
      if (!dynamic && !dependencyTypes.includes('type-only')) reached.add(resolved)
    }
  }
  const names = [...reached].map((path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1])
  return [...new Set(names.filter((name) => name !== undefined))].sort((a, b) => a.localeCompare(b))
}
