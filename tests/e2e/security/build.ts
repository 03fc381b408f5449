/** Copies of the built program in which single locks are undone, so that a test can be seen to fail. The program itself has no switch for that. */
import { cp, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '../app.ts'

/** A textual change to one of the built files. */
export type Change = {
  in: 'main' | 'preload'
  find: string
  put: string
}

/** Served beside the program's own page: what an attacker's script would bring along. */
const probes = {
  'worker.js': `
onmessage = async ({ data }) => {
  if (data.fetch !== undefined) await fetch(data.fetch).catch(() => undefined)
  postMessage([typeof require, typeof process])
}`,
  'frame.html': '<!doctype html><title>Frame</title>',
}

/** A page without the program's scripts: a window that shows it starts at once, and has every lock of the real one. */
const barePage = '<!doctype html><html><head><title>Bare</title></head><body></body></html>'

/**
 * @param folder where to put it; must not exist
 * @param page `full` is the program as it is, `bare` has an empty page
 * @returns the folder, to be started as a program
 */
export async function makeBuild(folder: string, page: 'full' | 'bare', changes: readonly Change[] = []): Promise<string> {
  const renderer = join(folder, 'out', 'renderer')
  await mkdir(renderer, { recursive: true })
  for (const part of page === 'full' ? ['main', 'preload', 'renderer'] : ['main', 'preload']) {
    await cp(join(root, 'out', part), join(folder, 'out', part), { recursive: true })
  }
  if (page === 'bare') await writeFile(join(renderer, 'index.html'), barePage)
  await mkdir(join(renderer, 'probe'))
  for (const [name, text] of Object.entries(probes)) await writeFile(join(renderer, 'probe', name), text)
  await cp(join(root, 'package.json'), join(folder, 'package.json'))
  for (const name of ['node_modules', 'data']) await symlink(join(root, name), join(folder, name), 'dir')
  for (const change of changes) await apply(folder, change)
  return folder
}

/** A change that finds nothing, or more than one place, would leave the lock in force and prove nothing. */
async function apply(folder: string, { in: part, find, put }: Change): Promise<void> {
  const files = await builtFiles(folder, part)
  const hits = files.filter(({ text }) => text.includes(find))
  const places = hits.reduce((sum, { text }) => sum + text.split(find).length - 1, 0)
  const [hit] = hits
  if (hit === undefined || places !== 1) throw new Error(`The built ${part} has ${places} places that read: ${find}`)
  await writeFile(
    hit.path,
    hit.text.replace(find, () => put),
  )
}

/** The built files of the window's own main process, or of its preload. */
export async function builtFiles(folder: string, part: Change['in']): Promise<{ path: string; text: string }[]> {
  const base = join(folder, 'out', part)
  const names = (await readdir(base, { recursive: true })).filter((name) => /\.c?js$/.test(name))
  return Promise.all(names.map(async (name) => ({ path: join(base, name), text: await readFile(join(base, name), 'utf8') })))
}
