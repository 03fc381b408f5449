import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/{unit,contract,bad-input}/**/*.test.{ts,tsx,mjs}'],
    passWithNoTests: true,
    // A quarter of an hour on a small machine is mostly the starting of processes: threads start sooner.
    pool: 'threads',
    testTimeout: 20_000,
    // The tools that the tests call must not colour what is compared.
    env: { NO_COLOR: '1' },
  },
})
