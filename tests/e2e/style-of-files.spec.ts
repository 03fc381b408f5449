/** Styles as a whole: copied between layers, kept for a file, and made anew. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from './app.ts'

const file = (properties: Record<string, unknown>[]): string =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: properties.map((one, at) => ({ type: 'Feature', properties: one, geometry: { type: 'Point', coordinates: [43 + at, 33] } })),
  })

test('copies a style to another layer, says what does not fit, and keeps one for a file', async ({ start, userData }) => {
  const [bases, wells] = [join(userData, 'bases.geojson'), join(userData, 'wells.geojson')]
  await writeFile(bases, file([{ troops: 100 }, { troops: 400 }, { troops: 900 }]))
  await writeFile(wells, file([{ depth: 5 }, { depth: 7 }]))
  const app = await start({ files: [bases, wells] })
  const { page, layers } = app
  const row = (name: string) => layers.getByRole('treeitem', { name, exact: true })
  const legend = layers.getByRole('list', { name: 'Legend of bases' }).getByRole('listitem')
  const styleMenu = async (name: string, item: string): Promise<void> => {
    await layers.getByRole('button', { name: `More for ${name}`, exact: true }).click()
    await page.getByRole('menuitem', { name: 'Layer Style' }).click()
    await page.getByRole('menuitem', { name: item, exact: true }).click()
  }

  await row('bases').click()
  await page.keyboard.press('Enter')
  const panel = page.getByRole('region', { name: 'Style', exact: true })
  await panel.getByRole('radio', { name: 'Graduated' }).click()
  await expect(legend).toHaveCount(5)
  await panel.getByRole('button', { name: 'More for this style' }).click()
  await page.getByRole('menuitem', { name: 'Save as Default for This File' }).click()
  await expect(page.getByText('bases.geojson will look like this whenever it is opened.')).toBeVisible()

  await row('bases').click()
  await page.keyboard.press('Control+Alt+c')
  await row('wells').click()
  await page.keyboard.press('Control+Alt+v')
  await expect(page.getByText('Style of bases pasted onto wells, as far as it fits.')).toBeVisible()
  await expect(page.getByText('It has no field “troops”: all of its features have the symbol of the first class.')).toBeVisible()
  await page.keyboard.press('Control+z')
  await styleMenu('wells', 'Copy Style')
  await styleMenu('bases', 'Paste Style')
  await expect(legend).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(legend).toHaveCount(5)
  await page.keyboard.press('Control+Shift+z')
  await expect(legend).toHaveCount(0)
  await styleMenu('bases', 'Reset Style')
  await expect(page.getByText('Style of bases reset to the default of its file.')).toBeVisible()
  await expect(legend).toHaveCount(5)

  // Another map that opens the file gets its default; without one, it is drawn as any file.
  const open = async (): Promise<void> => {
    await app.electron.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] })
    }, bases)
    await page.keyboard.press('Control+Shift+o')
    await expect(row('bases')).toHaveCount(1)
  }
  const remove = async (): Promise<void> => {
    await row('bases').click()
    await page.keyboard.press('Delete')
    await expect(row('bases')).toHaveCount(0)
  }
  await remove()
  await open()
  await expect(legend).toHaveCount(5)
  await styleMenu('bases', 'Clear Default of This File')
  await expect(page.getByText('The default style of bases.geojson is cleared.')).toBeVisible()
  await remove()
  await open()
  await expect(legend).toHaveCount(0)
})
