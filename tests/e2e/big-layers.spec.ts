/** Layers that are too big for the window: opened, moved, clicked, styled, and what happens to them when the engine dies. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PNG } from 'pngjs'
import { blankDocument, type Layer, type MapDocument } from '../../electron/contract/document.ts'
import { defaultSymbol } from '../../renderer/document/newLayer.ts'
import { extent, generate } from '../bench/generate.ts'
import { type App, expect, test } from './app.ts'

const view = { center: [(extent.west + extent.east) / 2, (extent.south + extent.north) / 2] as [number, number], zoom: 9, rotationDeg: 0 }

const layer = (name: string, path: string, color: string): Layer => ({
  type: 'layer',
  id: name,
  name,
  path,
  hash: null,
  visible: true,
  opacity: 1,
  filter: '',
  style: { kind: 'single', symbol: defaultSymbol(color), label: null },
})

async function writeDocument(folder: string, layers: Layer[]): Promise<string> {
  const document: MapDocument = { ...blankDocument, view, basemap: { style: 'none', labels: 'english' }, layers }
  const file = join(folder, 'big.cartouche')
  await writeFile(file, JSON.stringify(document))
  return file
}

/** Share of the map's pixels that are not white. */
async function inkOn(app: App): Promise<number> {
  const { data } = PNG.sync.read(await app.map.screenshot())
  let marked = 0
  for (let i = 0; i < data.length; i += 4) if ((data[i] ?? 0) + (data[i + 1] ?? 0) + (data[i + 2] ?? 0) < 740) marked += 1
  return marked / (data.length / 4)
}

async function settle(app: App): Promise<void> {
  await app.page.waitForTimeout(100)
  await app.ready()
}

test('shows, moves and reads a layer that never comes into the window', async ({ start, userData }) => {
  const file = join(userData, 'many.geojson')
  await generate(50_000, file)
  const app = await start({ files: [await writeDocument(userData, [layer('many', file, '#cc3311')])] })
  const whole: string[] = []
  app.page.on('request', (request) => whole.push(request.url()))
  const ink = await inkOn(app)
  expect(ink).toBeGreaterThan(0.05)

  const box = (await app.map.boundingBox())!
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await app.page.mouse.move(x, y)
  await app.page.mouse.down()
  for (let i = 1; i <= 20; i++) {
    await app.page.mouse.move(x - i * 20, y - i * 5)
    // Never blank, wherever the pan has got to.
    if (i % 10 === 0) expect(await inkOn(app)).toBeGreaterThan(ink / 3)
  }
  await app.page.mouse.up()
  await settle(app)
  expect(await inkOn(app)).toBeGreaterThan(ink / 2)
  expect(whole.filter((url) => url.endsWith('/features'))).toEqual([])

  await app.page.mouse.move(0, 0)
  await app.page.mouse.click(x, y)
  await expect(app.page.getByText(/features? here/)).toBeVisible()
})

test('comes back when the engine is killed in the midst of work', async ({ start, userData }) => {
  const file = join(userData, 'many.geojson')
  await generate(50_000, file)
  const app = await start({ files: [await writeDocument(userData, [layer('many', file, '#cc3311')])] })
  const before = await inkOn(app)
  await app.page.mouse.move(600, 400)
  await app.page.mouse.wheel(0, 300)
  const killed = await app.electron.evaluate(({ app: electron }) => {
    const engine = electron.getAppMetrics().find(({ name }) => name === 'Cartouche layer engine')
    if (engine !== undefined) process.kill(engine.pid, 'SIGKILL')
    return engine !== undefined
  })
  expect(killed).toBe(true)
  await expect(app.page.getByText('stopped unexpectedly').first()).toBeVisible()
  await settle(app)
  await app.page.mouse.wheel(0, -300)
  await settle(app)
  // A turn of the wheel takes its time to arrive, the more so on a busy machine.
  await expect.poll(async () => Math.abs((await inkOn(app)) / before - 1), { timeout: 20_000 }).toBeLessThan(0.5)
})
