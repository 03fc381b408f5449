/** Layer files as they live: changed, replaced, deleted and broken while they are shown; compressed; kept from one start to the next. */
import { readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { generate } from '../bench/generate.ts'
import { blankDocument, type Layer } from '../../electron/contract/document.ts'
import { layer as layerOf } from '../unit/document/documents.ts'
import { type App, expect, test } from './app.ts'
import { dropFiles } from './dropFiles.ts'
import { answerSave } from './systemDialogs.ts'

const base = (name: string, lon: number, status = 'held'): string =>
  `{"type":"Feature","properties":{"name":"${name}","status":"${status}"},"geometry":{"type":"Point","coordinates":[${lon},33]}}`
const collection = (...features: string[]): string => `{"type":"FeatureCollection","features":[\n${features.join(',\n')}\n]}\n`

const messages = ({ page }: App) => page.getByRole('region', { name: 'Messages' })
const row = ({ layers }: App, name: string) => layers.getByRole('treeitem', { name, exact: true })

/** Clicks the middle of the map, where a layer of one feature is after it was opened. */
async function clickMiddle(app: App): Promise<void> {
  const box = (await app.map.boundingBox())!
  await app.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
}

/** A map without a basemap, which is soon drawn. @returns its path */
async function mapIn(folder: string, layers: Layer[] = []): Promise<string> {
  const path = join(folder, 'map.cartouche')
  await writeFile(path, JSON.stringify({ ...blankDocument, basemap: { style: 'none', labels: 'english' }, layers }))
  return path
}

/** As editors save: another file takes the place of the first. */
async function replace(path: string, text: string): Promise<void> {
  await writeFile(`${path}.new`, text)
  await rename(`${path}.new`, path)
}

test('is shown as it is on disk, whatever becomes of it there', async ({ start, userData }) => {
  const path = join(userData, 'bases.geojson')
  await writeFile(path, collection(base('Taji', 44)))
  const app = await start({ files: [await mapIn(userData)] })
  await dropFiles(app, [path])
  await expect(row(app, 'bases')).toBeVisible()
  await app.ready()
  await clickMiddle(app)
  const attributes = app.page.getByRole('region', { name: 'Attributes', exact: true })
  await expect(attributes.getByText('Taji').first()).toBeVisible()

  await test.step('written in place with more features: the one that is selected stays, wherever it is now', async () => {
    await writeFile(path, collection(base('K1', 44.4), base('Qayyara', 43), base('Victory', 44.2), base('Taji', 44)))
    await expect(messages(app).getByText('bases was reloaded: 3 features more.')).toBeVisible()
    await expect(row(app, 'bases').getByTitle('4 features')).toBeVisible()
    await expect(attributes.getByText('Taji').first()).toBeVisible()
    await expect(attributes.getByText('K1')).toHaveCount(0)
  })

  await test.step('replaced by an editor, with fewer', async () => {
    await replace(path, collection(base('Taji', 44), base('K1', 44.4)))
    await expect(messages(app).getByText('bases was reloaded: 2 features fewer.')).toBeVisible()
  })

  await test.step('deleted: it stays on the map and is marked, until it is back', async () => {
    await rename(path, `${path}.away`)
    await expect(row(app, 'bases').getByText('bases.geojson is not there any more.')).toBeVisible()
    await expect(row(app, 'bases').getByTitle('2 features')).toBeVisible()
    await app.page.screenshot({ path: test.info().outputPath('gone.png') })
    await rename(`${path}.away`, path)
    await expect(row(app, 'bases').getByText('is not there any more')).toHaveCount(0)
  })

  await test.step('broken: what was shown stays, and what can be read is to be had', async () => {
    await replace(path, collection(base('Taji', 44), base('K1', 44.4), base('Ain al-Asad', 42.4)).slice(0, -40))
    await expect(row(app, 'bases').getByText('The map shows bases.geojson as it was before it changed.')).toBeVisible()
    await app.page.screenshot({ path: test.info().outputPath('broken.png') })
    await row(app, 'bases').getByRole('button', { name: 'Open what can be read' }).click()
    await expect(row(app, 'bases').getByText('as it was before')).toHaveCount(0)
    await row(app, 'bases').getByRole('button', { name: '1 problem in bases' }).click()
    await expect(app.page.getByRole('dialog').getByText('What comes after that was not read.')).toBeVisible()
    await app.page.keyboard.press('Escape')
  })

  await test.step('mended: all of it', async () => {
    await replace(path, collection(base('Taji', 44), base('K1', 44.4), base('Ain al-Asad', 42.4)))
    // The number makes room for the row's buttons while it has the focus.
    await expect(row(app, 'bases').getByTitle('3 features')).toHaveText('3')
    await expect(row(app, 'bases').getByRole('button', { name: /problem/ })).toHaveCount(0)
  })

  await test.step('another file, broken when it is opened', async () => {
    const broken = join(userData, 'broken.geojson')
    await writeFile(broken, collection(base('Taji', 44), base('K1', 44.4)).slice(0, -20))
    await dropFiles(app, [broken])
    await expect(messages(app).getByText('broken.geojson ends in the middle of a feature')).toBeVisible()
    await app.page.screenshot({ path: test.info().outputPath('offer.png') })
    await messages(app).getByRole('button', { name: 'Open what can be read (1 feature)' }).click()
    await expect(row(app, 'broken').getByTitle('1 feature', { exact: true })).toBeVisible()
  })

  await test.step('saved, and opened so again', async () => {
    const saved = join(userData, 'salvaged.cartouche')
    await answerSave(app, [saved])
    await app.page.keyboard.press('Control+Shift+S')
    await expect.poll(async () => stat(saved).catch(() => null)).not.toBeNull()
    await app.close()
    const again = await start({ files: [saved] })
    await expect(row(again, 'broken').getByTitle('1 feature', { exact: true })).toBeVisible()
    await expect(row(again, 'broken').getByRole('button', { name: 'Open what can be read' })).toHaveCount(0)
  })
})

/** The one layer that is in the cache. */
async function keptStore(userData: string): Promise<{ path: string; ino: number; usedMs: number } | null> {
  const cache = join(userData, 'layer-cache')
  const [entry] = await readdir(cache).catch(() => [])
  const status = entry === undefined ? null : await stat(join(cache, entry, 'store')).catch(() => null)
  return entry === undefined || status === null ? null : { path: join(cache, entry, 'store'), ino: status.ino, usedMs: status.mtimeMs }
}

test('is kept from one start to the next, also over the death of the engine, until the cache is cleared', async ({ start, userData }) => {
  const path = join(userData, 'many.geojson')
  await generate(8_000, path)
  const zipped = join(userData, 'few.geojson.gz')
  await writeFile(zipped, gzipSync(collection(base('Taji', 44))))
  // A file that was written this moment is looked into once more: this one is to be old.
  await expect.poll(async () => Date.now() - (await stat(path)).ctimeMs).toBeGreaterThan(2_000)

  const map = await mapIn(userData, [layerOf('many', { name: 'many', path })])
  const first = await start({ files: [map] })
  await expect.poll(async () => keptStore(userData), { timeout: 15_000 }).not.toBeNull()
  const kept = (await keptStore(userData))!
  await first.close()

  const app = await start({ files: [map] })
  const again = (await keptStore(userData))!
  expect(again.ino, 'it was not written anew').toBe(kept.ino)
  expect(again.usedMs, 'it was read').toBeGreaterThan(kept.usedMs)

  await app.electron.evaluate(({ app: electron }) => {
    const engine = electron.getAppMetrics().find(({ name }) => name === 'Cartouche layer engine')
    if (engine !== undefined) process.kill(engine.pid, 'SIGKILL')
  })
  await expect(app.page.getByText('stopped unexpectedly').first()).toBeVisible()
  await expect.poll(async () => (await keptStore(userData))?.usedMs, 'it was read again').toBeGreaterThan(again.usedMs)
  await app.ready()
  expect((await keptStore(userData))?.ino).toBe(kept.ino)

  await dropFiles(app, [zipped])
  await expect(row(app, 'few').getByTitle('1 feature', { exact: true })).toBeVisible()
  await app.ready()
  await clickMiddle(app)
  await expect(app.page.getByRole('region', { name: 'Attributes', exact: true }).getByText('Taji').first()).toBeVisible()

  await app.page.keyboard.press('Control+k')
  await app.page.getByRole('combobox').fill('clear cache')
  await app.page.keyboard.press('Enter')
  await expect(messages(app).getByText(/^\d[\d.]* [kM]B freed\.$/)).toBeVisible()
  expect(await stat(kept.path).catch(() => null)).toBeNull()
  await rm(path)
  await expect(row(app, 'many').getByText('many.geojson is not there any more.')).toBeVisible()
})
