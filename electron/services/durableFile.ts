/** Writing a file so that a crash at any instant leaves either the old content or the new one, whole. */
import { copyFile, open, rename, rm } from 'node:fs/promises'
import { randomBytes } from 'node:crypto'
import { basename, dirname, join } from 'node:path'

/**
 * Writes to a temporary file in the same folder (opened exclusively), syncs it, renames it over the target and syncs the folder.
 *
 * @param options.backup keeps what was there before as `<path>.bak`
 * @throws the file system's error; the target is then as it was
 */
export async function writeDurably(path: string, content: string | Uint8Array, options: { backup?: boolean } = {}): Promise<void> {
  const folder = dirname(path)
  const temporary = join(folder, `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`)
  const file = await open(temporary, 'wx', 0o644)
  try {
    await file.writeFile(content)
    await file.sync()
    await file.close()
    if (options.backup === true) await copyFile(path, `${path}.bak`).catch(ignoreMissing)
    await rename(temporary, path)
  } catch (error) {
    await file.close().catch(() => undefined)
    await rm(temporary, { force: true })
    throw error
  }
  await syncFolder(folder)
}

function ignoreMissing(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
}

async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open a folder for syncing; NTFS journals the rename itself.
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
