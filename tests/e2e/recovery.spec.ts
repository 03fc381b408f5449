/** The program is killed, and asks at the next start: which map, when, what was done. Nothing is taken up or let go without an answer. */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type App, expect, test } from './app.ts'
import { keepScreenshot } from './screenshots.ts'
import { answerSave } from './systemDialogs.ts'

/** Longer than a change may take to its place on the disk. */
const onDiskMs = 2_000

/** Kills the whole program at once, as a power cut or the system would. */
async function kill(app: App): Promise<void> {
  const child = app.electron.process()
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await gone
}

const dialogOf = (app: App) => app.page.getByRole('dialog', { name: 'Recover unsaved work' })
const box = (app: App, name: string) => app.layers.getByRole('checkbox', { name: `Show ${name}`, exact: true })
const press = async (app: App, name: 'Recover' | 'Discard'): Promise<void> =>
  dialogOf(app).getByRole('button', { name, exact: true }).click()

async function changeTwice(app: App): Promise<void> {
  await box(app, 'Governorates').click()
  await box(app, 'Coalition bases').click()
}

test('work on a map that was never saved is offered after a kill, and taken up with its past', async ({ start, userData }) => {
  const app = await start()
  await changeTwice(app)
  await app.page.waitForTimeout(onDiskMs)
  await kill(app)

  const next = await start()
  const dialog = dialogOf(next)
  await expect(dialog).toContainText('U.S.-led coalition military bases in Iraq')
  await expect(dialog).toContainText('Never saved to a file')
  await expect(dialog).toContainText('2 changes, last less than a minute ago')
  const changes = dialog.getByRole('list', { name: 'Changes, the last one first' }).getByRole('listitem')
  await expect(changes).toHaveText([/^Hiding Coalition bases\d\d:\d\d:\d\d$/, /^Hiding Governorates\d\d:\d\d:\d\d$/])
  await expect(dialog.getByRole('button', { name: 'Recover', exact: true })).toBeFocused()
  await keepScreenshot(next, 'recovery')
  // Behind it is what was saved: nothing.
  await expect(next.page).not.toHaveTitle(/●/)

  await press(next, 'Recover')
  await expect(dialog).toHaveCount(0)
  await expect(box(next, 'Governorates')).not.toBeChecked()
  await expect(box(next, 'Coalition bases')).not.toBeChecked()
  await expect(next.page).toHaveTitle(/^● /)
  await expect(next.page.getByRole('status').filter({ hasText: 'is as you left it.' })).toBeVisible()
  await next.page.keyboard.press('Control+z')
  await expect(box(next, 'Coalition bases')).toBeChecked()
  await next.page.keyboard.press('Control+z')
  await expect(box(next, 'Governorates')).toBeChecked()
  await expect(next.page).not.toHaveTitle(/●/)
  await next.close()

  // What was taken up is kept for a while, and not offered again.
  expect(await readdir(join(userData, 'journals', 'kept'))).not.toEqual([])
  const last = await start()
  await expect(dialogOf(last)).toHaveCount(0)
})

test('of a saved map, discarding goes back to the file, and the file is not touched', async ({ start, userData }) => {
  const path = join(userData, 'map.cartouche')
  const app = await start()
  await answerSave(app, [path])
  await app.page.keyboard.press('Control+s')
  await expect(app.page.getByRole('status').filter({ hasText: 'Saved as' })).toBeVisible()
  const saved = await readFile(path, 'utf8')
  await changeTwice(app)
  await app.page.waitForTimeout(onDiskMs)
  await kill(app)

  const next = await start()
  await expect(dialogOf(next)).toContainText(path)
  await expect(dialogOf(next)).toContainText('last saved')
  await press(next, 'Discard')
  await expect(dialogOf(next)).toHaveCount(0)
  await expect(box(next, 'Governorates')).toBeChecked()
  await expect(next.page).toHaveTitle('U.S.-led coalition military bases in Iraq — Cartouche')
  await box(next, 'Governorates').click()
  await next.page.keyboard.press('Control+s')
  await expect(next.page).not.toHaveTitle(/●/)
  expect(await readFile(`${path}.bak`, 'utf8')).toBe(saved)
})

test('of a saved map, recovering goes on where it was, and saving goes to its file', async ({ start, userData }) => {
  const path = join(userData, 'map.cartouche')
  const app = await start()
  await answerSave(app, [path])
  await app.page.keyboard.press('Control+s')
  await expect(app.page.getByRole('status').filter({ hasText: 'Saved as' })).toBeVisible()
  await changeTwice(app)
  await app.page.waitForTimeout(onDiskMs)
  await kill(app)
  const next = await start()
  await press(next, 'Recover')
  await expect(next.page).toHaveTitle(/^● /)
  await next.page.keyboard.press('Control+s')
  await expect(next.page).not.toHaveTitle(/●/)
  expect(
    JSON.parse(await readFile(path, 'utf8')).layers.flatMap((node: { layers?: { visible: boolean }[] }) => node.layers ?? [node]),
  ).toEqual(expect.arrayContaining([expect.objectContaining({ name: 'Governorates', visible: false })]))
})

test('closing the dialog decides nothing: it asks again at the next start', async ({ start }) => {
  const app = await start()
  await changeTwice(app)
  await app.page.waitForTimeout(onDiskMs)
  await kill(app)
  const second = await start()
  await expect(dialogOf(second)).toBeVisible()
  await second.page.keyboard.press('Escape')
  await expect(dialogOf(second)).toHaveCount(0)
  await second.close()
  const third = await start()
  await expect(dialogOf(third)).toContainText('2 changes')
})

test('a kill that cost nothing asks nothing, and the window is as it was', async ({ start }) => {
  const app = await start()
  await app.page.getByRole('button', { name: 'Zoom in' }).first().click()
  await app.page.waitForTimeout(onDiskMs)
  const zoom = await app.page.getByText('Zoom', { exact: true }).locator('..').textContent()
  await kill(app)
  const next = await start()
  await expect(dialogOf(next)).toHaveCount(0)
  expect(await next.page.getByText('Zoom', { exact: true }).locator('..').textContent()).toBe(zoom)
})

test('what is torn at the end of the record is cut off there, and the rest is recovered', async ({ start, userData }) => {
  const app = await start()
  await changeTwice(app)
  await app.page.waitForTimeout(onDiskMs)
  await kill(app)
  const folder = join(userData, 'journals')
  const name = (await readdir(folder)).find((one) => one.endsWith('.journal')) ?? ''
  const text = await readFile(join(folder, name), 'utf8')
  await writeFile(join(folder, name), text.slice(0, text.lastIndexOf('Hiding Coalition bases'.slice(7)) + 4))
  const next = await start()
  await expect(dialogOf(next)).toContainText('1 change, last')
  await expect(dialogOf(next)).toContainText('The end of the record is damaged')
  await press(next, 'Recover')
  await expect(box(next, 'Governorates')).not.toBeChecked()
  await expect(box(next, 'Coalition bases')).toBeChecked()
})

test('a page that crashes is loaded again with everything that was done', async ({ start }) => {
  const app = await start()
  await changeTwice(app)
  await app.page.waitForTimeout(onDiskMs)
  const world = await app.electron.evaluateHandle(({ BrowserWindow }) => {
    const seen = { loads: 0, titles: [] as string[] }
    const window = BrowserWindow.getAllWindows()[0]
    window?.webContents.on('did-finish-load', () => (seen.loads += 1))
    window?.on('page-title-updated', (_event, title) => seen.titles.push(title))
    window?.webContents.forcefullyCrashRenderer()
    return seen
  })
  // The page is another one now, which the test has no hand on; its window is the same.
  await expect.poll(async () => world.evaluate(({ titles }) => titles.at(-1)), { timeout: 20_000 }).toMatch(/^● U\.S\.-led coalition/)
  expect(await world.evaluate(({ loads }) => loads)).toBe(1)
})

test('two maps that were left behind are offered one after the other, the newest first', async ({ start }) => {
  const app = await start()
  await box(app, 'Governorates').click()
  await app.page.waitForTimeout(onDiskMs)
  await kill(app)
  const second = await start()
  await second.page.keyboard.press('Escape')
  await second.page.keyboard.press('Control+n')
  await expect(second.page).toHaveTitle('Untitled map — Cartouche')
  await second.page.getByRole('button', { name: /^Basemap/ }).click()
  await second.page.getByRole('menuitemradio', { name: 'Dark' }).click()
  await second.page.waitForTimeout(onDiskMs)
  await kill(second)

  const third = await start()
  await expect(dialogOf(third)).toContainText('Untitled map')
  await expect(dialogOf(third)).toContainText('One more map waits after this one.')
  await third.page.emulateMedia({ colorScheme: 'dark' })
  await keepScreenshot(third, 'recovery-dark')
  await press(third, 'Discard')
  await expect(dialogOf(third)).toContainText('U.S.-led coalition')
  await press(third, 'Recover')
  await expect(box(third, 'Governorates')).not.toBeChecked()
})
