import { parentPort } from 'node:worker_threads'
import { importBytes } from '../../src/importers/importer.ts'
import type { SourceFile } from '../../src/importers/source-file.ts'

// Reads one source at a time, away from the process that owns the library. It is stopped from outside when it takes
// too long, so nothing in here needs a time limit of its own.
parentPort?.on('message', (source: SourceFile) => {
  parentPort?.postMessage(importBytes(source))
})
