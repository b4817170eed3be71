import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/{unit,layers}/**/*.test.{ts,tsx}'],
    // A test that was meant to run alone for a moment must not hide the others.
    allowOnly: false,
  },
})
