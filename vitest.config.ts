import { defineConfig } from 'vitest/config'

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'tests/**/*.test.{ts,tsx}', 'tools/**/*.test.ts'],
    globalSetup: ['tests/builders/global-setup.ts'],
    env: { TZ: 'Europe/London' },
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
})
