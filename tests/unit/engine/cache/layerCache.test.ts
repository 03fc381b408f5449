/** What the engine keeps of a layer from one run to the next: that it is taken when it is true, and never when it is not. */
import { copyFile, mkdir, mkdtemp, open, readdir, readFile, rename, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recordsOf } from '../../../../electron/engine/answer/records.ts'
import { LayerCache } from '../../../../electron/engine/cache/layerCache.ts'
import { featuresIn, indexBytes } from '../../../../electron/engine/cut/spatialIndex.ts'
import { type OpenLayer, Sources } from '../../../../electron/engine/sources.ts'
import { featureText, seeded } from '../../../bench/generate.ts'

const source = '00000000000000aa'
const { signal } = new AbortController()

let folder = ''
const at = (name: string): string => join(folder, name)
const cacheAt = (name: string): string => at(`cache-${name}`)

const random = seeded(7)
const features = Array.from({ length: 6_000 }, (_, i) => featureText(i, random))
// One is bad, one has nothing to draw: rows and problems have to come back too.
features[100] = '{"type":"Feature","properties":{"id":100},"geometry":{"type":"Point","coordinates":["east",2]}}'
features[200] = '{"type":"Feature","properties":{"id":200},"geometry":null}'
const text = `{"type":"FeatureCollection","features":[\n${features.join(',\n')}\n]}\n`

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cartouche-cache-'))
  await writeFile(at('bases.geojson'), text)
  await writeFile(at('bases.geojson.gz'), gzipSync(text))
  // Files that were written this moment are looked into once more: these ones are to be old.
  await pause(2_100)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

type Opened = { open: OpenLayer; /** Whether the file was read, to be parsed or to be compared. */ wasRead: boolean; sources: Sources }

/** Opens a file as a run of the program of its own would, and lets it write its cache. */
async function openIn(cache: string, file: string, limit?: number): Promise<Opened> {
  const sources = new Sources(new LayerCache(cache, limit), 0)
  let wasRead = false
  await sources.read(source, file, { signal, onProgress: () => (wasRead = true) })
  await sources.kept()
  return { open: sources.get(source), wasRead, sources }
}

async function recordOf(open: OpenLayer, feature: number): Promise<unknown> {
  return recordsOf(open, [feature])
}

async function expectSame(open: OpenLayer, expected: OpenLayer): Promise<void> {
  expect(open.summary).toEqual(expected.summary)
  expect(open.layer.problems.list).toEqual(expected.layer.problems.list)
  expect(open.layer.store).toEqual(expected.layer.store)
  expect(Buffer.from(indexBytes(open.layer.store)).equals(indexBytes(expected.layer.store))).toBe(true)
  const [west = 0, south = 0, east = 0, north = 0] = expected.layer.store.boxes
  const view = [west, south, east, north] as const
  expect(featuresIn(open.layer.store, view)).toEqual(featuresIn(expected.layer.store, view))
  for (const feature of [0, 1, 2, 200, 5_999]) expect(await recordOf(open, feature)).toEqual(await recordOf(expected, feature))
}

const storeIn = async (cache: string): Promise<string> => join(cache, (await readdir(cache))[0] ?? '', 'store')

describe('A file that is opened again', () => {
  test('is neither parsed nor read, and is the same to the last byte', async () => {
    const first = await openIn(cacheAt('again'), at('bases.geojson'))
    const second = await openIn(cacheAt('again'), at('bases.geojson'))
    expect([first.open.isRestored, second.open.isRestored]).toEqual([false, true])
    expect(second.wasRead).toBe(false)
    await expectSame(second.open, first.open)
  })

  test('is known as a copy under another name, after a reading without parsing; and without one the next time', async () => {
    await openIn(cacheAt('copy'), at('bases.geojson'))
    await mkdir(at('elsewhere'), { recursive: true })
    await copyFile(at('bases.geojson'), at('elsewhere/copy.geojson'))
    await pause(2_100)
    const copy = await openIn(cacheAt('copy'), at('elsewhere/copy.geojson'))
    expect([copy.open.isRestored, copy.wasRead]).toEqual([true, true])
    const again = await openIn(cacheAt('copy'), at('elsewhere/copy.geojson'))
    expect([again.open.isRestored, again.wasRead]).toEqual([true, false])
    expect((await openIn(cacheAt('copy'), at('bases.geojson'))).wasRead).toBe(false)
  })

  test('is known after it was touched or renamed', async () => {
    await copyFile(at('bases.geojson'), at('touched.geojson'))
    await openIn(cacheAt('touched'), at('touched.geojson'))
    await utimes(at('touched.geojson'), new Date(), new Date())
    expect((await openIn(cacheAt('touched'), at('touched.geojson'))).open.isRestored).toBe(true)
    await rename(at('touched.geojson'), at('renamed.geojson'))
    expect((await openIn(cacheAt('touched'), at('renamed.geojson'))).open.isRestored).toBe(true)
  })

  test('is read again when it was written in the moment before it was first read', async () => {
    await copyFile(at('bases.geojson'), at('fresh.geojson'))
    await openIn(cacheAt('fresh'), at('fresh.geojson'))
    const second = await openIn(cacheAt('fresh'), at('fresh.geojson'))
    expect([second.open.isRestored, second.wasRead]).toEqual([true, true])
  })

  test('is not kept when it is small, or broken and only a part of it was wanted', async () => {
    await writeFile(at('small.geojson'), `{"type":"FeatureCollection","features":[${features.slice(0, 10).join(',')}]}`)
    await openIn(cacheAt('small'), at('small.geojson'))
    await writeFile(at('broken.geojson'), text.slice(0, -100))
    const sources = new Sources(new LayerCache(cacheAt('small')), 0)
    const summary = await sources.read(source, at('broken.geojson'), { signal, onProgress: () => {}, partial: true })
    await sources.kept()
    expect(summary.partial).toBe(true)
    expect(await readdir(cacheAt('small')).catch(() => [])).toEqual([])
  })
})

describe('What the cache holds is not taken', () => {
  test('when one byte between all samples has changed, and everything else was put back as it was', async () => {
    await copyFile(at('bases.geojson'), at('edited.geojson'))
    const before = await stat(at('edited.geojson'))
    await openIn(cacheAt('edited'), at('edited.geojson'))
    const place = text.indexOf('"name":"', Math.round(text.length * 0.51)) + 8
    const file = await open(at('edited.geojson'), 'r+')
    await file.write('X', place)
    await file.close()
    await utimes(at('edited.geojson'), before.atime, before.mtime)
    const { open: opened } = await openIn(cacheAt('edited'), at('edited.geojson'))
    expect(opened.isRestored).toBe(false)
    // Both have the same place in the cache: the last one is kept.
    expect((await openIn(cacheAt('edited'), at('edited.geojson'))).open.isRestored).toBe(true)
    expect((await openIn(cacheAt('edited'), at('bases.geojson'))).open.isRestored).toBe(false)
  })

  test('when any byte of it is damaged: the layer is read anew, and the cache mended', async () => {
    const whole = await openIn(cacheAt('damaged'), at('bases.geojson'))
    const store = await storeIn(cacheAt('damaged'))
    const bytes = await readFile(store)
    const places = seeded(3)
    let restored = 0
    for (let i = 0; i < 40; i++) {
      const damaged = Buffer.from(bytes)
      const place = i < 20 ? Math.floor(places() * bytes.length) : bytes.length - 1 - (i - 20) * 13
      damaged[place] = (damaged[place] ?? 0) ^ (1 << (i % 8))
      await writeFile(store, damaged)
      const { open: opened } = await openIn(cacheAt('damaged'), at('bases.geojson'))
      if (opened.isRestored) restored++
      expect(opened.summary).toEqual(whole.open.summary)
      expect(opened.layer.store).toEqual(whole.open.layer.store)
    }
    // Of the few bytes between two sections nothing depends on what they are.
    expect(restored).toBeLessThan(3)
    expect((await openIn(cacheAt('damaged'), at('bases.geojson'))).open.isRestored).toBe(true)
  })

  test.each([0, 1, 40, 1_000, 0.5, 0.999])('when it was cut to %d (bytes, or share)', async (length) => {
    await openIn(cacheAt('cut'), at('bases.geojson'))
    const store = await storeIn(cacheAt('cut'))
    await truncate(store, length < 1 ? Math.floor((await stat(store)).size * length) : length)
    const cut = await openIn(cacheAt('cut'), at('bases.geojson'))
    expect(cut.open.isRestored).toBe(false)
    expect((await openIn(cacheAt('cut'), at('bases.geojson'))).open.isRestored).toBe(true)
  })

  test('when another version of the program wrote it', async () => {
    await openIn(cacheAt('version'), at('bases.geojson'))
    const sources = new Sources(new LayerCache(cacheAt('version'), undefined, 'another version'), 0)
    await sources.read(source, at('bases.geojson'), { signal, onProgress: () => {} })
    expect(sources.get(source).isRestored).toBe(false)
    await sources.kept()
  })

  test('when its list of known files is damaged: the file is compared', async () => {
    await openIn(cacheAt('states'), at('bases.geojson'))
    await writeFile(join(await storeIn(cacheAt('states')), '../states'), '{"contentKey":')
    const second = await openIn(cacheAt('states'), at('bases.geojson'))
    expect([second.open.isRestored, second.wasRead]).toEqual([true, true])
  })

  test('when its folder cannot be written: the layer is read all the same', async () => {
    await writeFile(at('no-folder'), '')
    expect((await openIn(at('no-folder'), at('bases.geojson'))).open.summary.features).toBe(5_998)
    expect((await openIn(at('no-folder'), at('bases.geojson'))).open.isRestored).toBe(false)
  })
})

describe('A compressed file', () => {
  test('is the same layer as what is in it, when it is first read and when it is opened again', async () => {
    const plain = await openIn(cacheAt('gz'), at('bases.geojson'))
    const first = await openIn(cacheAt('gz'), at('bases.geojson.gz'))
    const second = await openIn(cacheAt('gz'), at('bases.geojson.gz'))
    expect([first.open.isRestored, second.open.isRestored, second.wasRead]).toEqual([false, true, false])
    for (const { open: opened } of [first, second]) {
      const { format, sizeBytes, contentKey } = opened.summary
      expect(format).toBe('GeoJSON, compressed with gzip')
      await expectSame(
        {
          ...opened,
          summary: {
            ...opened.summary,
            format: 'GeoJSON',
            sizeBytes: plain.open.summary.sizeBytes,
            contentKey: plain.open.summary.contentKey,
          },
        },
        plain.open,
      )
      expect(contentKey).not.toBe(plain.open.summary.contentKey)
      expect(sizeBytes).toBeLessThan(plain.open.summary.sizeBytes / 2)
    }
  })

  test('is unpacked again when its text was lost or changed', async () => {
    const { open: opened } = await openIn(cacheAt('text'), at('bases.geojson.gz'))
    const textFile = join(await storeIn(cacheAt('text')), '../text')
    const record = await recordOf(opened, 3_000)
    await rm(textFile)
    expect(await Promise.all([recordOf(opened, 3_000), recordOf(opened, 3_000)])).toEqual([record, record])
    await writeFile(textFile, text.toUpperCase())
    expect(await recordOf(opened, 3_000)).toEqual(record)
    await writeFile(textFile, text.toUpperCase())
    const again = await openIn(cacheAt('text'), at('bases.geojson.gz'))
    expect(again.open.isRestored).toBe(false)
    expect(await recordOf(again.open, 3_000)).toEqual(record)
  })

  test('leaves nothing behind where nothing is kept', async () => {
    const before = (await readdir(tmpdir())).filter((name) => name.startsWith('cartouche-text-'))
    const sources = new Sources(new LayerCache(null), 0)
    await sources.read(source, at('bases.geojson.gz'), { signal, onProgress: () => {} })
    expect(await recordOf(sources.get(source), 0)).toHaveLength(1)
    sources.close(source)
    await expect.poll(async () => (await readdir(tmpdir())).filter((name) => name.startsWith('cartouche-text-'))).toEqual(before)
  })
})

describe('The size of the cache', () => {
  test('is kept within its limit: what was not used for the longest time goes', async () => {
    const cache = cacheAt('limit')
    const files: string[] = []
    for (let i = 0; i < 4; i++) {
      files.push(at(`limit-${i}.geojson`))
      await writeFile(at(`limit-${i}.geojson`), `${text}${' '.repeat(i)}`)
    }
    const [a = '', b = '', c = '', d = ''] = files
    await openIn(cache, a)
    const { size } = await stat(await storeIn(cache))
    const limit = size * 3.5
    await openIn(cache, b, limit)
    await openIn(cache, c, limit)
    expect((await openIn(cache, a, limit)).open.isRestored).toBe(true)
    const { sources } = await openIn(cache, d, limit)
    await sources.cache.settled()
    expect(await readdir(cache)).toHaveLength(3)
    expect((await openIn(cache, a, limit)).open.isRestored).toBe(true)
    expect((await openIn(cache, b, Infinity)).open.isRestored).toBe(false)
  })

  test('is nothing after it was cleared, but for the text that an open layer needs; what is not the cache’s stays', async () => {
    const cache = cacheAt('clear')
    await openIn(cache, at('bases.geojson'))
    await writeFile(join(cache, 'notes.txt'), 'mine')
    const { open: opened, sources } = await openIn(cache, at('bases.geojson.gz'))
    const total = await sizeOf(cache)
    const freed = await sources.cache.clear()
    expect(freed).toBe(total - Buffer.byteLength(text) - 'mine'.length)
    expect(await sizeOf(cache)).toBe(Buffer.byteLength(text) + 'mine'.length)
    expect(await recordOf(opened, 1)).toHaveLength(1)
    sources.close(source)
    expect(await sources.cache.clear()).toBe(Buffer.byteLength(text))
    expect(await readdir(cache)).toEqual(['notes.txt'])
  })

  test('counts files of a run that was killed while it wrote, and they go in time', async () => {
    const cache = cacheAt('killed')
    await openIn(cache, at('bases.geojson'))
    const entry = join(await storeIn(cache), '..')
    const leftOver = join(entry, '0123456789ab.tmp')
    await writeFile(leftOver, 'half')
    await utimes(leftOver, new Date(0), new Date(0))
    const { sources } = await openIn(cache, at('bases.geojson.gz'))
    await sources.cache.settled()
    expect((await readdir(entry)).toSorted()).toEqual(['states', 'store'])
  })
})

describe('Bytes that are kept beside a layer', () => {
  test('come back under their name, in another run, for the same content alone', async () => {
    const cache = cacheAt('blobs')
    const { open: opened } = await openIn(cache, at('bases.geojson'))
    const bytes = Uint8Array.from({ length: 100_001 }, (_, i) => i * 7)
    expect(await opened.blobs.read('column:name')).toBeNull()
    await opened.blobs.write('column:name', bytes)
    await opened.blobs.write('column:../../name', Uint8Array.of(1))
    const { open: again } = await openIn(cache, at('bases.geojson'))
    expect(await again.blobs.read('column:name')).toEqual(bytes)
    expect(await again.blobs.read('column:../../name')).toEqual(Uint8Array.of(1))
    expect(await again.blobs.read('column:other')).toBeNull()
    const entry = join(await storeIn(cache), '..')
    for (const name of (await readdir(entry)).filter((one) => one.startsWith('blob-'))) await truncate(join(entry, name), 90)
    expect(await again.blobs.read('column:name')).toBeNull()
  })
})

async function sizeOf(path: string): Promise<number> {
  const names = await readdir(path, { recursive: true, withFileTypes: true })
  const sizes = await Promise.all(names.filter((one) => one.isFile()).map(async (one) => (await stat(join(one.parentPath, one.name))).size))
  return sizes.reduce((sum, size) => sum + size, 0)
}
