/** The map as a file: saved, saved elsewhere, opened again, shared with other programs; and what happens when a file is not as it should be. */
import { access, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type App, expect, test } from './app.ts'
import { dialogsAsked, answerMessages, answerOpen, answerSave } from './systemDialogs.ts'

const point = { type: 'Feature', properties: { name: 'Baghdad' }, geometry: { type: 'Point', coordinates: [44.39, 33.31] } }

const command = async (app: App, name: string): Promise<void> => {
  await app.page.keyboard.press('Control+k')
  await app.page.getByPlaceholder('Type a command or the name of a recent file').fill(name)
  // Recent files come a moment later than commands.
  await expect(app.page.getByRole('option').first()).toBeVisible()
  await app.page.keyboard.press('Enter')
}

async function hideGovernorates(app: App): Promise<void> {
  await app.layers.getByRole('checkbox', { name: 'Show Governorates', exact: true }).click()
}

const titleOf = async (app: App): Promise<string> => app.page.title()
const alert = (app: App) => app.page.getByRole('alert')

test('is saved, marked while it is not, and opens again as it was', async ({ start, userData }) => {
  const path = join(userData, 'bases.cartouche')
  const app = await start()
  expect(await titleOf(app)).not.toContain('●')
  await hideGovernorates(app)
  await expect(app.page).toHaveTitle(/^● /)
  await answerSave(app, [path])
  await app.page.keyboard.press('Control+s')
  await expect(app.page).not.toHaveTitle(/^● /)
  await expect(app.page.getByRole('status').filter({ hasText: 'Saved as bases.cartouche.' })).toBeVisible()
  expect(JSON.parse(await readFile(path, 'utf8')).schema).toBe(1)
  const hashes = [...(await readFile(path, 'utf8')).matchAll(/"hash":("[^"]+"|null)/g)].map(([, hash]) => hash)
  expect(hashes.length).toBeGreaterThan(3)
  expect(hashes, 'the version of each layer’s file is noted').not.toContain('null')

  // A second save asks nothing.
  await hideGovernorates(app)
  await app.page.keyboard.press('Control+s')
  await expect(app.page).not.toHaveTitle(/^● /)
  expect(await dialogsAsked(app)).toHaveLength(1)

  await hideGovernorates(app)
  await app.page.keyboard.press('Control+s')
  await expect(app.page).not.toHaveTitle(/^● /)
  await command(app, 'New Map')
  await expect(app.page).toHaveTitle('Untitled map — Cartouche')
  await answerOpen(app, [path])
  await app.page.keyboard.press('Control+o')
  await expect(app.page).toHaveTitle('U.S.-led coalition military bases in Iraq — Cartouche')
  await expect(app.layers.getByRole('checkbox', { name: 'Show Governorates', exact: true })).not.toBeChecked()
})

test('is saved under another name, and the first file stays', async ({ open, userData }) => {
  const app = await open()
  await answerSave(app, [join(userData, 'one'), join(userData, 'two.cartouche')])
  await app.page.keyboard.press('Control+s')
  await expect(app.page.getByRole('status').filter({ hasText: 'Saved as one.cartouche.' })).toBeVisible()
  await hideGovernorates(app)
  await app.page.keyboard.press('Control+Shift+s')
  await expect(app.page.getByRole('status').filter({ hasText: 'Saved as two.cartouche.' })).toBeVisible()
  const [one, two] = await Promise.all(['one', 'two'].map((name) => readFile(join(userData, `${name}.cartouche`), 'utf8')))
  expect(one).not.toBe(two)
})

test('asks before another map takes the place of changes that are not saved, also one from the recent list', async ({
  start,
  userData,
}) => {
  const path = join(userData, 'first.cartouche')
  const app = await start()
  await answerSave(app, [path])
  await app.page.keyboard.press('Control+s')
  await expect(app.page.getByRole('status').filter({ hasText: 'Saved as' })).toBeVisible()
  await command(app, 'New Map')
  await expect(app.page).toHaveTitle('Untitled map — Cartouche')
  await app.page.getByRole('button', { name: /^Basemap/ }).click()
  await app.page.getByRole('menuitemradio', { name: 'Dark' }).click()
  await expect(app.page).toHaveTitle(/^● /)

  await answerMessages(app, ['Cancel', 'Do Not Save'])
  await command(app, 'first')
  await expect.poll(async () => (await dialogsAsked(app)).length).toBe(2)
  await expect(app.page).toHaveTitle('● Untitled map — Cartouche')
  await command(app, 'first')
  await expect(app.page).toHaveTitle('U.S.-led coalition military bases in Iraq — Cartouche')
  expect((await dialogsAsked(app))[1]).toMatchObject({
    message: 'Save the changes to “Untitled map”?',
    buttons: ['Save', 'Do Not Save', 'Cancel'],
  })
})

test('that another program has changed is not overwritten without a question', async ({ open, userData }) => {
  const path = join(userData, 'shared.cartouche')
  const app = await open()
  await answerSave(app, [path, join(userData, 'mine.cartouche')])
  await app.page.keyboard.press('Control+s')
  await expect(app.page.getByRole('status').filter({ hasText: 'Saved as' })).toBeVisible()
  const theirs = (await readFile(path, 'utf8')).replace('"update": 1', '"update": 7')
  await writeFile(path, theirs)

  await hideGovernorates(app)
  await answerMessages(app, ['Cancel', 'Save As…', 'Overwrite'])
  await app.page.keyboard.press('Control+s')
  await expect.poll(async () => (await dialogsAsked(app)).length).toBe(2)
  expect((await dialogsAsked(app))[1]).toMatchObject({
    message: 'shared.cartouche was changed by another program since it was opened here.',
    buttons: ['Overwrite', 'Save As…', 'Cancel'],
  })
  expect(await readFile(path, 'utf8')).toBe(theirs)
  await expect(app.page).toHaveTitle(/^● /)

  await app.page.keyboard.press('Control+s')
  await expect(app.page.getByRole('status').filter({ hasText: 'Saved as mine.cartouche.' })).toBeVisible()
  expect(await readFile(path, 'utf8')).toBe(theirs)
  await writeFile(join(userData, 'mine.cartouche'), theirs)
  await hideGovernorates(app)
  await app.page.keyboard.press('Control+s')
  await expect(app.page).not.toHaveTitle(/^● /)
  expect(await readFile(join(userData, 'mine.cartouche'), 'utf8')).toContain('"update": 1')
  expect(await readFile(join(userData, 'mine.cartouche.bak'), 'utf8')).toBe(theirs)
})

test('whose folder has gone is saved elsewhere, and nothing is lost', async ({ open, userData }) => {
  const folder = join(userData, 'stick')
  await mkdir(folder)
  const app = await open()
  await answerSave(app, [join(folder, 'map.cartouche'), join(userData, 'rescued.cartouche')])
  await app.page.keyboard.press('Control+s')
  await expect(app.page.getByRole('status').filter({ hasText: 'Saved as' })).toBeVisible()
  await hideGovernorates(app)
  await rename(folder, join(userData, 'pulled'))
  await answerMessages(app, ['Try Again', 'Save As…'])
  await app.page.keyboard.press('Control+s')
  await expect(app.page.getByRole('status').filter({ hasText: 'Saved as rescued.cartouche.' })).toBeVisible()
  const [, first, second] = await dialogsAsked(app)
  expect(first).toMatchObject({
    message: 'map.cartouche could not be saved: its folder is not there any more. The file on disk is as it was.',
    buttons: ['Save As…', 'Try Again', 'Cancel'],
  })
  expect(second).toEqual(first)
  expect(JSON.parse(await readFile(join(userData, 'rescued.cartouche'), 'utf8')).title).toContain('coalition')
})

test('that is damaged opens in part, says what is missing, and is never written over by itself', async ({ open, userData }) => {
  const path = join(userData, 'map.cartouche')
  const app = await open()
  await answerSave(app, [path, join(userData, 'mended.cartouche')])
  await app.page.keyboard.press('Control+s')
  await expect(app.page.getByRole('status').filter({ hasText: 'Saved as' })).toBeVisible()

  const lines = (await readFile(path, 'utf8')).split('\n')
  const damaged = lines.map((line) => (line.includes('"name":"Governorates"') ? line.slice(0, 80) : line)).join('\n')
  await writeFile(path, damaged)
  const again = await open({ files: [path] })
  const dialog = again.page.getByRole('dialog', { name: 'map.cartouche is damaged' })
  await expect(dialog).toContainText('What could be read of it is open.')
  await expect(dialog.getByRole('list', { name: 'What could not be read' })).toContainText(/A layer or group on line \d+ is not whole\./)
  await dialog.getByRole('button', { name: 'Continue' }).click()
  await expect(again.page).toHaveTitle('● U.S.-led coalition military bases in Iraq — Cartouche')
  await expect(again.layers.getByRole('checkbox', { name: 'Show Coalition bases', exact: true })).toBeChecked()
  await expect(again.layers.getByRole('checkbox', { name: 'Show Governorates', exact: true })).toHaveCount(0)

  await answerSave(again, [join(userData, 'mended.cartouche')])
  await again.page.keyboard.press('Control+s')
  await expect(again.page.getByRole('status').filter({ hasText: 'Saved as mended.cartouche.' })).toBeVisible()
  expect(await readFile(path, 'utf8')).toBe(damaged)
})

test('made by a newer version is refused in a sentence', async ({ open, userData }) => {
  const path = join(userData, 'tomorrow.cartouche')
  await writeFile(path, '{"schema":2,"title":"Tomorrow"}')
  const app = await open({ files: [path] })
  await expect(alert(app)).toContainText(
    'tomorrow.cartouche was made by a newer version of Cartouche (document schema 2; this program knows 1).',
  )
  expect(await readFile(path, 'utf8')).toBe('{"schema":2,"title":"Tomorrow"}')
})

test('a layer whose file is missing keeps its name and style, and is found again', async ({ open, userData }) => {
  const towns = join(userData, 'towns.geojson')
  const path = join(userData, 'map.cartouche')
  await writeFile(towns, JSON.stringify(point))
  const app = await open({ files: [towns] })
  await expect(app.layers.getByRole('checkbox', { name: 'Show towns', exact: true })).toBeChecked()
  await answerSave(app, [path])
  await app.page.keyboard.press('Control+s')
  await expect(app.page.getByRole('status').filter({ hasText: 'Saved as' })).toBeVisible()
  const colour = /"color":"(#[0-9a-f]{6})"/.exec(await readFile(path, 'utf8'))?.[1]

  await mkdir(join(userData, 'moved'))
  await rename(towns, join(userData, 'moved', 'cities.geojson'))
  const again = await open({ files: [path] })
  const row = again.layers.getByRole('treeitem', { name: 'towns' })
  await expect(row).toContainText('Locate…')
  await answerOpen(again, [join(userData, 'moved', 'cities.geojson')])
  await row.getByRole('button', { name: 'Locate…' }).click()
  await expect(row).not.toContainText('Locate…')
  await again.page.keyboard.press('Control+s')
  await expect(again.page.getByRole('status').filter({ hasText: 'Saved as' })).toBeVisible()
  const text = await readFile(path, 'utf8')
  expect(text).toContain('"name":"towns","path":"moved/cities.geojson"')
  expect(text).toContain(`"color":"${colour}"`)
})

test('closing the window asks about changes that are not saved; quitting keeps them, and where the map was exported to', async ({
  start,
  userData,
}) => {
  test.slow()
  const path = join(userData, 'map.cartouche')
  const picture = join(userData, 'bases.png')
  const app = await start()
  await answerSave(app, [path, picture])
  await app.page.keyboard.press('Control+s')
  await expect(app.page.getByRole('status').filter({ hasText: 'Saved as' })).toBeVisible()
  await test.step('the map is exported, small', async () => {
    await app.page.keyboard.press('Control+e')
    const dialog = app.page.getByRole('dialog', { name: 'Export' })
    await dialog.getByRole('spinbutton', { name: 'DPI' }).fill('30')
    await dialog.getByRole('button', { name: 'Export' }).click()
    await expect(app.page.getByText('Exported bases.png')).toBeVisible({ timeout: 40_000 })
  })
  const saved = await readFile(path, 'utf8')
  await hideGovernorates(app)
  await expect(app.page).toHaveTitle(/^● /)
  const closeWindow = async (of: App): Promise<void> =>
    of.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())

  await answerMessages(app, ['Cancel'])
  await closeWindow(app)
  await expect.poll(async () => (await dialogsAsked(app)).length).toBe(3)
  // Longer than a window that does not answer is given.
  await app.page.waitForTimeout(3_500)
  await expect(app.page).toHaveTitle(/^● /)

  await answerMessages(app, ['Do Not Save'])
  await Promise.all([app.electron.waitForEvent('close'), closeWindow(app)])
  expect(await readFile(path, 'utf8')).toBe(saved)

  const second = await start()
  await expect(second.page).toHaveTitle('U.S.-led coalition military bases in Iraq — Cartouche')
  await expect(second.page.getByRole('dialog')).toHaveCount(0)
  await expect(second.layers.getByRole('checkbox', { name: 'Show Governorates', exact: true })).toBeChecked()
  await hideGovernorates(second)
  await second.close()

  const third = await start()
  await expect(third.page).toHaveTitle(/^● /)
  await expect(third.layers.getByRole('checkbox', { name: 'Show Governorates', exact: true })).not.toBeChecked()
  // The past came along.
  await third.page.keyboard.press('Control+z')
  await expect(third.layers.getByRole('checkbox', { name: 'Show Governorates', exact: true })).toBeChecked()

  await test.step('what was exported before is exported again, when the user has seen over which files', async () => {
    await rm(picture)
    await answerMessages(third, ['Cancel', 'Export Again'])
    await third.page.keyboard.press('Control+Shift+E')
    await expect
      .poll(async () => (await dialogsAsked(third)).map((asked) => (asked.kind === 'message' ? asked.detail : '')))
      .toEqual([`${picture}\n\nWhat is there is written over.`])
    await expect(access(picture)).rejects.toThrow('ENOENT')
    await third.page.keyboard.press('Control+Shift+E')
    await expect(third.page.getByText('Exported bases.png')).toBeVisible({ timeout: 40_000 })
    await access(picture)
  })
  await expect(third.page).not.toHaveTitle(/^● /)
  await third.page.keyboard.press('Control+Shift+z')
  await answerMessages(third, ['Save'])
  await Promise.all([third.electron.waitForEvent('close'), closeWindow(third)])
  expect(await readFile(path, 'utf8')).not.toBe(saved)
})
