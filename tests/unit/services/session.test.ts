import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { defaultPanels, SessionStart } from '../../../electron/contract/session.ts'
import { Admission } from '../../../electron/services/admission.ts'
import { writeDocument } from '../../../electron/services/documentFile.ts'
import { admitLayers, type Session, SessionFile } from '../../../electron/services/session.ts'
import { documentOf, group, layer } from '../document/documents.ts'
import { temporaryFolder } from './folder.ts'

const shippedDemo = join(import.meta.dirname, '../../../data/projects/iraq-bases.cartouche')

async function desk() {
  const folder = await temporaryFolder()
  const path = (name: string): string => join(folder, name)
  await writeFile(path('a.geojson'), '{}')
  await writeFile(path('b.geojson'), '{}')
  await writeDocument(path('one.cartouche'), { ...documentOf(layer('a', { path: path('a.geojson') })), title: 'One' })
  await writeDocument(path('two.cartouche'), { ...documentOf(), title: 'Two' })
  await writeDocument(path('demo.cartouche'), { ...documentOf(layer('b', { path: path('b.geojson') })), title: 'Demo' })
  const file = path('state/session.json')
  /** Starts the program: a new admission, as in a new process. */
  const start = (files: string[] = [], demo = path('demo.cartouche')) => {
    const admission = new Admission()
    return new SessionFile(file).open(files.map(path), demo, admission).then((opening) => ({ opening, admission }))
  }
  /** Keeps a state of the window as a run of the program would. */
  const keep = async (changes: Partial<Session> = {}): Promise<void> => {
    const session: Session = { document: { ...documentOf(), title: 'Kept' }, path: null, modified: true, panels: defaultPanels, ...changes }
    const admission = new Admission()
    admitLayers(session.document, admission)
    if (session.path !== null) admission.admit(session.path)
    await new SessionFile(file).keep(session, admission)
  }
  return { folder, path, file, start, keep }
}

describe('the first start', () => {
  it('shows the demo, without a place of its own, so that saving it cannot change what was shipped', async () => {
    const { start, path } = await desk()
    const { opening, admission } = await start()
    expect(opening).toMatchObject({
      document: { title: 'Demo' },
      path: null,
      modified: false,
      panels: defaultPanels,
      arrived: [],
      refusals: [],
    })
    expect(opening.sources.map((source) => source.path)).toEqual([path('b.geojson')])
    expect(admission.has(path('b.geojson'))).toBe(true)
    expect(admission.has(path('demo.cartouche'))).toBe(false)
  })

  it('shows the demo that is shipped, with its layers let in', async () => {
    const { start } = await desk()
    const { opening, admission } = await start([], shippedDemo)
    expect(opening.refusals).toEqual([])
    expect(opening.sources.length).toBeGreaterThan(3)
    for (const source of opening.sources) expect(admission.source(source.id)).toEqual(source)
  })

  it('shows an empty map when the demo cannot be read, and says so', async () => {
    const { start, path } = await desk()
    const { opening } = await start([], path('gone.cartouche'))
    expect(opening.document.layers).toEqual([])
    expect(opening.refusals.map(({ message }) => message)).toEqual(['gone.cartouche is not there any more.'])
  })

  it('with layer files shows them, to be added to an empty map', async () => {
    const { start, path } = await desk()
    const { opening, admission } = await start(['a.geojson', 'b.geojson'])
    expect(opening.document).toMatchObject({ title: 'Untitled map', layers: [] })
    expect(opening.arrived.map(({ name }) => name)).toEqual(['a', 'b'])
    expect(admission.has(path('a.geojson'))).toBe(true)
  })

  it('with only files that cannot be opened shows an empty map and the refusals, not the demo', async () => {
    const { start } = await desk()
    const { opening } = await start(['gone.geojson'])
    expect(opening.document.title).toBe('Untitled map')
    expect(opening.refusals.map(({ message }) => message)).toEqual(['gone.geojson is not there.'])
  })
})

describe('the next start', () => {
  it('shows what was open last, changed or not, with its panels and its layers', async () => {
    const { start, keep, path } = await desk()
    const document = documentOf(group('g', [layer('a', { path: path('a.geojson') })]), layer('b', { path: path('b.geojson') }))
    const panels = { ...defaultPanels, coordinates: 'mgrs' as const, layersOpen: false }
    await keep({ document, path: path('one.cartouche'), modified: true, panels })
    const { opening, admission } = await start()
    expect(opening).toMatchObject({ document, path: path('one.cartouche'), modified: true, panels, arrived: [], refusals: [] })
    expect(opening.sources.map((source) => source.path)).toEqual([path('a.geojson'), path('b.geojson')])
    // The window may save it in place and keep it again.
    await new SessionFile(path('state/session.json')).keep({ document, path: path('one.cartouche'), modified: true, panels }, admission)
  })

  it('adds layer files that are named to what was open last', async () => {
    const { start, keep } = await desk()
    await keep()
    const { opening } = await start(['a.geojson'])
    expect(opening.document.title).toBe('Kept')
    expect(opening.arrived.map(({ name }) => name)).toEqual(['a'])
  })

  it('with a map that is named shows that, and keeps the panels', async () => {
    const { start, keep, path } = await desk()
    const panels = { ...defaultPanels, layersWidthPx: 400 }
    await keep({ panels })
    const { opening, admission } = await start(['b.geojson', 'one.cartouche'])
    expect(opening).toMatchObject({ document: { title: 'One' }, path: path('one.cartouche'), modified: false, panels, refusals: [] })
    expect(opening.arrived.map(({ name }) => name)).toEqual(['b'])
    expect(admission.has(path('one.cartouche'))).toBe(true)
  })

  it('with two maps shows the first, and says that it did not show the second', async () => {
    const { start } = await desk()
    const { opening } = await start(['two.cartouche', 'one.cartouche'])
    expect(opening.document.title).toBe('Two')
    expect(opening.refusals).toHaveLength(1)
    expect(opening.refusals[0]).toMatchObject({
      message: 'one.cartouche was not opened: Cartouche shows one map at a time.',
      file: 'one.cartouche',
    })
  })

  it('with a map that cannot be read says so, and shows what was open last', async () => {
    const { start, keep, path } = await desk()
    await keep()
    await writeFile(path('one.cartouche'), '{')
    const { opening } = await start(['one.cartouche'])
    expect(opening.document.title).toBe('Kept')
    expect(opening.refusals[0]!.message).toMatch(/^one\.cartouche is damaged/)
  })

  it('shows the demo when what was kept is damaged', async () => {
    const { start, keep, file } = await desk()
    await keep()
    const text = await readFile(file, 'utf8')
    for (const damaged of [text.slice(0, text.length / 2), text.replace('"modified":true', '"modified":1'), '']) {
      await writeFile(file, damaged)
      expect((await start()).opening.document.title).toBe('Demo')
    }
  })

  it('lets in the layers of what was open last even if their files have gone: the window shows them as missing', async () => {
    const { start, keep, path } = await desk()
    await keep({ document: documentOf(layer('x', { path: path('gone.geojson') })) })
    const { opening } = await start()
    expect(opening.sources.map(({ name }) => name)).toEqual(['gone'])
    expect(opening.refusals).toEqual([])
  })
})

describe('what a start tells the window', () => {
  it('is what the contract says', async () => {
    const { start, keep, path } = await desk()
    await keep({ path: path('one.cartouche') })
    const { opening } = await start(['a.geojson', 'gone.geojson'])
    const told = { ...opening, network: { left: 0, refused: 0, entries: [] }, platform: 'linux' }
    expect(SessionStart.safeParse(told).error).toBeUndefined()
  })

  it('names each file once, however many layers show it', async () => {
    const admission = new Admission()
    const sources = admitLayers(documentOf(layer('a', { path: '/maps/a.geojson' }), layer('b', { path: '/maps/a.geojson' })), admission)
    expect(sources.map(({ path }) => path)).toEqual(['/maps/a.geojson'])
  })
})

describe('keeping the session', () => {
  const session = (changes: Partial<Session>): Session => ({
    document: documentOf(),
    path: null,
    modified: false,
    panels: defaultPanels,
    ...changes,
  })

  it('refuses a layer whose path the window was never given: it would be let in at the next start', async () => {
    const { file, path } = await desk()
    const admission = new Admission()
    admission.admit(path('a.geojson'))
    const smuggled = documentOf(
      layer('a', { path: path('a.geojson') }),
      group('g', [layer('b', { name: 'Passwords', path: '/etc/passwd' })]),
    )
    await expect(new SessionFile(file).keep(session({ document: smuggled }), admission)).rejects.toThrow(
      'The layer Passwords names a file that was not opened here.',
    )
    await expect(readFile(file)).rejects.toThrow('ENOENT')
  })

  it('refuses a map’s path that the window was never given: it could be overwritten at the next start', async () => {
    const { file } = await desk()
    await expect(new SessionFile(file).keep(session({ path: '/home/analyst/.profile' }), new Admission())).rejects.toThrow(
      'The map names a file that was not opened here.',
    )
    await expect(readFile(file)).rejects.toThrow('ENOENT')
  })

  it('refuses a path that only looks as if it was given', async () => {
    const { file, path } = await desk()
    await mkdir(path('sub'))
    const admission = new Admission()
    admission.admit(path('sub/a.geojson'))
    const climbing = documentOf(layer('a', { path: `${path('sub')}/../b.geojson` }))
    await expect(new SessionFile(file).keep(session({ document: climbing }), admission)).rejects.toThrow('not opened here')
  })
})
