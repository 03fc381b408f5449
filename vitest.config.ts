import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

const project = (name: string) => ({
  extends: true as const,
  test: {
    name,
    include: [`tests/${name}/**/*.test.{ts,tsx,mjs}`],
    // Loading the modules that a file tests takes longer than most tests: a thread loads each once. No unit test puts a module in the place of another.
    isolate: name !== 'unit',
  },
})

export default defineConfig({
  test: {
    projects: ['unit', 'contract', 'bad-input', 'crash'].map(project),
    passWithNoTests: true,
    // Most of a small test file's time is the starting of its process: threads start sooner.
    pool: 'threads',
    // What hangs is noticed, and a busy machine is not.
    testTimeout: 60_000,
    env: {
      // The tools that the tests call must not colour what is compared.
      NO_COLOR: '1',
      // The programs that the tests start compile the same modules.
      NODE_COMPILE_CACHE: join(import.meta.dirname, '.cache', 'compiled'),
    },
  },
})
