/** Nothing leaves the machine: seen by the kernel, by Chromium's own log, and by a machine that has no network at all. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { PNG } from 'pngjs'
import { chromiumFlags, electronEnv, electronPath } from '../../scripts/runtime.mjs'
import { type App, expect, root, test } from './app.ts'
import { dropFiles } from './dropFiles.ts'
import { readNetLog } from './offline/netLog.ts'
import { isBeyondLoopback, watchSockets } from './offline/sockets.ts'
import { placeOnMap } from './projection.ts'
import { makeBuild } from './security/build.ts'
import { inMain } from './security/item.ts'
import { startSubject } from './security/subject.ts'

const asad = [42.441200256347656, 33.78559875488281] as const

/** What an analyst does in a session: looks around, opens a layer, asks what something is, tries the styles. */
async function useTheProgram(app: App, layer: string): Promise<void> {
  await app.map.click({ position: await placeOnMap(app, asad) })
  await expect(app.page.getByRole('region', { name: 'Attributes' })).toContainText('Ain al-Asad')
  await dropFiles(app, [layer])
  await expect(app.layers.getByRole('checkbox', { name: 'Show towns', exact: true })).toBeChecked()
  const box = await app.map.boundingBox()
  if (box === null) throw new Error('The map is not shown.')
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await app.page.mouse.move(x, y)
  await app.page.mouse.wheel(0, -600)
  await app.page.mouse.down()
  await app.page.mouse.move(x - 200, y + 120, { steps: 5 })
  await app.page.mouse.up()
  await app.page.mouse.wheel(0, 1200)
  for (const style of ['Dark', 'Relief', 'Print', 'None', 'Light']) {
    await app.page.getByRole('button', { name: /^Basemap/ }).click()
    await app.page.getByRole('menuitemradio', { name: style }).click()
    await expect(app.page.getByRole('button', { name: `Basemap: ${style}` })).toBeVisible()
    await app.ready()
  }
}

test('a whole session opens no socket beyond loopback, and looks up no name', async ({ start, userData }) => {
  test.skip(process.platform !== 'linux', 'the sockets of a process tree are read from /proc')
  const layer = join(userData, 'towns.geojson')
  await writeFile(layer, '{"type":"Feature","properties":{"name":"Baghdad"},"geometry":{"type":"Point","coordinates":[44.39,33.31]}}')
  const log = join(userData, 'network.json')
  const app = await start({ switches: [`--log-net-log=${log}`] })
  const pid = app.electron.process().pid ?? 0
  const watch = watchSockets(pid)
  await useTheProgram(app, layer)
  const { samples, processes, sockets } = await watch.end()
  expect(samples).toBeGreaterThan(10)
  expect(processes, 'main, page, engine and the processes of the browser').toBeGreaterThan(4)
  // The test itself talks with the program over loopback: the watch sees at least that.
  expect(sockets.length).toBeGreaterThan(0)
  expect(sockets.filter(isBeyondLoopback)).toEqual([])
  await expect(app.page.getByRole('status', { name: 'Network' })).toHaveText('Offline: 0 requests left this computer')

  await app.close()
  const { events, network } = await readNetLog(log)
  // The program's own files do not pass through the browser's network, so that there is hardly anything to log.
  expect(events, 'the log was kept').toBeGreaterThan(0)
  expect(network).toEqual([])
})

test('a request that the browser makes by itself would be seen', async ({ userData }) => {
  // The dictionary that Chromium fetches for its spelling checker. The resolver rules keep it on this computer.
  const undone = [inMain('session.setSpellCheckerLanguages([]);', '')]
  const log = join(userData, 'network.json')
  const subject = await startSubject(await makeBuild(join(userData, 'build'), 'bare', undone), userData, [`--log-net-log=${log}`])
  await subject.page.waitForTimeout(500)
  await subject.electron.evaluate(({ app }) => app.exit(0)).catch(() => undefined)
  await subject.close()
  const { network } = await readNetLog(log)
  expect(network).toContainEqual(expect.stringMatching(/^URL_REQUEST_START_JOB https:.*\.bdic$/))
  expect(network).toContainEqual(expect.stringContaining('~notfound'))
  expect(network.join('\n'), 'no name is asked for outside').not.toContain('DNS_TRANSACTION')
})

test('a socket that any process of the tree opens would be seen', async ({ start }) => {
  test.skip(process.platform !== 'linux', 'the sockets of a process tree are read from /proc')
  const app = await start()
  // Connecting a UDP socket sends nothing; the address is one that is kept for documentation.
  const code = `
    const socket = require('node:dgram').createSocket('udp4')
    socket.on('error', () => undefined)
    socket.bind(0, '0.0.0.0', () => { socket.connect(9, '192.0.2.1', () => undefined); process.stdout.write('open') })
    setTimeout(() => undefined, 20_000)`
  const child = await app.electron.evaluate(async (_electron, code) => {
    const { spawn } = process.getBuiltinModule('node:child_process')
    const child = spawn(process.execPath, ['-e', code], {
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    await new Promise((done) => {
      child.stdout.once('data', done)
    })
    return child.pid
  }, code)
  const watch = watchSockets(app.electron.process().pid ?? 0)
  await app.page.waitForTimeout(500)
  const { sockets } = await watch.end()
  process.kill(child ?? 0)
  const beyond = sockets.filter(isBeyondLoopback)
  expect(beyond).toEqual([expect.objectContaining({ pid: child, protocol: 'udp' })])
  const hasNetwork = Object.values(networkInterfaces()).some((addresses) => addresses?.some(({ internal }) => !internal) === true)
  if (hasNetwork) expect(beyond[0]?.remote).toBe('192.0.2.1:9')
})

test('the program draws its whole picture on a machine without a network', async ({ userData }) => {
  const why = withoutNamespaces()
  if (why !== null) process.stdout.write(`not run: ${why}\n`)
  test.skip(why !== null, why ?? '')
  const picture = join(userData, 'picture.png')
  // Not even the display is reached by a network.
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...env } = electronEnv()
  const display = ['xvfb-run', '-a', '-s', '-screen 0 1600x1000x24']
  const program = [electronPath(), ...chromiumFlags(0), `--user-data-dir=${userData}`, `--screenshot=${picture}`, '--size=1200x800', root]
  const child = spawn('unshare', ['-rn', ...display, ...program], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const said: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => said.push(String(bytes)))
  const [code] = (await once(child, 'close')) as [number | null]
  expect(code, said.join('')).toBe(0)

  const { width, height, data } = PNG.sync.read(await readFile(picture))
  expect([width, height]).toEqual([1200, 800])
  // The middle of the window is map: ground, borders, rivers, names and bases, and no colour that covers nearly everything.
  const counts = new Map<number, number>()
  for (let y = 200; y < 600; y += 1) {
    for (let x = 400; x < 800; x += 1) {
      const colour = data.readUIntBE((y * width + x) * 4, 3)
      counts.set(colour, (counts.get(colour) ?? 0) + 1)
    }
  }
  expect(counts.size, 'colours').toBeGreaterThan(200)
  expect(Math.max(...counts.values()) / 160_000, 'share of the most frequent colour').toBeLessThan(0.9)
  expect(counts.get(0xa50026) ?? 0, 'pixels in the colour of the bases that are held').toBeGreaterThan(20)
})

/** Why a network namespace cannot be had here, or null. */
function withoutNamespaces(): string | null {
  if (process.platform !== 'linux') return 'network namespaces are a part of Linux'
  const tried = spawnSync('unshare', ['-rn', 'cat', '/proc/net/dev'], { encoding: 'utf8' })
  if (tried.error !== undefined) return `unshare is not there (${tried.error.message})`
  if (tried.status !== 0) return `unshare -rn is not permitted here (${tried.stderr.trim()})`
  const interfaces = [...tried.stdout.matchAll(/^\s*(\S+):/gm)].map(([, name]) => name)
  return interfaces.every((name) => name === 'lo') ? null : `the namespace has ${interfaces.join(', ')}`
}
