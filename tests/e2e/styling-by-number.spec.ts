/** Drawing a layer by the numbers in it: graduated classes, sizes, labels by a template, and the scales at which it is seen. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type App, expect, pixelOfMap, test } from './app.ts'

const bases = [
  { name: 'Taji', status: 'transferred', troops: 400 },
  { name: 'Qayyara', status: null, troops: 100 },
  { name: 'Ain al-Asad', status: 'held', troops: 5_000 },
  { name: 'K1', status: 'transferred', troops: 900 },
  { name: 'Unknown', status: null, troops: null },
]

async function openBases(open: (options: { files: string[] }) => Promise<App>, folder: string): Promise<App> {
  const file = join(folder, 'bases.geojson')
  const features = bases.map((properties, at) => ({
    type: 'Feature',
    properties,
    geometry: { type: 'Point', coordinates: [43 + at / 2, 33] },
  }))
  await writeFile(file, JSON.stringify({ type: 'FeatureCollection', features }))
  const app = await open({ files: [file] })
  await expect(app.layers.getByRole('treeitem', { name: /^bases/ })).toBeVisible()
  await app.ready()
  return app
}

test('draws by ranges of a number, in sizes, with labels from a template, between two scales', async ({ open, userData }) => {
  const app = await openBases(open, userData)
  await app.layers.getByRole('button', { name: 'More for bases', exact: true }).click()
  await app.page.getByRole('menuitem', { name: 'Style…' }).click()
  const panel = app.page.getByRole('region', { name: 'Style', exact: true })
  const undo = app.page.getByRole('button', { name: /^Undo/ })

  await panel.getByRole('radio', { name: 'Graduated' }).click()
  await expect(panel.getByRole('combobox', { name: 'Field: troops' })).toBeVisible()
  await expect(panel.getByText('One feature has no number in this field.')).toBeVisible()
  await panel.getByRole('combobox', { name: /^Method/ }).click()
  await app.page.getByRole('option', { name: /^Equal interval/ }).click()
  const legend = app.layers.getByRole('list', { name: 'Legend of bases' })
  await expect(legend.getByRole('listitem').first()).toHaveText('100 – 1,080')
  await panel.getByRole('spinbutton', { name: 'Number of classes' }).fill('2')
  await expect(legend.getByRole('listitem')).toHaveText(['100 – 2,550', '2,550 – 5,000', 'Other values'])

  // A bound moves between its neighbours alone.
  const bound = panel.getByRole('textbox', { name: 'Bound between class 1 and 2' })
  await bound.fill('7,000')
  await bound.press('Enter')
  await expect(panel.getByRole('alert')).toHaveText('This bound must be below 5,000, where the class after it ends.')
  await bound.fill('500')
  await bound.press('Enter')
  await expect(panel.getByRole('alert')).toBeHidden()
  await expect(legend.getByRole('listitem')).toHaveText(['100 – 500', '500 – 5,000', 'Other values'])
  await expect(panel.getByRole('combobox', { name: 'Method: Manual' })).toBeVisible()
  await undo.click()
  await expect(legend.getByRole('listitem')).toHaveText(['100 – 2,550', '2,550 – 5,000', 'Other values'])

  await panel.getByRole('combobox', { name: /^Colours/ }).click()
  await app.page.getByRole('option', { name: 'Viridis' }).click()
  await app.ready()
  // Ain al-Asad is in the middle of the layer.
  const box = await app.map.boundingBox()
  const middle = { x: (box?.width ?? 0) / 2, y: (box?.height ?? 0) / 2 }
  expect(await pixelOfMap(app, middle)).toEqual([0x44, 0x01, 0x54])
  await panel.getByRole('switch', { name: 'Reversed colours' }).click()
  await app.ready()
  expect(await pixelOfMap(app, middle)).toEqual([0xfd, 0xe7, 0x25])

  await panel.getByRole('switch', { name: 'Size by value' }).click()
  await expect(panel.getByRole('combobox', { name: 'Size field: troops' })).toBeVisible()
  await expect(panel.getByRole('textbox', { name: 'Value of the largest size' })).toHaveValue('5,000')
  await expect(app.layers.getByRole('list', { name: 'Sizes of bases: troops' }).getByRole('listitem')).toHaveText(['5,000', '2,000', '100'])
  await app.ready()
  // 8 mm across are 30 pixels; before, the mark was 10.
  expect(await pixelOfMap(app, { x: middle.x + 12, y: middle.y })).toEqual([0xfd, 0xe7, 0x25])

  // A slider is followed by the map while it is held, and is one step of undo.
  const largest = panel.getByRole('slider', { name: 'Largest' })
  await largest.scrollIntoViewIfNeeded()
  const track = await largest.boundingBox()
  if (track === null) throw new Error('The slider is not shown.')
  const thumb = { x: track.x + 7 + ((track.width - 14) * 8) / 25, y: track.y + track.height / 2 }
  await app.page.mouse.move(thumb.x, thumb.y)
  await app.page.mouse.down()
  await app.page.mouse.move(track.x + track.width - 7, thumb.y, { steps: 4 })
  await expect(largest).toHaveValue('25')
  await app.ready()
  expect(await pixelOfMap(app, { x: middle.x + 40, y: middle.y }), 'while the slider is held').toEqual([0xfd, 0xe7, 0x25])
  await app.page.mouse.up()
  await undo.click()
  await expect(largest).toHaveValue('8')

  await panel.getByRole('switch', { name: 'Labels', exact: true }).click()
  await panel.getByRole('radio', { name: 'Template' }).check()
  const template = panel.getByRole('combobox', { name: 'Label template' })
  await expect(template).toHaveValue('{name}')
  await template.press('End')
  await template.pressSequentially(' ({st')
  await expect(panel.getByRole('option', { name: 'status' })).toBeVisible()
  await template.press('Enter')
  await template.pressSequentially(')')
  await expect(template).toHaveValue('{name} ({status})')
  await expect(panel.getByText('As in: Taji (transferred)')).toBeVisible()
  await template.fill('{name')
  await expect(panel.getByText('A field’s name is not closed. Write } behind it, or {{ for a brace in the text.')).toBeVisible()
  await template.fill('{nam}')
  await expect(panel.getByText('There is no field “nam” in the file.')).toBeVisible()
  await template.fill('{name} ({status})')

  const farthest = panel.getByRole('textbox', { name: 'Layer: farthest out' })
  await farthest.fill('1:1000')
  await farthest.press('Enter')
  await app.ready()
  expect(await pixelOfMap(app, middle), 'the map is farther out than 1:1,000').not.toEqual([0xfd, 0xe7, 0x25])
  await farthest.fill('')
  await farthest.press('Enter')
  await app.ready()
  expect(await pixelOfMap(app, middle)).toEqual([0xfd, 0xe7, 0x25])
})
