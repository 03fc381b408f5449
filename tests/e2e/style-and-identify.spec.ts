/** Styling a layer and reading what is on the map, as a user does both. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import { type App, expect, pixelOfMap, test } from './app.ts'
import { placeOnMap } from './projection.ts'

const asad = [42.441200256347656, 33.78559875488281] as const
const taji = [44.257, 33.524] as const

async function openStyle(app: App, layer: string): Promise<Locator> {
  const item = app.layers.getByRole('treeitem', { name: layer, exact: true })
  await item.hover()
  await app.layers.getByRole('button', { name: `More for ${layer}`, exact: true }).click()
  await app.page.getByRole('menuitem', { name: 'Style…' }).click()
  const panel = app.page.getByRole('region', { name: 'Style', exact: true })
  await expect(panel.getByRole('heading', { level: 2 })).toHaveText(`Style of ${layer}`)
  return panel
}

async function pixelAt(app: App, place: readonly [number, number]): Promise<[number, number, number]> {
  await app.ready()
  return pixelOfMap(app, await placeOnMap(app, place))
}

test('gives a class another colour, on the map and in one undo', async ({ open }) => {
  const app = await open()
  const panel = await openStyle(app, 'Coalition bases')
  expect(await pixelAt(app, asad)).toEqual([165, 0, 38])

  await panel.getByRole('button', { name: 'Symbol of Still held by the coalition' }).click()
  const popup = app.page.getByRole('dialog', { name: 'Symbol of Still held by the coalition' })
  await popup.getByRole('button', { name: 'blue', exact: true }).click()
  expect(await pixelAt(app, asad)).toEqual([0, 114, 178])
  await expect(popup.getByRole('textbox', { name: 'Colour: hexadecimal' })).toHaveValue('#0072b2')

  await app.page.keyboard.press('Escape')
  await expect(popup).toBeHidden()
  await expect(panel, 'Escape closes one thing at a time').toBeVisible()
  await app.page.getByRole('button', { name: /^Undo style of Coalition bases/ }).click()
  expect(await pixelAt(app, asad)).toEqual([165, 0, 38])
  await app.page.keyboard.press('Escape')
})

test('makes a run of keys on a slider one undo', async ({ open }) => {
  const app = await open()
  const panel = await openStyle(app, 'Coalition bases')
  const size = panel.getByRole('slider', { name: 'Size', exact: true })
  await size.focus()
  for (let step = 0; step < 10; step++) await size.press('ArrowRight')
  await expect(panel.getByRole('spinbutton', { name: 'Size in millimetres' })).toHaveValue('5')
  await app.page.getByRole('button', { name: /^Undo/ }).click()
  await expect(panel.getByRole('spinbutton', { name: 'Size in millimetres' })).toHaveValue('4')
  await expect(app.page.getByRole('button', { name: 'Undo', exact: true }), 'nothing else was done').toBeDisabled()
})

test('classifies by status, and the legend has its classes', async ({ open }) => {
  const app = await open()
  const panel = await openStyle(app, 'Coalition bases')
  await panel.getByRole('radio', { name: 'Single' }).check()
  const legend = app.layers.getByRole('list', { name: 'Legend of Coalition bases' })
  await expect(legend).toBeHidden()

  // The classes of before come back as they were; another field and back makes them anew.
  await panel.getByRole('radio', { name: 'By category' }).check()
  await expect(legend.getByRole('listitem')).toHaveText([/^Still held by the coalition$/, /^Transferred to Iraqi forces$/])
  for (const field of ['governorate', 'status']) {
    await panel.getByRole('combobox', { name: /^Field/ }).click()
    await app.page.getByRole('option', { name: new RegExp(`^${field}`) }).click()
    await expect(panel.getByRole('combobox', { name: `Field: ${field}` })).toBeVisible()
  }
  await expect(legend.getByRole('listitem')).toHaveText([/^transferred$/, /^held$/])
  await expect(panel.getByRole('region', { name: 'Classes' }).getByRole('listitem')).toHaveText([/4/, /2/, /All other values0/])

  const label = panel.getByRole('textbox', { name: 'Label of held' })
  await label.fill('Still there')
  await expect(legend).toContainText('Still there')
  await panel.getByRole('button', { name: 'Remove class transferred' }).click()
  await expect(legend).not.toContainText('transferred')
  await expect(panel.getByRole('region', { name: 'Classes' })).toContainText('One value has no class and is drawn as “All other values”.')

  const undo = app.page.getByRole('button', { name: /^Undo/ })
  await undo.click()
  await expect(legend).toContainText('transferred')
  await undo.click()
  await expect(legend).not.toContainText('Still there')
  while (await undo.isEnabled()) await undo.click()
  await expect(legend.getByRole('listitem')).toHaveText([/^Still held by the coalition$/, /^Transferred to Iraqi forces$/])
  expect(await pixelAt(app, asad)).toEqual([165, 0, 38])
})

test('reads the status of the base that was clicked', async ({ open }) => {
  const app = await open()
  const at = await placeOnMap(app, taji)
  await app.map.click({ position: at })
  const attributes = app.page.getByRole('region', { name: 'Attributes', exact: true })
  await expect(attributes.getByRole('heading', { level: 2 })).toHaveText(/features here$/)
  const base = attributes.getByRole('article', { name: 'Camp Taji' })
  await expect(base.getByRole('button', { name: 'Camp Taji' })).toHaveAttribute('aria-expanded', 'true')
  await expect(base.getByRole('term').filter({ hasText: /^status$/ })).toBeVisible()
  await expect(base.getByRole('definition').filter({ hasText: /^transferred$/ })).toBeVisible()
  await expect(base.getByRole('definition').filter({ hasText: /^2020-09-23$/ })).toBeVisible()

  await base.getByRole('button', { name: 'Copy status' }).click()
  expect(await app.electron.evaluate(({ clipboard }) => clipboard.readText())).toBe('transferred')
  await base.getByRole('button', { name: 'Copy link' }).first().click()
  expect(await app.electron.evaluate(({ clipboard }) => clipboard.readText())).toMatch(/^https:\/\/maps\.southfront\.org\//)

  // The country lies under the base: the next feature, and back by the keyboard.
  await attributes.getByRole('button', { name: 'Next feature' }).click()
  await expect(base.getByRole('button', { name: 'Camp Taji' })).toHaveAttribute('aria-expanded', 'false')
  await base.getByRole('button', { name: 'Camp Taji' }).focus()
  await app.page.keyboard.press('Enter')
  await expect(base.getByRole('button', { name: 'Camp Taji' })).toHaveAttribute('aria-expanded', 'true')
  await app.page.keyboard.press('Escape')
  await expect(attributes).toBeHidden()
})

test('shows hostile attributes as text', async ({ open, userData }) => {
  const file = join(userData, 'hostile.geojson')
  const properties = {
    name: '<img src=x onerror="document.title=1">',
    note: 'word '.repeat(200_000),
    turned: 'evil \u202egnp.exe',
    exact: 0.1,
    nothing: null,
    tree: { a: [1, { b: null }] },
  }
  const ring = [
    [43, 33],
    [44, 33],
    [44, 34],
    [43, 34],
    [43, 33],
  ]
  const feature = { type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: [ring] } }
  await writeFile(file, JSON.stringify({ type: 'FeatureCollection', features: [feature] }))
  const app = await open({ files: [file] })
  await expect(app.layers.getByRole('treeitem', { name: /hostile/ })).toBeVisible()
  await app.ready()
  // The map has gone to the layer, whose middle is the middle of the window.
  await app.map.click()
  const card = app.page
    .getByRole('region', { name: 'Attributes', exact: true })
    .getByRole('article', { name: '<img src=x onerror="document.title=1">' })
  await expect(card.getByRole('definition').first()).toHaveText(properties.name)
  await expect(card.getByRole('definition').filter({ hasText: 'no value' })).toBeVisible()
  await expect(card.getByText('"b": null')).toBeVisible()
  await expect(card.getByText('999,400 characters more')).toBeVisible()
  await card.getByRole('button', { name: 'Show more of note' }).click()
  await expect(card.getByText('980,000 characters more')).toBeVisible()
  await card.getByRole('button', { name: 'Show less of note' }).click()
  expect(await app.page.locator('img').count()).toBe(0)
})

test('says so when there is nothing', async ({ open }) => {
  const app = await open()
  await app.map.click({ position: await placeOnMap(app, [51.5, 38]) })
  const attributes = app.page.getByRole('region', { name: 'Attributes', exact: true })
  await expect(attributes).toContainText('Nothing here. Click a feature of a visible layer.')
  await attributes.getByRole('button', { name: 'Close Attributes' }).click()
  await expect(attributes).toBeHidden()
})
