/** Writes what was exported: whole under its name, or not at all. */
import { basename } from 'node:path'
import { RefusalError } from '../contract/refusal.ts'
import { writeDurably } from './durableFile.ts'

/**
 * @param path absolute
 * @throws RefusalError in a sentence; a file that was there before is then as it was
 */
export async function writeExport(path: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeDurably(path, bytes)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    throw new RefusalError({
      message: `${basename(path)} could not be written: ${reason(code)}.`,
      advice: advice(code),
      file: basename(path),
    })
  }
}

function reason(code: unknown): string {
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'its folder does not exist'
  if (code === 'ENOSPC') return 'the disk is full'
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return 'you may not write in that folder'
  if (code === 'EISDIR') return 'there is a folder of that name'
  return `the system answered ${String(code)}`
}

const advice = (code: unknown): string => (code === 'ENOSPC' ? 'Make room, or choose another disk.' : 'Choose another folder or name.')
