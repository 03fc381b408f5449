/** Moving about: keys, rectangle, home, previous and next view, a typed scale, coordinates in four formats, palette and menu. */
import { type App, expect, pixelOfMap, test } from './app.ts'

const scaleOf = (app: App) => app.page.getByRole('textbox', { name: 'Scale' })
const button = (app: App, name: string) => app.page.getByRole('button', { name, exact: true })

async function settled(app: App): Promise<void> {
  await app.page.waitForTimeout(350)
  await app.ready()
}

test('zooms with the keyboard and by buttons, and finds its way back and home', async ({ open }) => {
  const app = await open()
  const home = await scaleOf(app).inputValue()
  await expect(button(app, 'Previous View')).toBeDisabled()

  await button(app, 'Zoom In').click()
  await settled(app)
  const closer = await scaleOf(app).inputValue()
  expect(closer).not.toBe(home)

  await app.page.getByRole('application').focus()
  await app.page.keyboard.press('ArrowLeft')
  await settled(app)
  await app.page.keyboard.press('-')
  await settled(app)
  await expect(scaleOf(app)).not.toHaveValue(closer)

  await app.page.keyboard.press('Alt+ArrowLeft')
  await settled(app)
  await app.page.keyboard.press('Alt+ArrowLeft')
  await settled(app)
  await expect(scaleOf(app)).toHaveValue(closer)
  await button(app, 'Next View').click()
  await settled(app)
  await app.page.keyboard.press('Control+Home')
  await settled(app)
  await expect(scaleOf(app)).toHaveValue(home)
})

test('zooms to a rectangle, and Escape puts the tool down', async ({ open }) => {
  const app = await open()
  const before = await scaleOf(app).inputValue()
  await button(app, 'Zoom to Rectangle').click()
  await expect(app.page.getByText('Drag a rectangle to zoom to it.')).toBeVisible()
  await app.page.keyboard.press('Escape')
  await expect(app.page.getByText('Drag a rectangle to zoom to it.')).toBeHidden()

  await button(app, 'Zoom to Rectangle').click()
  const box = await app.map.boundingBox()
  if (box === null) throw new Error('no map')
  await app.page.mouse.move(box.x + 300, box.y + 250)
  await app.page.mouse.down()
  await app.page.mouse.move(box.x + 420, box.y + 330, { steps: 5 })
  await app.page.mouse.up()
  await settled(app)
  const number = (text: string): number => Number(text.replace('1:', '').replaceAll(',', ''))
  expect(number(await scaleOf(app).inputValue())).toBeLessThan(number(before) / 5)
  await expect(app.page.getByText('Drag a rectangle to zoom to it.')).toBeHidden()
})

test('turns the map and brings north up again', async ({ open }) => {
  const app = await open()
  await app.page.keyboard.press('Control+Alt+ArrowRight')
  await settled(app)
  const north = app.page.getByRole('button', { name: /^North Up/ })
  await expect(north).toHaveAccessibleName('North Up (turned by 15°)')
  await north.click()
  await settled(app)
  await expect(north).toBeDisabled()
})

test('takes a typed scale, and says what is not one', async ({ open }) => {
  const app = await open()
  await scaleOf(app).fill('1:500 000')
  await scaleOf(app).press('Enter')
  await settled(app)
  await expect(scaleOf(app)).toHaveValue('1:500,000')
  await scaleOf(app).fill('near')
  await scaleOf(app).press('Enter')
  await expect(app.page.getByText('“near” is not a scale.')).toBeVisible()
  await expect(scaleOf(app)).toHaveValue('1:500,000')
})

test('cycles the pointer position through four formats and copies it', async ({ open }) => {
  const app = await open()
  await app.map.hover({ position: { x: 400, y: 300 } })
  const status = app.page.getByRole('status', { name: 'Pointer position' })
  await expect(status).toContainText(/^DD\s*\d+\.\d{5}° N, \d+\.\d{5}° E/)
  await status.getByRole('button').click()
  expect(await app.electron.evaluate(({ clipboard }) => clipboard.readText())).toMatch(/^\d+\.\d{5}, \d+\.\d{5}$/)
  await expect(status).toContainText(/^DMS\s*\d+° \d+′/)
  await status.getByRole('button').click()
  await expect(status).toContainText(/^UTM\s*3[789][RS]/)
  await status.getByRole('button').click()
  await expect(status).toContainText(/^MGRS\s*3[789][RS] [A-Z]{2} \d{5} \d{5}/)
  await status.getByRole('button').click()
  await expect(status).toContainText(/^DD/)
})

test('runs a command from the palette', async ({ open }) => {
  const app = await open()
  const sea = { x: 40, y: 330 }
  const light = await pixelOfMap(app, sea)
  await app.page.keyboard.press('Control+k')
  await app.page.getByPlaceholder('Type a command or the name of a recent file').fill('basemap print')
  await app.page.getByRole('option', { name: /Basemap: Print/ }).click()
  await settled(app)
  const [r, g, b] = await pixelOfMap(app, sea)
  expect([r, g, b]).not.toEqual(light)
  expect(Math.max(r, g, b) - Math.min(r, g, b), 'Print is grey').toBeLessThanOrEqual(2)
})

test('shows every command in the native menu, and runs it from there', async ({ open }) => {
  const app = await open()
  const labels = await app.electron.evaluate(({ Menu }) => {
    const names = (menu: Electron.Menu | undefined): string[] => menu?.items.flatMap((item) => [item.label, ...names(item.submenu)]) ?? []
    return names(Menu.getApplicationMenu() ?? undefined)
  })
  for (const label of [
    'New Map',
    'Open Map…',
    'Add Layer…',
    'Open Recent',
    'Save As…',
    'Zoom to Rectangle',
    'Place Names',
    'About Cartouche',
  ]) {
    expect(labels).toContain(label)
  }
  await app.electron.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('help.about')?.click())
  await expect(app.page.getByRole('dialog', { name: 'About Cartouche' })).toContainText('42.0.0')
})
