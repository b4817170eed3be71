import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/{unit,layers}/**/*.test.{ts,tsx}'],
    setupFiles: ['tests/unit/seed.ts'],
    // Time limits only end what hangs. The slowest test takes 15 s on two idle cores; with sixteen programs on them, this.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 60_000 } },
    // A test that was meant to run alone for a moment must not hide the others.
    allowOnly: false,
  },
})
