/** Files that are changed as programs really change them, and what is told of it. */
import { mkdir, mkdtemp, open, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type FileChange, FileWatch } from '../../../electron/services/fileWatch.ts'

let folder = ''
let path = ''
let watch: FileWatch
let told: [string, FileChange][] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cartouche-watch-'))
  path = join(folder, 'bases.geojson')
  await writeFile(path, 'one')
  told = []
  watch = new FileWatch((file, change) => told.push([file, change]))
})
afterEach(async () => {
  watch.close()
  await rm(folder, { recursive: true, force: true })
})

/** Longer than a change that is not told of yet could take. */
const long = 600

async function expectTold(...changes: FileChange[]): Promise<void> {
  await expect.poll(() => told.map(([, change]) => change), { timeout: 5_000 }).toEqual(changes)
}

describe('A file is told of', () => {
  test('when it is written in place', async () => {
    await watch.add(path)
    await writeFile(path, 'two')
    await expectTold('changed')
    expect(told[0]?.[0]).toBe(path)
  })

  test('when an editor puts another one in its place, again and again', async () => {
    await watch.add(path)
    for (const changes of [1, 2, 3]) {
      await writeFile(join(folder, '.new'), `${changes}`)
      await rename(join(folder, '.new'), path)
      await expectTold(...Array.from({ length: changes }, () => 'changed' as const))
    }
  })

  test('once, when whoever writes it in pieces is done', async () => {
    await watch.add(path)
    const file = await open(path, 'a')
    for (let i = 0; i < 12; i++) {
      await file.write('more')
      await pause(50)
      expect(told).toEqual([])
    }
    await file.close()
    await expectTold('changed')
    await pause(long)
    expect(told).toHaveLength(1)
  })

  test('when it vanishes, and when it is back', async () => {
    await watch.add(path)
    await rename(path, join(folder, 'elsewhere'))
    await expectTold('gone')
    await rename(join(folder, 'elsewhere'), path)
    await expectTold('gone', 'changed')
  })

  test('once, and not as gone, when an editor deletes it and writes it anew', async () => {
    await watch.add(path)
    await rm(path)
    await pause(40)
    await writeFile(path, 'two')
    await expectTold('changed')
    await pause(long)
    expect(told).toHaveLength(1)
  })

  test('when it was not there and comes', async () => {
    const other = join(folder, 'later.geojson')
    await watch.add(other)
    await writeFile(other, 'here')
    await expectTold('changed')
  })

  test('when a link leads to it, and it is written where it is', async () => {
    const real = join(folder, 'data')
    await mkdir(real)
    await writeFile(join(real, 'real.geojson'), 'one')
    await symlink(join(real, 'real.geojson'), join(folder, 'link.geojson'))
    await watch.add(join(folder, 'link.geojson'))
    await writeFile(join(real, 'real.geojson'), 'two')
    await expectTold('changed')
  })

  test('when its time of writing is put back, as copying programs do', async () => {
    const long = new Date(1_600_000_000_000)
    await utimes(path, long, long)
    await watch.add(path)
    await writeFile(path, 'two')
    await utimes(path, long, long)
    await expectTold('changed')
  })

  test('when its whole folder is moved away, and when it is back', async () => {
    const inner = join(folder, 'stick')
    await mkdir(inner)
    await writeFile(join(inner, 'a.geojson'), 'one')
    await watch.add(join(inner, 'a.geojson'))
    await rename(inner, join(folder, 'away'))
    await expectTold('gone')
    await rename(join(folder, 'away'), inner)
    // Nothing is watched where there is nothing: the next look finds it, and what comes after is told of at once.
    await watch.checkAll()
    await expectTold('gone', 'changed')
    await writeFile(join(inner, 'a.geojson'), 'two')
    await expectTold('gone', 'changed', 'changed')
  })
})

describe('Nothing is told', () => {
  test('of its neighbours, of files that are not watched any more, and where nothing has changed', async () => {
    const other = join(folder, 'other.geojson')
    await writeFile(other, 'one')
    await watch.add(path)
    await watch.add(other)
    watch.remove(other)
    await writeFile(other, 'two')
    await writeFile(join(folder, 'third'), 'three')
    await watch.checkAll()
    await pause(long)
    expect(told).toEqual([])
  })
})

test('Where the system cannot watch, a look finds what has changed', async () => {
  const inner = join(folder, 'not-there-yet')
  await watch.add(join(inner, 'a.geojson'))
  await mkdir(inner)
  await writeFile(join(inner, 'a.geojson'), 'one')
  await pause(long)
  expect(told).toEqual([])
  await watch.checkAll()
  await expectTold('changed')
})
