import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { drawingCommand, runQuietly } from '../../../scripts/draw.mjs'

const where = { electron: '/opt/electron', app: '/opt/cartouche', state: '/tmp/state', display: true }

test('what was asked for comes after --, where Chromium takes nothing for a switch of its own', () => {
  const command = drawingCommand(['export', 'a.geojson', '--out', 'a.png', '--remote-debugging-port=9222'], where)
  expect(command[0]).toBe('/opt/electron')
  const end = command.indexOf('--')
  expect(command.slice(1, end)).toContain('--user-data-dir=/tmp/state')
  expect(command.slice(end + 1)).toEqual(['/opt/cartouche', 'export', 'a.geojson', '--out', 'a.png', '--remote-debugging-port=9222'])
})

test('without a display it runs in a virtual one', () => {
  expect(drawingCommand(['export'], { ...where, display: false }).slice(0, 2)).toEqual(['xvfb-run', '-a'])
})

/** @param {string} script */
const node = (script) => [process.execPath, '-e', script]

test('the exit code is the command’s, and noise is kept off stderr', async () => {
  let written = ''
  const script = `console.error('[1:0924/101500.123456:ERROR:dbus/bus.cc:405] Failed'); console.error('The folder is not there.'); process.exit(2)`
  const code = await runQuietly(node(script), {
    write: (text) => {
      written += text
    },
  })
  expect({ code, written }).toEqual({ code: 2, written: 'The folder is not there.\n' })
})

test('a command that ends by a signal gives 128 and its number', async () => {
  expect(await runQuietly(node(`process.kill(process.pid, 'SIGKILL')`))).toBe(137)
})

test('a command that is not there is an error', async () => {
  await expect(runQuietly(['/nowhere/electron'])).rejects.toThrow(/ENOENT/)
})

test.skipIf(process.platform === 'win32')('a signal ends the command and what it started, and gives 128 and its number', async () => {
  const module = JSON.stringify(join(import.meta.dirname, '../../../scripts/draw.mjs'))
  const command = node(
    `require('node:child_process').spawn(process.execPath, ['-e', 'console.log(1); setInterval(() => 0, 1000)'], { stdio: 'inherit' }); setInterval(() => 0, 1000)`,
  )
  const script = `process.exitCode = await (await import(${module})).runQuietly(${JSON.stringify(command)})`
  const outer = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  // Closed when the last process that could write to it has ended.
  const closed = new Promise((done) => outer.on('close', done))
  await new Promise((done) => outer.stdout.once('data', done))
  outer.kill('SIGTERM')
  expect(await closed).toBe(143)
})
