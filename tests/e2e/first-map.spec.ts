/** A newcomer's first hour: the demo opens, layers go and come back, files are dropped, a base is read, and the next start finds it all. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, pixelOfMap, root, test } from './app.ts'
import { dropFiles } from './dropFiles.ts'
import { placeOnMap } from './projection.ts'
import { keepScreenshot } from './screenshots.ts'

const asad = [42.441200256347656, 33.78559875488281] as const

test('opens the demo on a complete map', async ({ start }) => {
  const app = await start()
  await expect(app.page).toHaveTitle('U.S.-led coalition military bases in Iraq — Cartouche')
  for (const name of ['Coalition bases', 'Governorates', 'Neighbouring countries']) {
    await expect(app.layers.getByRole('checkbox', { name: `Show ${name}`, exact: true })).toBeChecked()
  }
  await expect(app.page.getByRole('status', { name: 'Network' })).toContainText('Offline: 0 requests left this computer')
  await expect(app.page.getByRole('status', { name: 'Network' })).not.toContainText('refused')
  await keepScreenshot(app, '1-start')
})

test('hides and shows a layer, pixel by pixel', async ({ open }) => {
  const app = await open()
  const base = await placeOnMap(app, asad)
  const red = await pixelOfMap(app, base)
  expect(red, 'the base is drawn in the colour of its status').toEqual([165, 0, 38])

  const box = app.layers.getByRole('checkbox', { name: 'Show Coalition bases', exact: true })
  await box.click()
  await app.ready()
  const ground = await pixelOfMap(app, base)
  expect(ground).not.toEqual(red)
  await keepScreenshot(app, '2-layer-hidden')

  await box.press('Space')
  await app.ready()
  expect(await pixelOfMap(app, base)).toEqual(red)
})

test('adds three files by drop, and says what is wrong with a fourth', async ({ open, userData }) => {
  const files = {
    'roads.geojson': {
      type: 'LineString',
      coordinates: [
        [42, 33],
        [44, 33.3],
        [45, 34],
      ],
    },
    'area.geojson': {
      type: 'Polygon',
      coordinates: [
        [
          [43, 32],
          [45, 32],
          [45, 33],
          [43, 33],
          [43, 32],
        ],
      ],
    },
    'نقاط.geojson': { type: 'Feature', properties: { name: 'بغداد' }, geometry: { type: 'Point', coordinates: [44.39, 33.31] } },
  }
  const paths = Object.keys(files).map((name) => join(userData, name))
  await Promise.all(Object.entries(files).map(([name, json]) => writeFile(join(userData, name), JSON.stringify(json))))
  const broken = join(userData, 'broken.geojson')
  await writeFile(broken, '{"type":"FeatureCollection","features":[{"type":"Feature",')

  const app = await open()
  await dropFiles(app, [...paths, broken])
  for (const name of ['roads', 'area', 'نقاط'])
    await expect(app.layers.getByRole('checkbox', { name: `Show ${name}`, exact: true })).toBeChecked()
  await expect(app.layers.getByRole('treeitem', { name: 'broken' })).toHaveCount(0)
  await expect(app.page.getByRole('alert')).toContainText('broken.geojson')
  await expect(app.page.getByRole('alert')).toContainText('line 1')
  await app.ready()
  await keepScreenshot(app, '3-three-files-dropped')
})

test('reads the status of a base under a click', async ({ open }) => {
  const app = await open()
  await app.map.click({ position: await placeOnMap(app, asad) })
  const attributes = app.page.getByRole('region', { name: 'Attributes' })
  await expect(attributes).toContainText('Ain al-Asad')
  await expect(attributes).toContainText('held')
  await expect(attributes).toContainText('قاعدة عين الأسد الجوية')
  await app.ready()
  await keepScreenshot(app, '4-base-identified')
})

test('opens files from the command line on an empty map', async ({ start, userData }) => {
  const file = join(userData, 'towns.geojson')
  await writeFile(
    file,
    JSON.stringify({ type: 'Feature', properties: { name: 'Baghdad' }, geometry: { type: 'Point', coordinates: [44.39, 33.31] } }),
  )
  const app = await start({ files: [file] })
  await expect(app.page).toHaveTitle(/Untitled map — Cartouche$/)
  await expect(app.layers.getByRole('checkbox', { name: 'Show towns', exact: true })).toBeChecked()
})

test('finds the window as it was at the next start', async ({ start, userData }) => {
  const file = join(userData, 'towns.geojson')
  await writeFile(
    file,
    JSON.stringify({ type: 'Feature', properties: { name: 'Baghdad' }, geometry: { type: 'Point', coordinates: [44.39, 33.31] } }),
  )
  const first = await start()
  await first.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 40, y: 30, width: 1111, height: 777 }),
  )
  await dropFiles(first, [file])
  await first.layers.getByRole('checkbox', { name: 'Show Governorates', exact: true }).click()
  await first.page.getByRole('status', { name: 'Pointer position' }).getByRole('button').click()
  await first.page.getByRole('button', { name: /^Basemap/ }).click()
  await first.page.getByRole('menuitemradio', { name: 'Dark' }).click()
  await first.ready()
  const zoom = await first.page.getByText('Zoom').locator('..').textContent()
  await first.page.waitForTimeout(1_000)
  await first.close()

  const second = await start()
  await expect(second.layers.getByRole('checkbox', { name: 'Show Governorates', exact: true })).not.toBeChecked()
  await expect(second.layers.getByRole('checkbox', { name: 'Show towns', exact: true })).toBeChecked()
  await expect(second.page.getByRole('button', { name: 'Basemap: Dark' })).toBeVisible()
  await expect(second.page.getByRole('status', { name: 'Pointer position' })).toContainText('DMS')
  expect(await second.page.getByText('Zoom').locator('..').textContent()).toBe(zoom)
  const bounds = await second.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())
  expect(bounds).toMatchObject({ width: 1111, height: 777 })
  await keepScreenshot(second, '5-next-start')
})

test('ships every file it needs: nothing is read from outside the checkout', async ({ start }) => {
  const app = await start()
  const folder = await app.electron.evaluate(({ app: program }) => program.getAppPath())
  expect(folder).toBe(root)
})
