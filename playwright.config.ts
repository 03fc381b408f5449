import { defineConfig } from '@playwright/test'
import { electronEnv } from './scripts/runtime.mjs'

// Also when Playwright is started by hand: the tests then find the same runtime as `npm test`.
Object.assign(process.env, electronEnv())

// A worker's windows have a screen to themselves; see scripts/test.mjs.
const screen = (process.env.CARTOUCHE_TEST_SCREENS ?? '').split(' ')[Number(process.env.TEST_PARALLEL_INDEX ?? 0)]
if (screen) process.env.DISPLAY = screen

export default defineConfig({
  testDir: 'tests',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  workers: Number(process.env.CARTOUCHE_TEST_WORKERS ?? 1),
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  // A test that fails once is looked at, and not tried again until it passes.
  retries: 0,
  // What hangs is noticed, and a busy machine is not: a test may start the program three times.
  timeout: 120_000,
  expect: { timeout: 10_000 },
  // What a trace records makes a test half as long again, and a build machine keeps none.
  use: { trace: process.env.CI === 'true' ? 'off' : 'retain-on-failure' },
  projects: [
    { name: 'render', testDir: 'tests/render' },
    // Test by test, and not file by file: the workers end together, and most tests use the one window that a worker has.
    { name: 'e2e', testDir: 'tests/e2e', fullyParallel: true },
  ],
})
