import type { AppError } from '../../src/errors.ts'
import type { IntakeProgress } from '../../src/model/collection.ts'

/** What the program that takes collections in is to do: one after the other, each to its end. */
export type TakerPlan = { root: string; paths: string[] }

/** What it says: how far it is, and how each ended. */
export type TakerLine =
  | { did: 'opened' | 'resumed' | 'closed' }
  | { did: 'came' | 'ended'; progress: IntakeProgress }
  | { did: 'refused'; error: AppError }
