import { existsSync, readdirSync, readFileSync, utimesSync } from 'node:fs'
import { join, relative } from 'node:path'
import { temporaryName } from '../../main/library/files/durable.ts'
import type { Tally } from './kind.ts'

/** The files below a folder by their path in it, with `/` between its parts. */
export function filesIn(root: string): string[] {
  if (!existsSync(root)) return []
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort()
}

/** Whether it is what a write in the making, or a broken-off one, leaves. */
export function isLeftOver(path: string): boolean {
  return path.split('/').some((name) => temporaryName.test(name) || name.startsWith('.adding-'))
}

export function leftOversIn(root: string): string[] {
  return filesIn(root).filter(isLeftOver)
}

/** What belongs to the reader: all but what is derived from it, or local to the machine. */
export function userFilesIn(root: string): string[] {
  return filesIn(root).filter((path) => !path.startsWith('.lectern/') && !isLeftOver(path))
}

export function bytesOf(root: string, paths: readonly string[]): Map<string, Buffer> {
  return new Map(paths.map((path) => [path, readFileSync(join(root, path))]))
}

/** Counts the JSON files that are none; what was found so before and set aside is told as what happened. */
export function countTorn(root: string, tally: Tally): void {
  const paths = userFilesIn(root).filter((path) => path.endsWith('.json') && !path.startsWith('damaged/'))
  for (const path of paths) {
    if (isJson(readFileSync(join(root, path), 'utf8'))) continue
    tally.damaged += 1
    tally.break(`${path} is torn`)
  }
}

export function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** Makes what is left over look days old, so that the next start may take it for nobody's. */
export function ageLeftOvers(root: string): void {
  const daysAgo = Date.now() / 1000 - 3 * 24 * 60 * 60
  for (const path of leftOversIn(root)) {
    const parts = path.split('/')
    for (let depth = 1; depth <= parts.length; depth++) {
      const part = parts.slice(0, depth)
      if (isLeftOver(part.join('/'))) utimesSync(join(root, ...part), daysAgo, daysAgo)
    }
  }
}
