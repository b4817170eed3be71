/** Any one would do; the properties and faults were looked at far beyond it (`LECTERN_SEED=random`). */
const usual = 1

/**
 * What tests with chance in them start from. It is the same in each run, so that what passed here passes there: chance
 * looks for new bugs when it is asked to, not while somebody else's change is being judged. `LECTERN_SEED=random` draws
 * one, `LECTERN_SEED=N` repeats what a failed test printed.
 */
export function chosenSeed(): number {
  const wish = process.env['LECTERN_SEED'] ?? `${usual}`
  const seed = wish === 'random' ? Math.floor(Math.random() * 2 ** 31) : Number(wish)
  if (wish === '' || !Number.isInteger(seed))
    throw new Error(`LECTERN_SEED is a whole number or "random", not "${wish}"`)
  return seed
}
