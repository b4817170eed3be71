#!/usr/bin/env node
import { resolve } from 'node:path'
import { parseArgs, type ParseArgsConfig } from 'node:util'
import { version } from '../../package.json'
import { defaultLibrary } from '../paths.ts'
import { add } from './add.ts'
import { backup } from './backup.ts'
import { type Arguments, type Command, type ExitCode, type Surroundings, UsageError } from './command.ts'
import { diff } from './diff.ts'
import { exportNotes } from './export.ts'
import { feeds } from './feeds.ts'
import { list } from './list.ts'
import { note } from './note.ts'
import { notes } from './notes.ts'
import { restore } from './restore.ts'
import { show } from './show.ts'
import { unnote } from './unnote.ts'
import { verify } from './verify.ts'

const commands: Record<string, Command> = {
  add,
  list,
  show,
  note,
  notes,
  unnote,
  diff,
  feeds,
  export: exportNotes,
  backup,
  restore,
  verify,
}

const everyOption = {
  library: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const satisfies ParseArgsConfig['options']

const everyOptionHelp = [
  'Every command:',
  '  --library DIR   the library; else LECTERN_LIBRARY, else the app’s own',
  '  --json          print data, and nothing else',
  '  --help          explain the command',
  '  --version       print Lectern’s version',
  'Exit: 0 done · 1 something failed (standard error says what, and why) · 2 wrong usage',
]

/** Runs one command line; answers the exit code. */
async function main(words: string[]): Promise<ExitCode> {
  const name = commandName(words)
  const command = name !== null && Object.hasOwn(commands, name) ? commands[name] : undefined
  try {
    const args = parse(words, command)
    if (args.values['version'] === true) return say(version)
    if (args.values['help'] === true) return say(await helpOf(command))
    if (name === null) throw new UsageError('say what to do')
    if (command === undefined) throw new UsageError(`there is no command ${name}`)
    const positionals = args.positionals.slice(1)
    return await command.run({ ...args, positionals }, surroundings(args))
  } catch (error) {
    if (!isUsageError(error)) throw error
    err(`lectern: ${error.message}`)
    err(await helpOf(command))
    return 2
  }
}

/** The first word that is neither an option nor an option's value. */
function commandName(words: string[]): string | null {
  const options = Object.assign({}, everyOption, ...Object.values(commands).map((command) => command.options))
  return parseArgs({ args: words, options, allowPositionals: true, strict: false }).positionals[0] ?? null
}

function parse(words: string[], command: Command | undefined): Arguments {
  return parseArgs({
    args: words,
    options: { ...everyOption, ...command?.options },
    allowPositionals: true,
    strict: true,
  })
}

/** `node:util` throws a TypeError with such a code for a word it does not know. */
function isUsageError(error: unknown): error is Error {
  if (error instanceof UsageError) return true
  return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
}

function surroundings(args: Arguments): Surroundings {
  const library = args.values['library']
  const root = resolve(typeof library === 'string' && library !== '' ? library : defaultLibrary())
  return { root, isJson: args.values['json'] === true, out, err }
}

function help(): string {
  const lines = Object.values(commands).map((command) => `  ${command.usage}\n      ${command.summary}`)
  return ['Usage:', ...lines, '', ...everyOptionHelp].join('\n')
}

async function helpOf(command: Command | undefined): Promise<string> {
  if (command === undefined) return help()
  const details = [command.summary, ...command.details, ...((await command.loadDetails?.()) ?? [])]
  return [`Usage: ${command.usage}`, ...details.map((line) => `  ${line}`), '', ...everyOptionHelp].join('\n')
}

function say(text: string): ExitCode {
  out(text)
  return 0
}

function out(text: string): void {
  process.stdout.write(text + '\n')
}

function err(text: string): void {
  process.stderr.write(text + '\n')
}

// `lectern list | head` closes our output early; that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))

process.exitCode = await main(process.argv.slice(2))
