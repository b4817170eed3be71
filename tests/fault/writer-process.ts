import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Line, WriterPlan } from './writer-line.ts'

/** A program of these tests in a process of its own; what it prints is taken in line by line. */
export class Program {
  readonly lines: string[] = []
  errors = ''
  /** Resolves with how it ended. */
  readonly ended: Promise<{ code: number | null; signal: string | null }>
  private rest = ''
  private wake: (() => void) | null = null
  private hasEnded = false

  constructor(readonly child: ChildProcess) {
    child.stdout?.setEncoding('utf8').on('data', (text: string) => this.take(text))
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (this.errors += text))
    child.stdin?.on('error', () => undefined) // it was killed
    this.ended = new Promise((resolve) => {
      child.once('close', (code, signal) => {
        this.hasEnded = true
        this.wake?.()
        resolve({ code, signal })
      })
    })
  }

  /** Waits until it has said this many lines that match, or has ended. */
  async until(count: number, isMeant: (line: string) => boolean): Promise<boolean> {
    while (this.lines.filter(isMeant).length < count) {
      if (this.hasEnded) return false
      await new Promise<void>((resolve) => (this.wake = resolve))
    }
    return true
  }

  async kill(): Promise<void> {
    this.child.kill('SIGKILL')
    await this.ended
  }

  /** Stops it where it stands, and takes in what it had said. The wait is for threads in the middle of a system call. */
  async freeze(): Promise<void> {
    this.child.kill('SIGSTOP')
    await sleep(10)
  }

  thaw(): void {
    this.child.kill('SIGCONT')
  }

  private take(text: string): void {
    const lines = (this.rest + text).split('\n')
    this.rest = lines.pop() ?? ''
    this.lines.push(...lines)
    this.wake?.()
  }
}

/** Starts one of the bundled programs. */
export function start(programs: string, name: string, argument: unknown): Program {
  const path = join(programs, `${name}.js`)
  return new Program(spawn(process.execPath, [path, JSON.stringify(argument)], { stdio: 'pipe' }))
}

export function startWriter(programs: string, plan: WriterPlan): Program {
  return start(programs, 'writer', plan)
}

export function linesOf(program: Program): Line[] {
  return program.lines.map((line) => JSON.parse(line) as Line)
}

export function says(did: Line['did']): (line: string) => boolean {
  return (line) => line.startsWith(`{"did":"${did}"`)
}
