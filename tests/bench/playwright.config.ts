import { cpus, loadavg } from 'node:os'
import { defineConfig } from '@playwright/test'

// With a load above the number of cores only the ratios mean something. Workers read this file too, and keep quiet.
if (process.env['TEST_WORKER_INDEX'] === undefined) {
  console.log(`${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}, Node ${process.version}`)
}

export default defineConfig({
  testDir: '.',
  testMatch: '*.bench.ts',
  outputDir: '../../test-results',
  // What is measured must not share the machine with another measurement.
  workers: 1,
  // Some twenty starts of the app on a slow machine.
  timeout: 600_000,
  reporter: 'list',
})
