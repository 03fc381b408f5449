import * as fc from 'fast-check'
import { chmod, mkdir, readdir, readFile, rename, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { MapDocument } from '../../../electron/contract/document.ts'
import { RefusalError } from '../../../electron/contract/refusal.ts'
import { formatDocument, layersOf, readDocument, writeDocument } from '../../../electron/services/documentFile.ts'
import { annotation, anyDocument, documentOf, group, layer } from '../document/documents.ts'
import { asOrdinaryUser, ordinaryFolder, temporaryFolder } from './folder.ts'

const module = join(import.meta.dirname, '../../../electron/services/documentFile.ts')
type DocumentFile = typeof import('../../../electron/services/documentFile.ts')

const isPosix = process.platform !== 'win32'

/** Writes text to a map's file and gives back the refusal of reading it. */
async function refusalOf(text: string | Uint8Array, name = 'map.cartouche'): Promise<RefusalError['refusal']> {
  const path = join(await temporaryFolder(), name)
  await writeFile(path, text)
  const error = await readDocument(path).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(RefusalError)
  return (error as RefusalError).refusal
}

const valid = (changes: object = {}): string => JSON.stringify({ ...documentOf(layer('a', { path: 'a.geojson' })), ...changes })

describe('a map document on disk', () => {
  it('is read as it was written, whatever is in it', async () => {
    const folder = await temporaryFolder()
    await mkdir(join(folder, 'maps', 'Iraq'), { recursive: true })
    await fc.assert(
      fc.asyncProperty(anyDocument, async (document) => {
        const path = join(folder, 'maps', 'Iraq', 'map.cartouche')
        await writeDocument(path, document)
        expect(await readDocument(path)).toEqual(document)
      }),
      { numRuns: 200 },
    )
  })

  it('is the same text whenever it is read and written again', async () => {
    const path = join(await temporaryFolder(), 'map.cartouche')
    await fc.assert(
      fc.asyncProperty(anyDocument, async (document) => {
        await writeDocument(path, document)
        const text = await readFile(path, 'utf8')
        await writeDocument(path, await readDocument(path))
        expect(await readFile(path, 'utf8')).toBe(text)
      }),
      { numRuns: 50 },
    )
  })

  it('names its layers relative to itself, with forward slashes, and finds them after both were moved', async () => {
    const folder = await temporaryFolder()
    const file = (name: string, inside = folder) => join(inside, ...name.split('/'))
    await mkdir(file('old/maps'), { recursive: true })
    const document = documentOf(
      layer('a', { path: file('old/maps/a.geojson') }),
      group('g', [layer('b', { path: file('old/layers/b.geojson') }), layer('c', { path: file('old/maps/deep/c.geojson') })]),
    )
    await writeDocument(file('old/maps/map.cartouche'), document)
    const text = await readFile(file('old/maps/map.cartouche'), 'utf8')
    expect([...text.matchAll(/"path":"([^"]*)"/g)].map(([, path]) => path)).toEqual(['a.geojson', '../layers/b.geojson', 'deep/c.geojson'])
    expect(text).not.toContain(folder)

    await rename(file('old'), file('new'))
    const moved = await readDocument(file('new/maps/map.cartouche'))
    expect(layersOf(moved).map(({ path }) => path)).toEqual(
      ['maps/a.geojson', 'layers/b.geojson', 'maps/deep/c.geojson'].map((name) => file(name, file('new'))),
    )
  })

  it('may name layers by absolute paths', async () => {
    const path = join(await temporaryFolder(), 'map.cartouche')
    await writeFile(path, JSON.stringify(documentOf(layer('a', { path: '/maps/a.geojson' }))))
    expect(layersOf(await readDocument(path))[0]!.path).toBe('/maps/a.geojson')
  })

  it('is read with a byte order mark', async () => {
    const path = join(await temporaryFolder(), 'map.cartouche')
    await writeFile(path, `\uFEFF${valid()}`)
    expect((await readDocument(path)).title).toBe('Bases')
  })

  it('keeps the version before the last save as .bak', async () => {
    const folder = await temporaryFolder()
    const path = join(folder, 'map.cartouche')
    await writeDocument(path, { ...documentOf(), title: 'First' })
    await writeDocument(path, { ...documentOf(), title: 'Second' })
    await rename(`${path}.bak`, join(folder, 'before.cartouche'))
    expect((await readDocument(join(folder, 'before.cartouche'))).title).toBe('First')
    expect((await readDocument(path)).title).toBe('Second')
  })
})

describe('the text of a map document', () => {
  const document: MapDocument = documentOf(layer('a'), group('g', [layer('b'), layer('c')]), group('empty', []))

  it('has one layer a line, and ends with a line break', () => {
    const lines = formatDocument(document).split('\n')
    expect(lines.filter((line) => line.includes('"type":"layer"'))).toHaveLength(3)
    for (const line of lines) expect(line.match(/"type":"layer"/g)?.length ?? 0).toBeLessThan(2)
    expect(lines.at(-1)).toBe('')
  })

  it('has its keys in the same order, whatever order they had in memory', () => {
    const reversed = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(reversed)
      if (typeof value !== 'object' || value === null) return value
      return Object.fromEntries(
        Object.entries(value)
          .toReversed()
          .map(([key, inner]) => [key, reversed(inner)]),
      )
    }
    expect(Object.keys(reversed(document) as object).at(-1)).toBe('schema')
    expect(formatDocument(reversed(document) as MapDocument)).toBe(formatDocument(document))
    expect(Object.keys(JSON.parse(formatDocument(document)))).toEqual([
      'schema',
      'title',
      'subtitle',
      'asOf',
      'update',
      'view',
      'bookmarks',
      'basemap',
      'layers',
      'annotations',
      'pages',
    ])
  })

  it('has one annotation a line', () => {
    const annotated = { ...document, annotations: [annotation('x', 'two\nlines'), annotation('y', '')] }
    const lines = formatDocument(annotated).split('\n')
    expect(lines.filter((line) => line.startsWith('    {"type":"Feature"'))).toHaveLength(2)
    expect(JSON.parse(formatDocument(annotated))).toEqual(annotated)
  })

  it('changes in one line when one layer changes', () => {
    const before = formatDocument(document).split('\n')
    const after = formatDocument(documentOf(layer('a'), group('g', [layer('b'), layer('c', { opacity: 0.5 })]), group('empty', []))).split(
      '\n',
    )
    expect(after.length).toBe(before.length)
    expect(after.filter((line, i) => line !== before[i])).toHaveLength(1)
  })

  it('is JSON, also with no layers at all', () => {
    expect(JSON.parse(formatDocument(documentOf()))).toEqual(documentOf())
    expect(JSON.parse(formatDocument(document))).toEqual(document)
  })
})

describe('a file that is no map document', () => {
  it.each(['', '{', valid().slice(0, -1), `${valid()}x`, '\u0000\u0000', 'PK\u0003\u0004'])(
    'is refused as damaged when it is not JSON (%j)',
    async (text) => {
      const refusal = await refusalOf(text)
      expect(refusal.message).toMatch(/^map\.cartouche is damaged: it is not complete JSON \(/)
      expect(refusal.advice).toContain('map.cartouche.bak')
      expect(refusal.file).toBe('map.cartouche')
    },
  )

  it.each(['null', '[]', '1', '"text"', '{}', '{"type":"FeatureCollection","features":[]}'])(
    'is refused as something else (%s)',
    async (text) => {
      const refusal = await refusalOf(text, 'bases.geojson')
      expect(refusal.message).toBe('bases.geojson is not a map document of Cartouche.')
      expect(refusal.advice).toContain('add it as a layer')
    },
  )

  it('is refused when a newer version made it, even if nothing else in it is known', async () => {
    const refusal = await refusalOf('{"schema":2,"pages":{}}')
    expect(refusal.message).toBe('map.cartouche was made by a newer version of Cartouche (document schema 2; this program knows 1).')
    expect(refusal.advice).toBe('Update Cartouche to open it.')
  })

  it.each([
    [{ schema: 0 }, 'schema'],
    [{ schema: '1' }, 'schema'],
    [{ title: 5 }, 'title'],
    [{ view: { center: [200, 0], zoom: 5, rotationDeg: 0 } }, 'view.center.0'],
    [{ view: { center: [0, 0], zoom: null, rotationDeg: 0 } }, 'view.zoom'],
    [{ asOf: '2020-13' }, 'asOf'],
    [{ layers: [{ type: 'layer' }] }, 'layers.0'],
    [{ layers: [layer('a', { path: '' })] }, 'layers.0.path'],
    [{ layers: [group('g', [layer('a', { opacity: 2 })])] }, 'layers.0.layers.0.opacity'],
    [{ layers: {} }, 'layers'],
  ])('is refused by the place that is wrong (%j)', async (changes, place) => {
    const refusal = await refusalOf(valid(changes))
    expect(refusal.message).toContain(`map.cartouche is damaged at ${place}`)
    expect(refusal.advice).toContain('map.cartouche.bak')
  })

  it.each(['extra', 'constructor', '__proto__'])(
    'is refused when it holds what is not known (%s), and reaches no prototype',
    async (key) => {
      const text = valid().replace('{', `{${JSON.stringify(key)}:{"polluted":true},`)
      const refusal = await refusalOf(text)
      expect(refusal.message).toMatch(/^map\.cartouche is damaged/)
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    },
  )

  it('is refused when two layers share an id: changes to one would hit the other', async () => {
    const twice = await refusalOf(valid({ layers: [layer('a'), group('g', [layer('a')])] }))
    expect(twice.message).toBe('map.cartouche is damaged: two of its layers have the id “a”.')
    const asGroup = await refusalOf(valid({ layers: [layer('g'), group('g', [])] }))
    expect(asGroup.message).toContain('the id “g”')
    const notes = await refusalOf(valid({ annotations: [annotation('n', ''), annotation('n', 'again')] }))
    expect(notes.message).toBe('map.cartouche is damaged: two of its annotations have the id “n”.')
  })

  it('is refused in words when it is UTF-16', async () => {
    expect((await refusalOf(Buffer.from(valid(), 'utf16le'))).message).toContain('map.cartouche is damaged')
  })

  it('is refused when it is too large, without being read', async () => {
    const path = join(await temporaryFolder(), 'map.cartouche')
    await writeFile(path, '')
    await truncate(path, 70 * 1024 * 1024)
    await expect(readDocument(path)).rejects.toThrow('map.cartouche is too large for a map document (70 MB).')
  })

  it('is refused when it is a folder, or not there', async () => {
    const folder = await temporaryFolder()
    await mkdir(join(folder, 'map.cartouche'))
    await expect(readDocument(join(folder, 'map.cartouche'))).rejects.toThrow('map.cartouche is not a file.')
    await expect(readDocument(join(folder, 'gone.cartouche'))).rejects.toThrow('gone.cartouche is not there any more.')
  })

  it.runIf(isPosix)('is refused when it may not be read', async () => {
    const folder = await ordinaryFolder()
    await writeFile(join(folder, 'map.cartouche'), valid(), { mode: 0o000 })
    const message = await asOrdinaryUser(
      module,
      ({ readDocument }: DocumentFile, path) =>
        readDocument(`${path}/map.cartouche`).then(
          () => '',
          (error) => error.message,
        ),
      folder,
    )
    expect(message).toBe('map.cartouche could not be read (EACCES).')
  })
})

describe('a save that fails', () => {
  it('says so in words, and leaves the file as it was', async () => {
    const folder = await temporaryFolder()
    await mkdir(join(folder, 'map.cartouche'))
    const error = (await writeDocument(join(folder, 'map.cartouche'), documentOf()).catch((thrown: unknown) => thrown)) as RefusalError
    expect(error).toBeInstanceOf(RefusalError)
    expect(error.refusal.message).toMatch(/^map\.cartouche could not be saved: .+ The file on disk is as it was\.$/)
    expect(error.refusal.advice).not.toBe('')
    expect(await readdir(folder)).toEqual(['map.cartouche'])
  })

  it('because it would be too large to be opened again says that before it writes', async () => {
    const folder = await temporaryFolder()
    const path = join(folder, 'map.cartouche')
    const data = `data:image/png;base64,${'A'.repeat(15_000_000)}`
    const pictures = ['a', 'b', 'c', 'd', 'e'].map((id) => {
      const { properties, ...feature } = annotation(id, '')
      return { ...feature, properties: { ...properties, image: { data, widthMm: 100, heightMm: 100 } } }
    })
    await writeDocument(path, { ...documentOf(), annotations: pictures.slice(0, 4) })
    expect((await readDocument(path)).annotations).toHaveLength(4)
    await expect(writeDocument(path, { ...documentOf(), annotations: pictures })).rejects.toThrow(
      'map.cartouche was not saved: with its pictures it would have 72 MB, and a map of more than 64 MB cannot be opened again.',
    )
    expect((await readDocument(path)).annotations).toHaveLength(4)
  })

  it('because the folder has gone says that', async () => {
    const path = join(await temporaryFolder(), 'gone', 'map.cartouche')
    await expect(writeDocument(path, documentOf())).rejects.toThrow('its folder is not there any more')
  })

  it.runIf(isPosix)('because the folder may not be written in says that', async () => {
    const folder = await ordinaryFolder()
    await writeFile(join(folder, 'map.cartouche'), 'as it was')
    await chmod(folder, 0o500)
    const message = await asOrdinaryUser(
      module,
      ({ writeDocument }: DocumentFile, path) =>
        writeDocument(`${path}/map.cartouche`, {
          schema: 1,
          title: '',
          subtitle: '',
          asOf: null,
          update: 1,
          view: { center: [0, 0], zoom: 1, rotationDeg: 0 },
          bookmarks: [],
          basemap: { style: 'none', labels: 'both' },
          layers: [],
          annotations: [],
          pages: [],
        }).then(
          () => '',
          (error) => error.message,
        ),
      folder,
    )
    await chmod(folder, 0o700)
    expect(message).toBe('map.cartouche could not be saved: you may not write in that folder. The file on disk is as it was.')
    expect(await readFile(join(folder, 'map.cartouche'), 'utf8')).toBe('as it was')
  })
})
