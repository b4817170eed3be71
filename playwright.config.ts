import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  forbidOnly: true,
  // One window at a time to a screen: the keyboard goes to the one in front. Virtual screens can be had for two, which is as
  // many as two cores are good for; a real one is there once.
  workers: process.env['LECTERN_VIRTUAL_DISPLAY'] === undefined ? 1 : 2,
  // Time limits only end what hangs: a machine with six programs to a core takes ten times as long.
  timeout: 300_000,
  expect: { timeout: 60_000 },
  reporter: 'list',
  projects: [
    { name: 'app', testIgnore: 'packaged.spec.ts' },
    { name: 'packaged', testMatch: 'packaged.spec.ts' },
  ],
})
