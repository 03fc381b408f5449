/** Saving on a disk that is full: a small one in memory, which only root can make. */
import { execFile } from 'node:child_process'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it, onTestFinished } from 'vitest'
import { writeDocument } from '../../../electron/services/documentFile.ts'
import { annotation, documentOf } from '../document/documents.ts'
import { temporaryFolder } from './folder.ts'

const run = promisify(execFile)

it.runIf(process.platform === 'linux' && process.getuid?.() === 0)(
  'a map on a disk that is full is as it was, and the refusal says what to do',
  async ({ skip }) => {
    const disk = join(await temporaryFolder(), 'disk')
    await mkdir(disk)
    await run('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk]).catch(() => skip())
    onTestFinished(async () => void (await run('umount', ['-l', disk])))
    const path = join(disk, 'map.cartouche')
    await writeDocument(path, { ...documentOf(), title: 'Before' })
    const before = await readFile(path, 'utf8')
    const large = { ...documentOf(), annotations: Array.from({ length: 200 }, (_, i) => annotation(`a${i}`, 'x'.repeat(500))) }
    await expect(writeDocument(path, large)).rejects.toMatchObject({
      refusal: {
        message: 'map.cartouche could not be saved: the disk is full. The file on disk is as it was.',
        advice: 'Save under another name or in another folder; your changes are still in the window.',
      },
    })
    expect(await readFile(path, 'utf8')).toBe(before)
    expect(await readdir(disk)).toEqual(['map.cartouche'])
    await writeFile(join(disk, 'room'), '')
    await writeDocument(path, { ...documentOf(), title: 'After' })
    expect(await readFile(`${path}.bak`, 'utf8')).toBe(before)
  },
)
