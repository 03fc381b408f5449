import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { MapDocument } from '../../../electron/contract/document.ts'
import { defaultPanels, type Panels, SessionStart } from '../../../electron/contract/session.ts'
import { Admission } from '../../../electron/services/admission.ts'
import { writeDocument } from '../../../electron/services/documentFile.ts'
import type { JournalState } from '../../../electron/contract/recovery.ts'
import { FilePrints } from '../../../electron/services/filePrints.ts'
import { Journal } from '../../../electron/services/journal.ts'
import { checkRecords, checkState } from '../../../electron/services/journalGate.ts'
import { Recovery } from '../../../electron/services/recovery.ts'
import { admitLayers, SessionFile } from '../../../electron/services/session.ts'
import { documentOf, group, layer } from '../document/documents.ts'
import { temporaryFolder } from './folder.ts'

type Kept = { document: MapDocument; path: string | null; modified: boolean; panels: Panels; end: 'keep' | 'drop' | 'crash' }

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
  const start = async (files: string[] = [], demo = path('demo.cartouche')) => {
    const admission = new Admission()
    const recovery = new Recovery(path('state/journals'))
    await recovery.survey()
    const opening = await new SessionFile(file).open(files.map(path), demo, { admission, prints: new FilePrints(), recovery })
    const { document, path: place, saved } = opening.story.state
    return { told: opening, opening: { ...opening, document, path: place, modified: saved !== 0 }, admission, recovery }
  }
  let runs = 0
  /** Keeps a state of the window as a run of the program would. */
  const keep = async (changes: Partial<Kept> = {}): Promise<void> => {
    const kept: Kept = {
      document: { ...documentOf(), title: 'Kept' },
      path: null,
      modified: true,
      panels: defaultPanels,
      end: 'keep',
      ...changes,
    }
    await new SessionFile(file).keep(kept.panels)
    runs += 1
    const journal = new Journal(path('state/journals'), `run-${runs}`)
    await journal.begin({ document: kept.document, path: kept.path, past: [], future: [], saved: kept.modified ? null : 0 })
    if (kept.end !== 'crash') await journal.end(kept.end === 'keep')
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
    expect(() => checkState({ document, path: path('one.cartouche'), past: [], future: [], saved: null }, admission)).not.toThrow()
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

  it('shows the demo when the beginning of what was kept is damaged', async () => {
    const { start, keep, path } = await desk()
    await keep()
    const file = path('state/journals/run-1.journal')
    const text = await readFile(file, 'utf8')
    for (const damaged of [text.slice(0, text.length / 2), text.replace('"title":"Kept"', '"title":"Kent"'), '']) {
      await writeFile(file, damaged)
      expect((await start()).opening.document.title).toBe('Demo')
    }
  })

  it('has its panels as they are when nothing was kept of them', async () => {
    const { start, keep, file } = await desk()
    await keep({ panels: { ...defaultPanels, layersWidthPx: 400 } })
    await writeFile(file, '{')
    expect((await start()).opening.panels).toEqual(defaultPanels)
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
    const { told: opening } = await start(['a.geojson', 'gone.geojson'])
    const told = { ...opening, network: { left: 0, refused: 0, entries: [] }, platform: 'linux' }
    expect(SessionStart.safeParse(told).error).toBeUndefined()
  })

  it('names each file once, however many layers show it', async () => {
    const admission = new Admission()
    const sources = admitLayers(documentOf(layer('a', { path: '/maps/a.geojson' }), layer('b', { path: '/maps/a.geojson' })), admission)
    expect(sources.map(({ path }) => path)).toEqual(['/maps/a.geojson'])
  })
})

describe('what a page writes down', () => {
  const state = (document: MapDocument, path: string | null = null): JournalState => ({ document, path, past: [], future: [], saved: 0 })
  const admission = new Admission()
  admission.admit('/maps/a.geojson')
  admission.admit('/maps/one.cartouche')

  it('may name what was opened here', () => {
    expect(() => checkState(state(documentOf(layer('a', { path: '/maps/a.geojson' })), '/maps/one.cartouche'), admission)).not.toThrow()
  })

  it('may not name a layer whose path the window was never given: it would be let in at the next start', () => {
    const smuggled = documentOf(
      layer('a', { path: '/maps/a.geojson' }),
      group('g', [layer('b', { name: 'Passwords', path: '/etc/passwd' })]),
    )
    expect(() => checkState(state(smuggled), admission)).toThrow('A layer names a file that was not opened here (/etc/passwd).')
  })

  it('may not name it in what undo or redo would bring back', () => {
    const back = [{ op: 'add' as const, path: ['layers', 0], value: layer('b', { path: '/etc/passwd' }) }]
    const entry = { name: 'removal', gesture: null, forward: [], back }
    expect(() => checkState({ ...state(documentOf()), past: [entry] }, admission)).toThrow('/etc/passwd')
    expect(() => checkState({ ...state(documentOf()), future: [entry] }, admission)).toThrow('/etc/passwd')
  })

  it.each([
    { op: 'add' as const, path: ['layers', 0], value: layer('b', { path: '/etc/passwd' }) },
    { op: 'replace' as const, path: ['layers', 0, 'path'], value: '/etc/passwd' },
    { op: 'replace' as const, path: ['layers'], value: [group('g', [layer('b', { path: '/etc/passwd' })])] },
    { op: 'replace' as const, path: [], value: documentOf(layer('b', { path: '/maps/../etc/passwd' })) },
  ])('may not name it in a change (%j)', (patch) => {
    for (const record of [
      { kind: 'run' as const, name: '', gesture: null, forward: [patch], back: [] },
      { kind: 'more' as const, name: '', forward: [], back: [patch] },
      { kind: 'adjust' as const, forward: [patch] },
    ])
      expect(() => checkRecords([record], admission)).toThrow('not opened here')
  })

  it('may not name a map’s path that the window was never given: it could be overwritten at the next start', () => {
    expect(() => checkState(state(documentOf(), '/home/analyst/.profile'), admission)).toThrow(
      'The map names a file that was not opened here.',
    )
    expect(() => checkRecords([{ kind: 'saved', path: '/home/analyst/.profile', behind: 0 }], admission)).toThrow('not opened here')
  })
})

describe('after a run that did not end in order', () => {
  it('its changes are offered, and the start shows what was saved', async () => {
    const { start, keep, path } = await desk()
    await keep({ path: path('one.cartouche'), end: 'crash' })
    const { opening } = await start()
    expect(opening.document.title).toBe('One')
    expect(opening.offers).toMatchObject([{ id: 'run-1', title: 'Kept', path: path('one.cartouche') }])
  })

  it('of a map that was never saved, the start shows the demo', async () => {
    const { start, keep } = await desk()
    await keep({ end: 'crash' })
    const { opening } = await start()
    expect(opening.document.title).toBe('Demo')
    expect(opening.offers).toMatchObject([{ title: 'Kept', path: null }])
  })

  it('that had nothing unsaved, the window is as it was and nothing is asked', async () => {
    const { start, keep } = await desk()
    await keep({ end: 'crash', modified: false })
    const { opening } = await start()
    expect(opening.document.title).toBe('Kept')
    expect(opening.offers).toEqual([])
  })

  it('an offer comes again at every start until it is decided on', async () => {
    const { start, keep } = await desk()
    await keep({ end: 'crash' })
    await start()
    const { recovery } = await start()
    expect(recovery.offers()).toHaveLength(1)
    await recovery.settle('run-1')
    expect((await start()).opening.offers).toEqual([])
  })

  it('several of them are offered, the newest first', async () => {
    const { start, keep } = await desk()
    await keep({ end: 'crash', document: { ...documentOf(), title: 'Older' } })
    await setTimeout(5)
    await keep({ end: 'crash', document: { ...documentOf(), title: 'Newer' } })
    expect((await start()).opening.offers.map(({ title }) => title)).toEqual(['Newer', 'Older'])
  })
})

describe('a window that was closed', () => {
  it('without wanting the changes comes back as it was saved, and the changes are not offered', async () => {
    const { start, keep, path } = await desk()
    await keep({ path: path('one.cartouche'), end: 'drop' })
    const { opening } = await start()
    expect(opening.document.title).toBe('One')
    expect(opening.modified).toBe(false)
    expect(opening.offers).toEqual([])
  })

  it('with changes kept is offered when another map is opened at the start: they would be gone without a word', async () => {
    const { start, keep, path } = await desk()
    await keep({ path: path('two.cartouche') })
    const { opening } = await start(['one.cartouche'])
    expect(opening.document.title).toBe('One')
    expect(opening.offers).toMatchObject([{ title: 'Kept', path: path('two.cartouche') }])
  })

  it('with changes kept comes back with them when the same map is opened at the start', async () => {
    const { start, keep, path } = await desk()
    await keep({ path: path('one.cartouche') })
    const { opening } = await start(['one.cartouche'])
    expect(opening.document.title).toBe('Kept')
    expect(opening.modified).toBe(true)
    expect(opening.offers).toEqual([])
  })
})
