import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Round } from './kind.ts'

export type FileSystem = 'ext4' | 'xfs'

/** The least that mkfs.xfs takes is 300 MB; the image is sparse and holds what is written. */
const imageBytes = 320 * 2 ** 20

/** An empty image with a file system in it; `bytes` is for ext4 only. */
export function makeImage(path: string, fileSystem: FileSystem, bytes = imageBytes): void {
  writeFileSync(path, '')
  truncateSync(path, bytes)
  execFileSync(`mkfs.${fileSystem}`, ['-q', path], { stdio: 'ignore' })
}

/** The mount ends with the processes of its name space, so that none is left when the tests die. */
export function mountImage(image: string, folder: string, options: string): void {
  mkdirSync(folder, { recursive: true })
  execFileSync('mount', ['-o', ['loop', options].filter(Boolean).join(','), image, folder])
}

export function mountTmpfs(folder: string, options: string): void {
  mkdirSync(folder, { recursive: true })
  execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'none', folder])
}

/** A folder for what does not depend on a disk, and is many times faster without one. */
export function inMemory(round: Round): string {
  const folder = join(round.work, 'memory')
  if (round.canMount.tmpfs) mountTmpfs(folder, 'size=512m')
  else mkdirSync(folder)
  return folder
}

export function remount(folder: string, options: string): void {
  execFileSync('mount', ['-o', `remount,${options}`, folder])
}

export function unmount(folder: string): void {
  execFileSync('umount', [folder])
}

/** Compiles one of the native programs; answers its path. */
export function compile(source: string, work: string, options: string[] = []): string {
  const program = join(work, 'compiled')
  execFileSync('gcc', ['-O2', ...options, '-o', program, source])
  return program
}

export function hasProgram(name: string): boolean {
  return spawnSync('sh', ['-c', 'command -v "$1"', 'sh', name]).status === 0
}
