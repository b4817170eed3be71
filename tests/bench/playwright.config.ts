import { defineConfig } from '@playwright/test'

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
