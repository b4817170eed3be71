import type { Finding } from '../../src/model/incident.ts'
import { Client } from './client.ts'
import { type Command, failed, printJson, type Surroundings } from './command.ts'

export const verify: Command = {
  usage: 'lectern verify [--repair]',
  summary: 'check every file of the library',
  details: [
    '--repair    mend what can be mended; nothing is thrown away',
    'Exit: 0 when nothing is amiss, or nothing any more; 1 when something is.',
  ],
  options: { repair: { type: 'boolean' } },
  async run({ values }, where) {
    const repair = values['repair'] === true
    const client = repair
      ? await Client.toWrite(where.root, 'lectern verify')
      : await Client.toLook(where.root)
    if (!client.ok) return failed(where, client.error)
    const verified = await client.value.call('library.verify', { repair })
    await client.value.close()
    if (!verified.ok) return failed(where, verified.error)
    const { articles, files, findings } = verified.value
    if (where.isJson) printJson(where, verified.value)
    else {
      for (const finding of findings) print(finding, where)
      where.out(`${articles} articles, ${files} files checked: ${amiss(findings)}`)
    }
    return findings.some(isOpen) ? 1 : 0
  },
}

function isOpen({ isHarmless, mended }: Finding): boolean {
  return !isHarmless && mended === null
}

function print({ path, problem, isHarmless, mended }: Finding, { out }: Surroundings): void {
  const outcome = mended ?? (isHarmless ? 'harmless' : 'not mended')
  out(`${path}: ${problem} (${outcome})`)
}

function amiss(findings: readonly Finding[]): string {
  if (findings.length === 0) return 'nothing is amiss'
  const open = findings.filter(isOpen).length
  return `${findings.length} found, ${open === 0 ? 'none of which needs anything done' : `${open} of which remain`}`
}
