import { createHash } from 'node:crypto'
import { createReadStream, readdirSync } from 'node:fs'
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import {
  appAddress,
  basemapAddress,
  basemapArchives,
  featuresAddress,
  origin,
  reliefTileAddress,
} from '../../../electron/contract/addresses.ts'
import { Refusal, RefusalError } from '../../../electron/contract/refusal.ts'
import { contentSecurityPolicy, createMapProtocol, type MapProtocolParts } from '../../../electron/services/mapProtocol.ts'
import { MbtilesArchive } from '../../../electron/services/mbtiles.ts'
import { temporaryFolder } from './folder.ts'

const basemapFolder = join(import.meta.dirname, '../../../data/basemaps')
const world = join(basemapFolder, 'world.pmtiles')
const features = Buffer.from('{"type":"FeatureCollection","features":[]}')

type Answer = (address: string, init?: RequestInit) => Promise<Response>

async function serving(changes: Partial<MapProtocolParts> = {}): Promise<Answer> {
  const appFolder = join(await temporaryFolder(), 'renderer')
  await mkdir(join(appFolder, 'assets'), { recursive: true })
  await writeFile(join(appFolder, 'index.html'), '<!doctype html>')
  await writeFile(join(appFolder, 'assets', 'app.js'), 'export {}')
  await writeFile(join(appFolder, 'empty.json'), '')
  await writeFile(join(appFolder, '..', 'secret.txt'), 'secret')
  const protocol = createMapProtocol({
    cut: async () => undefined,
    appFolder,
    basemapFolder,
    reliefTile: (z, x, y) => (z === 1 && x === 0 && y === 1 ? new Uint8Array([1, 2, 3]) : null),
    features: async () => features,
    ...changes,
  })
  return (address, init) => protocol(new Request(address, init))
}

const range = (value: string, more: Record<string, string> = {}): RequestInit => ({ headers: { Range: value, ...more } })
const body = async (response: Response): Promise<Buffer> => Buffer.from(await response.arrayBuffer())

let answer: Answer
let worldSize: number
beforeEach(async () => {
  answer = await serving()
  worldSize = (await stat(world)).size
})

describe('every answer', () => {
  it.each([
    ['the page', appAddress, {}],
    ['a script', `${origin}/app/assets/app.js`, {}],
    ['an archive', basemapAddress('world.pmtiles'), { method: 'HEAD' }],
    ['a range', basemapAddress('world.pmtiles'), range('bytes=0-10')],
    ['a range that cannot be', basemapAddress('world.pmtiles'), range('bytes=999999999-')],
    ['a tile', reliefTileAddress(1, 0, 1), {}],
    ['no tile', reliefTileAddress(1, 1, 1), {}],
    ['features', featuresAddress('0123456789abcdef', 'k'), {}],
    ['nothing', `${origin}/nothing`, {}],
    ['a wrong method', appAddress, { method: 'POST' }],
  ] as const)('carries the content security policy (%s)', async (_what, address, init) => {
    const response = await answer(address, init)
    expect(response.headers.get('content-security-policy')).toBe(contentSecurityPolicy)
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    await response.body?.cancel()
  })

  it('carries it when something refuses or breaks', async () => {
    const refusing = await serving({ features: () => Promise.reject(new RefusalError({ message: 'It is gone.' })) })
    const breaking = await serving({ features: () => Promise.reject(new Error('a defect')) })
    for (const serve of [refusing, breaking]) {
      const response = await serve(featuresAddress('0123456789abcdef', 'k'))
      expect(response.headers.get('content-security-policy')).toBe(contentSecurityPolicy)
    }
  })

  it('forbids everything but the program’s own', () => {
    expect(contentSecurityPolicy).toContain("default-src 'none'")
    expect(contentSecurityPolicy).not.toMatch(/unsafe|\*|https?:|ws:|file:|filesystem:/)
  })
})

describe('the program’s own files', () => {
  it('come whole, with their type, length and a tag', async () => {
    const response = await answer(appAddress)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(response.headers.get('content-length')).toBe('15')
    expect(response.headers.get('etag')).toMatch(/^"[^"]+"$/)
    expect(await response.text()).toBe('<!doctype html>')
    expect((await answer(`${origin}/app/assets/app.js`)).headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  })

  it('come whatever stands after a question mark or a hash', async () => {
    expect((await answer(`${appAddress}?v=1#layers`)).status).toBe(200)
  })

  it('may be empty', async () => {
    const response = await answer(`${origin}/app/empty.json`)
    expect([response.status, response.headers.get('content-length'), await response.text()]).toEqual([200, '0', ''])
    expect((await answer(`${origin}/app/empty.json`, range('bytes=0-'))).status).toBe(416)
  })

  it.each([
    `${origin}/app/gone.js`,
    `${origin}/app/assets`,
    `${origin}/app/`,
    `${origin}/app`,
    `${origin}/app/index.html/x`,
    `${origin}/app/${'x'.repeat(5_000)}`,
    `${origin}/`,
    `${origin}/basemap/relief.mbtiles`,
    `${origin}/basemap/other.pmtiles`,
    `${origin}/layer/0123456789abcdef`,
    `${origin}/layer/..%2F..%2Fetc/features`,
  ])('that are not there are 404: %s', async (address) => {
    const response = await answer(address)
    expect(response.status).toBe(404)
    expect(await response.text()).toBe('')
  })

  it.each([
    `${origin}/app/../secret.txt`,
    `${origin}/app/%2e%2e/secret.txt`,
    `${origin}/app/..%2fsecret.txt`,
    `${origin}/app/..%5csecret.txt`,
    `${origin}/app/%252e%252e/secret.txt`,
    `${origin}/app/%252e%252e%252fsecret.txt`,
    `${origin}/app/assets/../../secret.txt`,
    `${origin}/app//secret.txt`,
    `${origin}/app/index.html%00.js`,
    `${origin}/app/%2Fetc%2Fpasswd`,
    `${origin}/app//etc/passwd`,
    'file:///etc/passwd',
    'map://other/app/index.html',
    'http://cartouche/app/index.html',
  ])('give no way out of their folder: %s', async (address) => {
    const response = await answer(address)
    expect(response.status).toBe(404)
    expect(await response.text()).toBe('')
  })

  it('give no way out even to a file beside them whose folder’s name begins the same', async () => {
    const appFolder = join(await temporaryFolder(), 'renderer')
    await mkdir(appFolder, { recursive: true })
    await mkdir(`${appFolder}-old`)
    await writeFile(join(`${appFolder}-old`, 'a.js'), 'old')
    const serve = await serving({ appFolder })
    expect((await serve(`${origin}/app/..%2Frenderer-old/a.js`)).status).toBe(404)
  })

  it('know no other method than GET and HEAD', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
      const response = await answer(appAddress, { method })
      expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
    }
  })
})

describe('a basemap archive', () => {
  const ask = (init?: RequestInit): Promise<Response> => answer(basemapAddress('world.pmtiles'), init)

  it('comes whole as it is on disk', async () => {
    const response = await ask()
    const [got, wanted] = [createHash('sha256'), createHash('sha256')]
    for await (const chunk of response.body!) got.update(chunk)
    for await (const chunk of createReadStream(world)) wanted.update(chunk)
    expect(got.digest('hex')).toBe(wanted.digest('hex'))
    expect(response.headers.get('accept-ranges')).toBe('bytes')
    expect(response.headers.get('content-length')).toBe(String(worldSize))
  })

  it('gives its PMTiles 3 header by range', async () => {
    const response = await ask(range('bytes=0-126'))
    expect(response.status).toBe(206)
    expect(response.headers.get('content-range')).toBe(`bytes 0-126/${worldSize}`)
    expect(response.headers.get('content-length')).toBe('127')
    const header = await body(response)
    expect(header).toHaveLength(127)
    expect(header.toString('latin1', 0, 7)).toBe('PMTiles')
    expect(header[7]).toBe(3)
    // Zoom 0 to 7, as the program expects of the world.
    expect([header[100], header[101]]).toEqual([0, 7])
  })

  it.each(basemapArchives)('is there: %s', async (archive) => {
    expect((await body(await answer(basemapAddress(archive), range('bytes=0-6')))).toString()).toBe('PMTiles')
  })

  it('gives any part exactly, from the middle, open to the end, and counted from the end', async () => {
    const whole = await readFile(world)
    const parts: [string, number, number][] = [
      ['bytes=1000-1999', 1000, 1999],
      [`bytes=${worldSize - 10}-`, worldSize - 10, worldSize - 1],
      ['bytes=-5', worldSize - 5, worldSize - 1],
      [`bytes=${worldSize - 3}-${worldSize + 100}`, worldSize - 3, worldSize - 1],
      // Larger than is read in one piece.
      ['bytes=7-6000000', 7, 6_000_000],
    ]
    for (const [header, start, end] of parts) {
      const response = await ask(range(header))
      expect(response.status).toBe(206)
      expect(response.headers.get('content-range')).toBe(`bytes ${start}-${end}/${worldSize}`)
      expect(response.headers.get('content-length')).toBe(String(end - start + 1))
      expect((await body(response)).equals(whole.subarray(start, end + 1)), header).toBe(true)
    }
  })

  it('answers 416 with its size to a range beyond its end', async () => {
    const response = await ask(range(`bytes=${worldSize}-`))
    expect([response.status, response.headers.get('content-range')]).toEqual([416, `bytes */${worldSize}`])
    expect(await response.text()).toBe('')
  })

  it('comes whole when a range makes no sense', async () => {
    const response = await ask(range('bytes=10-5'))
    expect(response.status).toBe(200)
    await response.body?.cancel()
  })

  it('is not sent again to who has it', async () => {
    const etag = (await ask({ method: 'HEAD' })).headers.get('etag')!
    const response = await ask({ headers: { 'If-None-Match': etag } })
    expect([response.status, response.headers.get('etag'), await response.text()]).toEqual([304, etag, ''])
    const other = await ask({ headers: { 'If-None-Match': '"other"' } })
    expect(other.status).toBe(200)
    await other.body?.cancel()
  })

  it('comes whole when a part of another version is asked for', async () => {
    const etag = (await ask({ method: 'HEAD' })).headers.get('etag')!
    const same = await ask(range('bytes=0-9', { 'If-Range': etag }))
    expect(same.status).toBe(206)
    const other = await ask(range('bytes=0-9', { 'If-Range': '"other"' }))
    expect([other.status, other.headers.get('content-length')]).toEqual([200, String(worldSize)])
    await other.body?.cancel()
  })

  it('tells its size to HEAD without a body, whatever range is asked for: ranges are for GET', async () => {
    for (const init of [{}, range('bytes=0-9'), range(`bytes=${worldSize}-`)]) {
      const response = await ask({ method: 'HEAD', ...init })
      expect([response.status, response.headers.get('content-length'), response.body]).toEqual([200, String(worldSize), null])
    }
  })

  it('has another tag when the file changes', async () => {
    const folder = await temporaryFolder()
    const serve = await serving({ basemapFolder: folder })
    const tag = async (): Promise<string | null> => (await serve(basemapAddress('iraq.pmtiles'), { method: 'HEAD' })).headers.get('etag')
    expect(await tag()).toBeNull()
    await writeFile(join(folder, 'iraq.pmtiles'), 'one')
    const first = await tag()
    await writeFile(join(folder, 'iraq.pmtiles'), 'three')
    expect(await tag()).not.toBe(first)
  })

  it.runIf(process.platform === 'linux')('leaves no file open', async () => {
    const count = (): number => readdirSync('/proc/self/fd').length
    await body(await ask(range('bytes=0-9')))
    const before = count()
    for (let i = 0; i < 20; i += 1) await body(await ask(range('bytes=0-9')))
    for (let i = 0; i < 20; i += 1) await (await ask()).body!.cancel()
    for (let i = 0; i < 20; i += 1) await ask(range('bytes=999999999-'))
    await expect.poll(count).toBeLessThanOrEqual(before + 2)
  })
})

describe('relief and features', () => {
  it('come as bytes', async () => {
    const tile = await answer(reliefTileAddress(1, 0, 1))
    expect([tile.status, tile.headers.get('content-type'), tile.headers.get('content-length')]).toEqual([200, 'image/webp', '3'])
    expect([...(await body(tile))]).toEqual([1, 2, 3])
    const response = await answer(featuresAddress('0123456789abcdef', 'k'))
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/geo+json'])
    expect((await body(response)).equals(features)).toBe(true)
  })

  it('answer HEAD without a body', async () => {
    const tile = await answer(reliefTileAddress(1, 0, 1), { method: 'HEAD' })
    expect([tile.status, tile.headers.get('content-length'), tile.body]).toEqual([200, '3', null])
  })

  it('are 404 where there is no tile', async () => {
    expect((await answer(reliefTileAddress(1, 1, 1))).status).toBe(404)
  })

  it('ask for features by the id that the address names', async () => {
    const asked: string[] = []
    const serve = await serving({
      features: async (source) => {
        asked.push(source)
        return features
      },
    })
    await serve(featuresAddress('0123456789abcdef', 'key & more'))
    expect(asked).toEqual(['0123456789abcdef'])
  })

  it('give a refusal its sentences', async () => {
    const refusal = { message: 'a.geojson is gone.', advice: 'Look for it.', file: 'a.geojson', line: 3, column: null }
    const serve = await serving({ features: () => Promise.reject(new RefusalError(refusal)) })
    const response = await serve(featuresAddress('0123456789abcdef', 'k'))
    expect(response.status).toBe(422)
    expect(Refusal.parse(await response.json())).toEqual(refusal)
  })

  it('are 500 after a defect, which says nothing of the machine', async () => {
    const serve = await serving({ features: () => Promise.reject(new Error('/home/analyst/secret')) })
    const response = await serve(featuresAddress('0123456789abcdef', 'k'))
    expect([response.status, await response.text()]).toEqual([500, ''])
  })

  it('are the shipped relief, tile by tile', async () => {
    const relief = new MbtilesArchive(join(basemapFolder, 'relief.mbtiles'))
    const serve = await serving({ reliefTile: (z, x, y) => relief.tile(z, x, y) })
    const response = await serve(reliefTileAddress(6, 39, 25))
    expect((await body(response)).toString('latin1', 8, 12)).toBe('WEBP')
    relief.close()
  })
})
