/** Writing a file so that a crash at any instant leaves either the old content or the new one, whole. */
import { randomBytes } from 'node:crypto'
import { copyFile, open, realpath, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/**
 * Writes to a temporary file in the same folder (opened exclusively), syncs it, renames it over the target and syncs the folder.
 * What was there keeps its permissions, and a symbolic link keeps leading to it.
 *
 * @param options.backup keeps what was there before as `<path>.bak`
 * @throws the file system's error; the target is then as it was
 */
export async function writeDurably(path: string, content: string | Uint8Array, options: { backup?: boolean } = {}): Promise<void> {
  const target = (await realpath(path).catch(ignoreMissing)) ?? path
  const before = await stat(target).catch(ignoreMissing)
  const folder = dirname(target)
  // Not made from the target's name, which may already be as long as names can be.
  const temporary = join(folder, `.cartouche-${randomBytes(6).toString('hex')}.tmp`)
  const file = await open(temporary, 'wx', before === undefined ? 0o644 : 0o600)
  try {
    await file.writeFile(content)
    // Some drives know no permissions; the file is then only its owner's.
    if (before !== undefined) await file.chmod(before.mode & 0o777).catch(() => undefined)
    await file.sync()
    await file.close()
    if (options.backup === true) await copyFile(target, `${path}.bak`).catch(ignoreMissing)
    await rename(temporary, target)
  } catch (error) {
    await file.close().catch(() => undefined)
    await rm(temporary, { force: true })
    throw error
  }
  await syncFolder(folder)
}

function ignoreMissing(error: unknown): undefined {
  if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
}

/** The new content is in place by now: a folder that cannot be synced (no right to read it, a network drive) must not be reported as a write that failed. */
async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open a folder for syncing; NTFS journals the rename itself.
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r').catch(() => null)
  await handle?.sync().catch(() => undefined)
  await handle?.close()
}
