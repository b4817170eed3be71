/** One line for the person at the terminal; standard output stays with the program that is run. */
export function say(line) {
  console.error(`lectern: ${line}`)
}

/** Ends the script with a message instead of a stack: for what the person can mend. */
export class Refusal extends Error {}

/** Runs a script's `main`. The exit code is its answer where it has one, and 1, with one message, for a Refusal. */
export async function run(main) {
  try {
    process.exitCode = (await main()) ?? process.exitCode
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    say(error.message)
    process.exitCode = 1
  }
}
