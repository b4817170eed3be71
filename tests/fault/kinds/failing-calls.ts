import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { makeControl } from '../failing-calls.ts'
import { type Round, type Row, skipped, Tally } from '../kind.ts'
import { compile, hasProgram, inMemory } from '../mount.ts'
import { Program } from '../writer-process.ts'

/** Every single writing system call of every kind of save fails once, in four ways. */
export async function failingCalls(round: Round): Promise<Row[]> {
  const kind = 'n-th call failing'
  if (process.platform !== 'linux' || !hasProgram('gcc'))
    return [skipped(kind, 'gcc is missing, or this is no Linux')]
  const shim = compile(join(round.programs, 'native/failing-calls.c'), round.work, [
    '-shared',
    '-fPIC',
    '-ldl',
  ])
  const control = join(round.work, 'control')
  const root = join(inMemory(round), 'libraries')
  makeControl(control)
  mkdirSync(root)
  const env = {
    ...process.env,
    LD_PRELOAD: shim,
    FAULT_CONTROL: control,
    FAULT_ROOT: root,
    UV_USE_IO_URING: '0',
  }
  const words = [join(round.programs, 'failing-calls.js'), JSON.stringify(round)]
  const program = new Program(spawn(process.execPath, words, { env, stdio: ['ignore', 'pipe', 'inherit'] }))
  const { code, signal } = await program.ended
  const [rows] = program.lines
  if (code === 0 && rows !== undefined) return JSON.parse(rows) as Row[]
  const tally = new Tally()
  tally.break(`the program ended with ${code ?? signal}`)
  return [tally.row(kind, '')]
}
