/** Writing a file so that a crash at any instant leaves either the old content or the new one, whole. */
import { randomBytes } from 'node:crypto'
import { copyFile, link, open, readdir, realpath, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Is told of each step before the next one begins. The kill tests stop the process there; the program looks away. */
export type Steps = (step: string) => void | Promise<void>
export const noSteps: Steps = () => undefined

type Options = {
  /** Keeps what was there before as `<path>.bak`. */
  backup?: boolean
  onStep?: Steps
}

/**
 * Writes to a temporary file in the same folder (opened exclusively), syncs it, renames it over the target and syncs the folder.
 * What was there keeps its permissions, and a symbolic link keeps leading to it.
 *
 * @param content pieces are written as they come
 * @throws the file system's error, or what the pieces throw; the target is then as it was
 */
export async function writeDurably(
  path: string,
  content: string | Uint8Array | AsyncIterable<Uint8Array>,
  { backup = false, onStep = noSteps }: Options = {},
): Promise<void> {
  const target = (await realpath(path).catch(ignoreMissing)) ?? path
  const before = await stat(target).catch(ignoreMissing)
  const folder = dirname(target)
  const temporary = temporaryIn(folder)
  await onStep('before the temporary file')
  const file = await open(temporary, 'wx', before === undefined ? 0o644 : 0o600)
  try {
    await onStep('temporary file opened')
    await file.writeFile(content)
    await onStep('temporary file written')
    // Some drives know no permissions; the file is then only its owner's.
    if (before !== undefined) await file.chmod(before.mode & 0o777).catch(() => undefined)
    await file.sync()
    await file.close()
    await onStep('temporary file synced')
    if (backup && before !== undefined) await keepBefore(target, `${path}.bak`, onStep)
    await rename(temporary, target)
    await onStep('renamed')
  } catch (error) {
    await file.close().catch(() => undefined)
    await rm(temporary, { force: true })
    throw error
  }
  await syncFolder(folder)
  await onStep('folder synced')
}

const leftOver = /^\.cartouche-[0-9a-f]{12}\.tmp$/
/** No write takes this long. */
const leftOverAfterMs = 10 * 60_000

/** Takes away temporary files of writes that were killed. */
export async function removeLeftOvers(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  for (const name of names.filter((one) => leftOver.test(one))) {
    const status = await stat(join(folder, name)).catch(() => null)
    if (status !== null && Date.now() - status.mtimeMs > leftOverAfterMs)
      await rm(join(folder, name), { force: true }).catch(() => undefined)
  }
}

/** Not made from the target's name, which may already be as long as names can be. */
export const temporaryIn = (folder: string): string => join(folder, `.cartouche-${randomBytes(6).toString('hex')}.tmp`)

/** The backup takes its place at once too: a crash leaves the one before, or this one. */
async function keepBefore(target: string, backup: string, onStep: Steps): Promise<void> {
  const temporary = temporaryIn(dirname(backup))
  try {
    // A second name costs nothing; some drives know none.
    await link(target, temporary).catch(async () => copyFile(target, temporary))
    await onStep('backup made')
    await rename(temporary, backup)
    await onStep('backup in place')
  } finally {
    // Where the backup is the same file already, renaming leaves both names.
    await rm(temporary, { force: true })
  }
}

function ignoreMissing(error: unknown): undefined {
  if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
}

/** The new content is in place by now: a folder that cannot be synced (no right to read it, a network drive) must not be reported as a write that failed. */
export async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open a folder for syncing; NTFS journals the rename itself.
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r').catch(() => null)
  await handle?.sync().catch(() => undefined)
  await handle?.close()
}
