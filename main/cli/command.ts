import type { ParseArgsConfig } from 'node:util'
import type { AppError } from '../../src/errors.ts'
import { errorText } from './error-text.ts'

/** 0: done. 1: something failed, and standard error says what. 2: the command was used wrongly. */
export type ExitCode = 0 | 1 | 2

/** What `node:util`'s parseArgs made of the words after the command's name. */
export type Arguments = {
  positionals: string[]
  values: Record<string, string | boolean | (string | boolean)[] | undefined>
}

/** Where a command works and how it answers. */
export type Surroundings = {
  root: string
  isJson: boolean
  out: (text: string) => void
  err: (text: string) => void
}

/** One word after `lectern`. */
export type Command = {
  /** The first line of its help: what is typed. */
  usage: string
  summary: string
  /** A line of help each. */
  details: string[]
  /** Further lines, which something has to be loaded for. */
  loadDetails?(): Promise<string[]>
  options: NonNullable<ParseArgsConfig['options']>
  run(args: Arguments, where: Surroundings): Promise<ExitCode>
}

/** The command line was not as `usage` says. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** Says what failed, in a sentence on standard error. */
export function failed({ err }: Surroundings, error: AppError): 1 {
  err(errorText(error))
  return 1
}

/** Prints one thing as `--json` promises: the value and nothing else. */
export function printJson({ out }: Surroundings, value: unknown): void {
  out(JSON.stringify(value, null, 2))
}

export function stringValue(args: Arguments, name: string): string | null {
  const value = args.values[name]
  return typeof value === 'string' ? value : null
}

export function stringValues(args: Arguments, name: string): string[] {
  const value = args.values[name]
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}
