import { defineConfig } from '@playwright/test'
import { electronEnv } from './scripts/runtime.mjs'

// Also when Playwright is started by hand: the tests then find the same runtime as `npm test`.
Object.assign(process.env, electronEnv())

export default defineConfig({
  testDir: 'tests',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  // Every test starts an app of its own, and an app draws in several processes. While one waits for its window another can draw: with two workers on two
  // cores the end-to-end tests take two thirds of the time; with more, waits turn into failures. A build machine, which is nobody's to watch, takes its time.
  workers: Number(process.env.CARTOUCHE_TEST_WORKERS ?? (process.env.CI === 'true' ? 1 : 2)),
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  // A test that fails once is looked at, and not tried again until it passes.
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // What a trace records makes a test half as long again, and a build machine keeps none.
  use: { trace: process.env.CI === 'true' ? 'off' : 'retain-on-failure' },
  projects: [
    { name: 'render', testDir: 'tests/render' },
    { name: 'e2e', testDir: 'tests/e2e' },
  ],
})
