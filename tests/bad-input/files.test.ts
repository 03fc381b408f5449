/** Files that cannot be read as files: what the disk can do to a reader. */
import { execFileSync, spawnSync } from 'node:child_process'
import { chmod, mkdir, open, rename, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import process from 'node:process'
import { describe, expect, test } from 'vitest'
import { CancelledError, RefusalError } from '../../electron/contract/refusal.ts'
import { Sources } from '../../electron/engine/sources.ts'
import { collection, good } from './cases.ts'
import { source, useEngine } from './engine.ts'

const engine = useEngine()
const isPosix = process.platform !== 'win32'

async function refusalOf(path: string): Promise<{ message: string; advice: string }> {
  const answer = await engine.open(path)
  expect(answer).toHaveProperty('refusal')
  if (!('refusal' in answer)) throw new Error('it was opened')
  expect(answer.refusal.file).toBe(path)
  return { message: answer.refusal.message, advice: answer.refusal.advice }
}

/** Opens a file in this process, and does something to it when the first piece has been read. */
async function disturb(path: string, disturbance: () => Promise<void>): Promise<RefusalError> {
  const disturbances: Promise<void>[] = []
  const opening = new Sources().read(source, path, {
    signal: new AbortController().signal,
    onProgress: () => {
      if (disturbances.length === 0) disturbances.push(disturbance())
    },
  })
  const error: unknown = await opening.then(
    () => null,
    (reason: unknown) => reason,
  )
  await Promise.all(disturbances)
  if (!(error instanceof RefusalError)) throw new Error('it was opened', { cause: error })
  return error
}

/** Larger than the pieces in which files are read. */
const large = collection(...Array.from({ length: 60_000 }, () => good))

describe('What is no file', () => {
  test('a folder', async () => {
    await mkdir(join(engine.folder, 'layers.geojson'))
    expect(await refusalOf(join(engine.folder, 'layers.geojson'))).toEqual({
      message: 'layers.geojson is a folder, not a file.',
      advice: 'Choose the files in it.',
    })
  })

  test.runIf(isPosix)('a device that never ends', async () => {
    expect(await refusalOf('/dev/zero')).toEqual({
      message: 'zero is a device, not a file.',
      advice: 'Copy what it gives into a file, and open that.',
    })
  })

  test.runIf(isPosix)('a pipe that nobody writes into', async () => {
    const path = join(engine.folder, 'pipe.geojson')
    execFileSync('mkfifo', [path])
    expect(await refusalOf(path)).toEqual({
      message: 'pipe.geojson is a pipe, not a file.',
      advice: 'Copy what it gives into a file, and open that.',
    })
  })

  test.runIf(isPosix)('a link that leads back to itself', async () => {
    const path = join(engine.folder, 'loop.geojson')
    await symlink('loop.geojson', path)
    expect(await refusalOf(path)).toEqual({
      message: 'loop.geojson is a link that leads back to itself.',
      advice: 'Open the file that it is meant to lead to.',
    })
  })

  test.runIf(isPosix)('a link that leads nowhere', async () => {
    const path = join(engine.folder, 'dangling.geojson')
    await symlink('nowhere.geojson', path)
    expect((await refusalOf(path)).message).toBe(`dangling.geojson was not found in ${engine.folder}.`)
  })

  test('nothing', async () => {
    expect(await refusalOf(join(engine.folder, 'nothing.geojson'))).toEqual({
      message: `nothing.geojson was not found in ${engine.folder}.`,
      advice: 'It may have been moved, renamed or deleted: look for it and open it from where it is.',
    })
  })

  test('a file within a file', async () => {
    const path = await engine.write('a.geojson', collection(good))
    expect((await refusalOf(join(path, 'b.geojson'))).message).toBe(`b.geojson was not found in ${path}.`)
  })

  test('a name that is too long', async () => {
    expect((await refusalOf(join(engine.folder, 'x'.repeat(5_000)))).message).toBe('The name of this file is too long.')
  })
})

describe('Permission', () => {
  const isRoot = process.getuid?.() === 0
  const sentence = 'secret.geojson may not be read from this user account.'
  const advice = 'Change its permissions, or copy it to a folder of your own and open the copy.'

  test.runIf(isPosix && !isRoot)('a file without read permission', async () => {
    const path = await engine.write('secret.geojson', collection(good))
    await chmod(path, 0o000)
    expect(await refusalOf(path)).toEqual({ message: sentence, advice })
  })

  // Root may read everything, so another account has to try.
  const asNobody = ['--reuid=65534', '--regid=65534', '--clear-groups', process.execPath]
  const canBeNobody = isRoot && spawnSync('setpriv', [...asNobody, '--version']).status === 0

  test.runIf(canBeNobody)('a file that another account may not read', async () => {
    const path = await engine.write('secret.geojson', collection(good))
    await chmod(engine.folder, 0o755)
    await chmod(path, 0o600)
    const cli = join(import.meta.dirname, '../../electron/cli/index.ts')
    const { stdout, status } = spawnSync('setpriv', [...asNobody, cli, 'info', path], { encoding: 'utf8' })
    expect(JSON.parse(stdout)).toEqual({ file: path, error: { message: sentence, advice, line: null, column: null } })
    expect(status).toBe(1)
  })
})

describe('What changes while it is read', () => {
  test('a file that vanishes', async () => {
    const path = await engine.write('vanishing.geojson', large)
    const { refusal } = await disturb(path, () => rm(path))
    expect(refusal.message).toBe('vanishing.geojson was removed while it was being read.')
    expect(refusal.advice).toBe('Put it back and open it again.')
  })

  test('a file that grows', async () => {
    const path = await engine.write('growing.geojson', large)
    const { refusal } = await disturb(path, () => writeFile(path, '\n\n', { flag: 'a' }))
    expect(refusal.message).toBe('growing.geojson was changed while it was being read.')
    expect(refusal.advice).toBe('Wait until the program that writes it is done, then open it again.')
  })

  test('a file that is cut short, which looks like broken JSON', async () => {
    const path = await engine.write('shrinking.geojson', large)
    const { refusal } = await disturb(path, () => truncate(path, 1_000_000))
    expect(refusal.message).toBe('shrinking.geojson was changed while it was being read.')
  })

  test('a file that is replaced by another one', async () => {
    const path = await engine.write('replaced.geojson', large)
    const other = await engine.write('other.geojson', collection(good))
    const { refusal } = await disturb(path, () => rename(other, path))
    expect(refusal.message).toBe('replaced.geojson was changed while it was being read.')
  })

  test('a file that is changed after it was opened: its features are not read from the wrong places', async () => {
    const path = await engine.write('edited.geojson', collection(good))
    await engine.open(path)
    await writeFile(path, collection(good, good))
    const records = engine.host.call('records', { source, features: [0] })
    await expect(records).rejects.toThrow('edited.geojson has changed since it was opened.')
    await rm(path)
    await expect(engine.host.call('features', { source })).rejects.toThrow('edited.geojson is not there any more.')
  })
})

describe('Size', () => {
  const twoGigabytes = 2 ** 31 + 10

  test('two gigabytes of zeros are refused at the first look', async () => {
    const path = await engine.write('zeros.geojson', '')
    await truncate(path, twoGigabytes)
    const start = performance.now()
    expect((await refusalOf(path)).message).toBe('zeros.geojson is not GeoJSON: it seems to be binary data.')
    expect(performance.now() - start).toBeLessThan(2_000)
  })

  test('two gigabytes that begin like GeoJSON are refused at the first byte that is none', async () => {
    const path = await engine.write('garbage.geojson', '{"type":"FeatureCollection","features":[\n')
    await truncate(path, twoGigabytes)
    expect((await refusalOf(path)).message).toBe(
      'garbage.geojson is not valid JSON: there is the control character 0x00 at line 2, column 1.',
    )
  })

  test('a hole in a file of two gigabytes is found where it is', async () => {
    // A hole in the middle costs no disk; the reader only gets to it when the beginning is sound.
    const path = await engine.write('long.geojson', '')
    const handle = await open(path, 'r+')
    const row = `${good},\n`
    const block = row.repeat(Math.ceil((1 << 20) / row.length))
    await handle.write('[\n')
    await handle.write(block)
    await handle.truncate(twoGigabytes)
    await handle.close()
    const lines = block.length / row.length
    expect((await refusalOf(path)).message).toContain(`at line ${lines + 2}, column 1.`)
  })

  test('reading does not hold the file: memory stays bounded', async () => {
    const path = await engine.write('spaces.geojson', `{"type":"FeatureCollection",${' '.repeat(1 << 20)}`)
    const handle = await open(path, 'a')
    const blank = Buffer.alloc(1 << 22, ' ')
    for (let i = 0; i < 32; i++) await handle.write(blank)
    await handle.close()
    const before = process.memoryUsage().rss
    expect((await refusalOf(path)).message).toContain('ends before it is complete')
    expect(process.memoryUsage().rss - before).toBeLessThan(96 * 2 ** 20)
  })
})

describe('Cancelling', () => {
  test('ends the reading, leaves nothing behind, and the engine goes on', async () => {
    const path = await engine.write('large.geojson', large)
    const controller = new AbortController()
    const opening = engine.open(path, { signal: controller.signal, onProgress: () => controller.abort() })
    await expect(opening).rejects.toThrow(CancelledError)
    await expect(engine.host.call('problems', { source, offset: 0, limit: 10 })).rejects.toThrow('This layer is not open.')
    expect(await engine.open(path)).toHaveProperty('summary')
  })
})

test('Files are called by their names, wherever they are', async () => {
  const path = await engine.write('bases in Iraq — قواعد.geojson', '')
  expect((await refusalOf(path)).message).toBe(`${basename(path)} is empty.`)
  expect(dirname(path)).toBe(engine.folder)
})
