/** A file that is exported comes whole under its name, or not at all. */
import { execFile } from 'node:child_process'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it, onTestFinished } from 'vitest'
import { ExportFile, MemorySink } from '../../../electron/services/pendingExport.ts'
import { temporaryFolder } from './folder.ts'

const run = promisify(execFile)
const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values)
const isLinuxRoot = process.platform === 'linux' && process.getuid?.() === 0

async function smallDisk(options: string, skip: () => never): Promise<string> {
  const disk = join(await temporaryFolder(), 'disk')
  await mkdir(disk)
  await run('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', disk]).catch(() => skip())
  onTestFinished(async () => void (await run('umount', ['-l', disk])))
  return disk
}

describe('a file that is being exported', () => {
  it('is not there until it is whole, and what was there before stays until then', async () => {
    const path = join(await temporaryFolder(), 'map.png')
    await writeFile(path, 'before')
    const file = await ExportFile.begin(path)
    await file.append(bytes(1, 2, 3))
    await file.append(bytes(4))
    await file.overwrite(1, bytes(9))
    expect(await readFile(path, 'utf8')).toBe('before')
    await file.commit()
    expect([...(await readFile(path))]).toEqual([1, 9, 3, 4])
    await file.discard()
    expect([...(await readFile(path))]).toEqual([1, 9, 3, 4])
  })

  it('leaves nothing when it is given up', async () => {
    const folder = await temporaryFolder()
    const file = await ExportFile.begin(join(folder, 'map.png'))
    await file.append(bytes(1))
    await file.discard()
    expect(await readdir(folder)).toEqual([])
  })

  it('says in a sentence that its folder does not exist, or that there is a folder of its name', async () => {
    const folder = await temporaryFolder()
    await expect(ExportFile.begin(join(folder, 'no', 'map.png'))).rejects.toMatchObject({
      refusal: { message: 'map.png could not be written: its folder does not exist.', advice: 'Choose another folder or name.' },
    })
    await mkdir(join(folder, 'map.pdf'))
    await expect(ExportFile.begin(join(folder, 'map.pdf'))).rejects.toMatchObject({
      refusal: { message: 'map.pdf could not be written: there is a folder of that name.' },
    })
    expect(await readdir(folder)).toEqual(['map.pdf'])
  })

  it.runIf(isLinuxRoot)('says that the disk is full, and what was there before is as it was', async ({ skip }) => {
    const disk = await smallDisk('size=64k', skip)
    const path = join(disk, 'map.tif')
    await writeFile(path, 'before')
    const file = await ExportFile.begin(path)
    await expect(file.append(new Uint8Array(200_000))).rejects.toMatchObject({
      refusal: { message: 'map.tif could not be written: the disk is full.', advice: 'Make room, or choose another disk.' },
    })
    await file.discard()
    expect(await readFile(path, 'utf8')).toBe('before')
    expect(await readdir(disk)).toEqual(['map.tif'])
  })

  it.runIf(isLinuxRoot)('says that one may not write in a folder that is read-only', async ({ skip }) => {
    const disk = await smallDisk('size=64k,ro', skip)
    await expect(ExportFile.begin(join(disk, 'map.svg'))).rejects.toMatchObject({
      refusal: { message: 'map.svg could not be written: you may not write in that folder.' },
    })
  })
})

it('keeps a picture for the clipboard, however large it grows', async () => {
  const sink = new MemorySink()
  await sink.append(new Uint8Array(1_500_000).fill(7))
  await sink.append(bytes(1, 2))
  await sink.overwrite(0, bytes(5))
  expect(sink.bytes.length).toBe(1_500_002)
  expect([sink.bytes[0], sink.bytes[1], sink.bytes.at(-1)]).toEqual([5, 7, 2])
})
