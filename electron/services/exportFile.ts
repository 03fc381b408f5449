/** Writes what was exported: whole under its name, or not at all. */
import { basename } from 'node:path'
import { CancelledError, RefusalError } from '../contract/refusal.ts'
import { writeDurably } from './durableFile.ts'

/**
 * @param path absolute
 * @param content bytes, or pieces of them as they come
 * @throws RefusalError in a sentence, CancelledError when the pieces do; a file that was there before is then as it was
 */
export async function writeExport(path: string, content: Uint8Array | AsyncIterable<Uint8Array>): Promise<void> {
  await tellingWhy(path, async () => writeDurably(path, content))
}

/** Says in a sentence why a file could not be written. */
export async function tellingWhy<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof RefusalError || error instanceof CancelledError) throw error
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
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'the disk is full'
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return 'you may not write in that folder'
  if (code === 'EISDIR') return 'there is a folder of that name'
  if (code === 'ENAMETOOLONG') return 'its name is too long for this disk'
  return `the system answered ${String(code)}`
}

const advice = (code: unknown): string =>
  code === 'ENOSPC' || code === 'EDQUOT' ? 'Make room, or choose another disk.' : 'Choose another folder or name.'
