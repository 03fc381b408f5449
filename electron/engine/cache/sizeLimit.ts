/** Keeps the cache within its size: the entries that were not used for the longest time go. */
import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { unfinishedEnding } from './sectionFile.ts'

type CachedFile = { path: string; size: number; usedMs: number }
type CachedFolder = { folder: string; files: CachedFile[]; size: number; usedMs: number }

/** What another run of the program may be working with, or is writing. */
const restingMs = 10 * 60_000

const entryName = /^[0-9a-f]{32}$/

/** @param inUse folders whose unpacked text open layers read from */
export async function trimTo(folder: string, limit: number, inUse: ReadonlySet<string>): Promise<void> {
  const entries = (await entriesOf(folder)).toSorted((a, b) => a.usedMs - b.usedMs)
  let total = entries.reduce((sum, { size }) => sum + size, 0)
  const old = Date.now() - restingMs
  for (const { files } of entries) {
    for (const { path, usedMs, size } of files) {
      // Of a program that was killed while it wrote.
      if (path.endsWith(unfinishedEnding) && usedMs < old && (await remove(path))) total -= size
    }
  }
  for (const entry of entries) {
    if (total <= limit) return
    if (!inUse.has(entry.folder) && (await remove(entry.folder))) total -= entry.size
  }
}

/** @param inUse folders whose unpacked text stays @returns bytes freed */
export async function removeEntries(folder: string, inUse: ReadonlySet<string>): Promise<number> {
  let freed = 0
  for (const entry of await entriesOf(folder)) {
    if (!inUse.has(entry.folder)) {
      if (await remove(entry.folder)) freed += entry.size
      continue
    }
    for (const { path, size } of entry.files) if (!path.endsWith('text') && (await remove(path))) freed += size
  }
  return freed
}

async function entriesOf(folder: string): Promise<CachedFolder[]> {
  const names = await readdir(folder).catch(() => [])
  return Promise.all(
    names
      // Whatever else a user has put there is his.
      .filter((name) => entryName.test(name))
      .map(async (name) => {
        const files = await filesOf(join(folder, name))
        return {
          folder: join(folder, name),
          files,
          size: files.reduce((sum, { size }) => sum + size, 0),
          usedMs: Math.max(0, ...files.map(({ usedMs }) => usedMs)),
        }
      }),
  )
}

async function filesOf(folder: string): Promise<CachedFile[]> {
  const names = await readdir(folder).catch(() => [])
  const files = await Promise.all(
    names.map(async (name) => {
      const path = join(folder, name)
      const status = await stat(path).catch(() => null)
      return status === null ? null : { path, size: status.size, usedMs: status.mtimeMs }
    }),
  )
  return files.filter((file) => file !== null)
}

async function remove(path: string): Promise<boolean> {
  return rm(path, { recursive: true, force: true }).then(
    () => true,
    () => false,
  )
}
