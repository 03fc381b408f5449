// `npm test`: every check of the program, one after another. See --help.

import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildIfStale } from './build.mjs'
import { electronEnv, hasDisplay, inPath, nodePath, root } from './runtime.mjs'
import { openScreens } from './screens.mjs'
import { add, fromPlaywright, fromReport, fromStatus, fromVitest, summary } from './test-counts.mjs'

const help = `npm test                            all parts, in this order
npm test -- PART [FILTER…]          one part; FILTER is handed to its runner
npm test -- PART PART               several parts

  types      the TypeScript compiler
  lint       the linter, with the borders between the rooms
  format     the formatter, in checking mode (npm run format repairs)
  build      electron-vite
  unit       tests/unit (vitest)
  contract   tests/contract (vitest)
  bad-input  tests/bad-input (vitest)
  crash      tests/crash (vitest; kill -9 while drawing and saving; npm run crash kills 200 times)
  render     tests/render (Playwright; pictures)
  e2e        tests/e2e (Playwright; the whole program)

  npm test -- unit history            the unit tests whose file name has "history"
  npm test -- e2e save.spec           one file of end-to-end tests
  npm test -- e2e save.spec -g "undo" and of these the ones with "undo" in their title

The tests with a window run in a virtual display. CARTOUCHE_TEST_DISPLAY=1 shows them on yours.
Two run at a time, each on a display of its own; CARTOUCHE_TEST_WORKERS=1 runs one. The last line is "N passed, N failed".
`

// The program draws in several processes. While one waits for its window another can draw: with two at a time on two cores the
// tests take two thirds of the time; with more, waits turn into failures.
const workers = Number(process.env.CARTOUCHE_TEST_WORKERS ?? 2)
const reports = mkdtempSync(join(tmpdir(), 'cartouche-test-'))
const bin = (name, ...path) => [nodePath(), join(root, 'node_modules', name, ...path)]
const colour = process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}

/** @type {import('node:child_process').ChildProcess | undefined} */
let running

/** Runs a command and shows what it prints. @returns {Promise<number | null>} */
function run(command, env = {}) {
  return new Promise((done) => {
    running = spawn(command[0], command.slice(1), { cwd: root, env: { ...electronEnv(), ...colour, ...env }, stdio: 'inherit' })
    running.on('error', (error) => {
      process.stdout.write(`${command[0]} does not start: ${error.message}\n`)
      done(1)
    })
    running.on('close', done)
  })
}

/** @param {string} name */
function report(name) {
  try {
    return readFileSync(join(reports, name), 'utf8')
  } catch {
    return undefined
  }
}

/** Whether a folder under tests/ has a file whose name ends so. */
function hasTests(folder, ending) {
  try {
    return readdirSync(join(root, 'tests', folder), { recursive: true }).some((name) => ending.test(String(name)))
  } catch {
    return false
  }
}

const check = (command) => async () => fromStatus(await run(command))

/** @type {Promise<import('./test-counts.mjs').Counts> | undefined} */
let building

/** A build that has failed is not tried again by every part that needs it. */
function built() {
  building ??= build()
  return building
}

async function build() {
  return fromStatus((await buildIfStale((sentence) => process.stdout.write(`${sentence}\n`))) ? 0 : 1)
}

const vitest = (folder) => async (filters) => {
  if (!hasTests(folder, /\.test\.(ts|tsx|mjs)$/)) return noTests(folder)
  const json = `${folder}.json`
  const status = await run([
    ...bin('vitest', 'vitest.mjs'),
    'run',
    `--project=${folder}`,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${join(reports, json)}`,
    ...filters,
  ])
  return fromReport(status, report(json), fromVitest)
}

const playwright = (project) => async (filters) => {
  if (!hasTests(project, /\.spec\.ts$/)) return noTests(project)
  // A window needs a build of what is there now, whichever part was asked for.
  const state = await built()
  if (state.failed > 0) {
    process.stdout.write('not run: the build failed\n')
    return state
  }
  const command = [...bin('@playwright/test', 'cli.js'), 'test', `--project=${project}`, '--reporter=list,json', ...filters]
  const json = join(reports, `${project}.json`)
  // A virtual display wherever there can be one: the pictures and the clicks must not depend on a desktop.
  const virtual = process.platform === 'linux' && inPath('Xvfb') && !process.env.CARTOUCHE_TEST_DISPLAY
  if (!virtual && !hasDisplay()) {
    process.stdout.write('There is no display, and Xvfb is missing: run `node scripts/setup.mjs`.\n')
    return fromStatus(1)
  }
  const screens = virtual ? await openScreens(workers) : undefined
  try {
    const status = await run(command, {
      PLAYWRIGHT_JSON_OUTPUT_FILE: json,
      PLAYWRIGHT_LIST_PRINT_STEPS: '0',
      CARTOUCHE_TEST_WORKERS: String(workers),
      ...(screens && { CARTOUCHE_TEST_SCREENS: screens.displays.join(' ') }),
    })
    return fromReport(status, report(`${project}.json`), fromPlaywright)
  } finally {
    screens?.close()
  }
}

function noTests(folder) {
  process.stdout.write(`tests/${folder} has no tests yet\n`)
  return add([])
}

/** @type {Record<string, (filters: string[]) => Promise<import('./test-counts.mjs').Counts>>} */
const parts = {
  types: check([...bin('typescript', 'bin', 'tsc'), '--noEmit']),
  lint: check([...bin('oxlint', 'bin', 'oxlint'), '--type-aware', '--deny-warnings', '--report-unused-disable-directives']),
  format: check([...bin('oxfmt', 'bin', 'oxfmt'), '--check']),
  build: built,
  unit: vitest('unit'),
  contract: vitest('contract'),
  'bad-input': vitest('bad-input'),
  crash: vitest('crash'),
  render: playwright('render'),
  e2e: playwright('e2e'),
}

const words = process.argv.slice(2)
if (words.includes('--help')) {
  process.stdout.write(help)
  process.exit(0)
}
const firstFilter = words.findIndex((word) => !Object.hasOwn(parts, word))
const asked = firstFilter < 0 ? words : words.slice(0, firstFilter)
const filters = firstFilter < 0 ? [] : words.slice(firstFilter)
if (asked.length === 0 && filters.length > 0) {
  process.stderr.write(`There is no part "${filters[0]}".\n\n${help}`)
  process.exit(1)
}

let stopped = false
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    stopped = true
    process.exitCode = 1
    running?.kill(signal)
  })
}

const results = []
for (const name of asked.length > 0 ? asked : Object.keys(parts)) {
  if (stopped) break
  process.stdout.write(`\n── ${name} ──\n`)
  const started = performance.now()
  const counts = await parts[name](filters)
  const seconds = (performance.now() - started) / 1000
  results.push({ name, counts, seconds })
}
rmSync(reports, { recursive: true, force: true })

process.stdout.write('\n')
for (const { name, counts, seconds } of results) {
  process.stdout.write(`${counts.failed > 0 ? '✗' : '✓'} ${name.padEnd(10)} ${summary(counts)}  (${seconds.toFixed(1)} s)\n`)
}
for (const { counts } of results) for (const name of counts.failures) process.stdout.write(`failed: ${name}\n`)
const total = add(results.map(({ counts }) => counts))
if (stopped) process.stdout.write('Stopped before the end.\n')
process.stdout.write(`${summary(total)}\n`)
if (total.failed > 0) process.exitCode = 1
