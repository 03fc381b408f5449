/**
 * Long and heavy use. `npm run soak` takes a file of 600 MB, and a minute with a million features in twenty layers; `npm test` takes less of both, and is
 * patient with a machine that does other work.
 */
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PNG } from 'pngjs'
import { generate, seeded } from '../bench/generate.ts'
import { memoryOf } from '../bench/mapWindow.ts'
import { layerOf, writeMap } from '../bench/ours.ts'
import { scriptedPan } from '../bench/scriptedPan.ts'
import { type App, expect, test as base } from './app.ts'
import { listen } from './heartbeat.ts'

const isLong = process.env['CARTOUCHE_SOAK'] === '1'
const engineName = 'Cartouche layer engine'

/** Much is written: it goes when the test is over, however it went. */
const test = base.extend<{ folder: string }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures that are needed from this pattern.
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'cartouche-soak-'))
    await use(folder)
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  },
})

/** Has a map opened by the program that runs. */
async function openMap({ electron, page }: App, document: string): Promise<void> {
  await electron.evaluate(({ app }, path) => app.emit('second-instance', {}, [process.execPath, app.getAppPath(), path], '/'), document)
  await expect(page.getByRole('tree', { name: 'Layers' }).getByRole('treeitem').first()).toBeVisible()
}

/** Pixels of the map that are not white. */
async function inkOf(app: App): Promise<number> {
  const { data } = PNG.sync.read(await app.map.screenshot())
  let marked = 0
  for (let i = 0; i < data.length; i += 4) if ((data[i] ?? 0) + (data[i + 1] ?? 0) + (data[i + 2] ?? 0) < 740) marked += 1
  return marked
}

async function settle(app: App): Promise<void> {
  await app.page.mouse.move(0, 0)
  await app.page.waitForTimeout(150)
  await expect(app.page.locator('html')).toHaveAttribute('data-map', 'ready', { timeout: 120_000 })
}

/** Of the window, in megabytes, without what it would let go of anyhow. */
async function memoryAtRest(app: App): Promise<number> {
  const session = await app.page.context().newCDPSession(app.page)
  await session.send('HeapProfiler.collectGarbage')
  await app.page.waitForTimeout(1_000)
  await session.send('HeapProfiler.collectGarbage')
  await session.detach()
  return (await memoryOf(app, null))?.nowMb ?? Number.NaN
}

test(`a file of ${isLong ? '600' : '15'} MB is opened, moved, filtered and closed while the window answers`, async ({
  start,
  userData,
  folder,
}) => {
  test.setTimeout(isLong ? 900_000 : 120_000)
  const file = join(folder, 'large.geojson')
  await generate(isLong ? 1_200_000 : 30_000, file)
  expect((await stat(file)).size).toBeGreaterThan(isLong ? 600e6 : 15e6)
  const app = await start({ files: [await writeMap(userData, [], 'empty')] })
  const document = await writeMap(folder, [layerOf(file, 'large')])
  const { page } = app
  const heart = await listen(app)

  await openMap(app, document)
  await settle(app)
  await page.evaluate(scriptedPan, { selector: '.ol-viewport', speed: isLong ? 0.5 : 2 })
  await settle(app)

  const row = app.layers.getByRole('treeitem', { name: 'large', exact: true })
  await row.click()
  await page.keyboard.press('F6')
  const grid = page.getByRole('grid', { name: 'Attributes of large' })
  await expect(grid).toBeVisible()
  await settle(app)
  const all = await inkOf(app)
  const filter = page.getByRole('combobox', { name: 'Filter of large' })
  await filter.fill("kind = 'road' and year > 2015")
  await page.keyboard.press('Escape')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/^[\d,]+ of [\d,]+ features/).first()).toBeVisible({ timeout: 60_000 })
  await settle(app)
  const some = await inkOf(app)
  expect(some).toBeGreaterThan(0)
  expect(some).toBeLessThan(all)

  await row.click()
  await page.keyboard.press('Delete')
  // The notice would lie over the map.
  await page.getByRole('button', { name: 'Dismiss' }).click()
  await settle(app)
  expect(await inkOf(app)).toBe(0)

  const { ownMs, clockMs } = await heart.worst()
  console.error(`longest wait: ${ownMs.toFixed(0)} ms, by the clock ${clockMs.toFixed(0)} ms`)
  expect(ownMs).toBeLessThan(isLong ? 100 : 250)
})

test('many big layers that are shown, hidden and reordered at random leave no memory and no old picture behind', async ({
  start,
  userData,
  folder,
}) => {
  const [count, features, seconds] = isLong ? [20, 50_000, 60] : [5, 3_000, 3]
  test.setTimeout(isLong ? 600_000 : 120_000)
  const names = Array.from({ length: count }, (_, i) => `layer-${String.fromCodePoint(97 + i)}`)
  const layers = await Promise.all(
    names.map(async (name, i) => {
      const file = join(folder, `${name}.geojson`)
      await generate(features, file, i + 1)
      return layerOf(file, name)
    }),
  )
  const app = await start({ files: [await writeMap(userData, [], 'empty')] })
  await openMap(app, await writeMap(folder, layers))
  const boxes = new Map(names.map((name) => [name, app.layers.getByRole('checkbox', { name: `Show ${name}`, exact: true })]))
  const showAll = async (wanted: boolean): Promise<void> => {
    for (const box of boxes.values()) await box.setChecked(wanted)
    await settle(app)
  }

  /** The picture of one layer by itself, which is the same whatever was done before. */
  const alone = async (name: string): Promise<Buffer> => {
    await boxes.get(name)?.setChecked(true)
    await settle(app)
    const picture = await app.map.screenshot()
    await boxes.get(name)?.setChecked(false)
    return picture
  }
  const random = seeded(11)
  const toggleAndMove = async (): Promise<void> => {
    const name = names[Math.floor(random() * count)] ?? ''
    if (random() < 0.5) {
      await boxes.get(name)?.click()
      return
    }
    await app.layers.getByRole('treeitem', { name, exact: true }).focus()
    for (let step = 1 + Math.floor(random() * 4); step > 0; step--)
      await app.page.keyboard.press(random() < 0.5 ? 'Alt+ArrowUp' : 'Alt+ArrowDown')
  }

  // Once around before it is measured: what is made once stays.
  await settle(app)
  await showAll(false)
  const samples = names.filter((_, i) => i % Math.ceil(count / (isLong ? 3 : 2)) === 0)
  const pictures = new Map<string, Buffer>()
  for (const name of samples) pictures.set(name, await alone(name))
  await showAll(true)
  for (let i = 0; i < count; i++) await toggleAndMove()
  await showAll(true)
  const before = { window: await memoryAtRest(app), engine: (await memoryOf(app, engineName))?.nowMb ?? Number.NaN }

  let moves = 0
  for (const until = Date.now() + seconds * 1_000; Date.now() < until; moves++) await toggleAndMove()
  await showAll(true)
  const after = { window: await memoryAtRest(app), engine: (await memoryOf(app, engineName))?.nowMb ?? Number.NaN }
  console.error(
    `${moves} changes; window ${before.window.toFixed(0)} → ${after.window.toFixed(0)} MB, engine ${before.engine.toFixed(0)} → ${after.engine.toFixed(0)} MB`,
  )
  expect(after.window).toBeLessThan(before.window * 1.1)
  expect(after.engine).toBeLessThan(before.engine * 1.1)

  await showAll(false)
  expect(await inkOf(app)).toBe(0)
  for (const [name, picture] of pictures) expect(Buffer.compare(await alone(name), picture), `${name} looks as before`).toBe(0)
})
