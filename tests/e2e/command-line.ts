import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { type Machine, root } from './app.ts'

export type Ran = { code: number | null; out: string; err: string }

/** Runs `lectern` in plain Node, as it is installed. */
export async function lectern(machine: Machine, words: string[], input = ''): Promise<Ran> {
  return runProgram(machine, [process.execPath, join(root, 'out/main/lectern.js'), ...words], input)
}

/** Runs a program on this machine and waits for its end. */
export async function runProgram(
  machine: Machine,
  [program = '', ...words]: string[],
  input = '',
): Promise<Ran> {
  const { DISPLAY: _, ...env } = machine.env // the command line needs no display
  const child = spawn(program, words, { env, cwd: machine.folder })
  const out: Buffer[] = []
  const err: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk))
  child.stdin.on('error', () => undefined) // a program that does not read its input closes it
  child.stdin.end(input)
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve)
  })
  return { code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() }
}
