import type { z } from 'zod'
import type { AppError, Result } from '../src/errors.ts'
import { fail } from '../src/errors.ts'

/** Some of the contract's methods, as `src/contract.ts` lists them. */
type MethodTable = Record<string, { input: z.ZodType; output: z.ZodType }>

/** What answers each method of a table. Expected failures are answered, bugs are thrown. */
export type Handlers<T extends MethodTable> = {
  [M in keyof T]: (input: z.output<T[M]['input']>) => Promise<Result<z.input<T[M]['output']>>>
}

/**
 * Answers one request from outside: looks the method up, parses its input, runs the handler. A name that is not in
 * the table or an input that is not as its schema says is `bad-input`; a bug is logged and becomes `internal`.
 */
export async function answer<T extends MethodTable>(
  { table, handlers }: { table: T; handlers: Handlers<T> },
  method: string,
  input: unknown,
): Promise<Result<unknown>> {
  if (!Object.hasOwn(table, method))
    return fail({ code: 'bad-input', reason: `there is no method ${method}` })
  const name: keyof T = method
  const parsed = table[name]?.input.safeParse(input)
  if (!parsed?.success) {
    const issue = parsed?.error.issues[0]
    return fail({ code: 'bad-input', reason: `${method}: ${issue?.path.join('.')}: ${issue?.message}` })
  }
  try {
    return await handlers[name](parsed.data as z.output<T[keyof T]['input']>)
  } catch (error) {
    return fail(bug(method, error))
  }
}

/** Logs a bug of ours with all we know of it, and says it to the person in short. */
function bug(method: string, error: unknown): AppError {
  console.error(`${method}:`, error)
  return { code: 'internal', reason: error instanceof Error ? error.message : String(error) }
}
