/** A filter on the map: what it does not let through is as if it were not in the file. */
import { describe, expect, it } from 'vitest'
import type { CutRequest } from '../../../../electron/contract/cut.ts'
import { RefusalError } from '../../../../electron/contract/refusal.ts'
import { hit } from '../../../../electron/engine/cut/hit.ts'
import { labelsOf } from '../../../../electron/engine/cut/labels.ts'
import { maskOf } from '../../../../electron/engine/query/filter.ts'
import type { OpenLayer } from '../../../../electron/engine/sources.ts'
import { seeded } from '../../../bench/generate.ts'
import { useLayers } from '../layer.ts'
import { cutOf, pictureAt, scattered } from './scattered.ts'

const layers = useLayers()
const options = { signal: new AbortController().signal, onProgress: () => {} }

type Loose = { features: { geometry: unknown; properties: { id?: number; kind?: string } | null }[] }
const filter = "kind in ('road', 'base') and id > 200"
const isLetThrough = ({ properties }: Loose['features'][number]): boolean =>
  ['road', 'base'].includes(properties?.kind ?? '') && (properties?.id ?? 0) > 200

/** A layer, and the same one whose other features have nothing to draw. */
async function both(count: number, seed: number): Promise<[all: OpenLayer, few: OpenLayer, left: number]> {
  const text = scattered(count, seed)
  const file = JSON.parse(text) as Loose
  const features = file.features.map((one) => (isLetThrough(one) ? one : { ...one, geometry: null }))
  const all = await layers.read(text, `all-${seed}.geojson`)
  const few = await layers.read(JSON.stringify({ ...file, features }), `few-${seed}.geojson`)
  return [all.open, few.open, features.filter(({ geometry }) => geometry !== null).length]
}

const views = (seed: number): ReturnType<typeof pictureAt>[] => {
  const random = seeded(seed)
  return Array.from({ length: 10 }, (_, i) => pictureAt(40 + random() * 8, 30 + random() * 6, 3 * 4 ** (i % 6)))
}

describe('With a filter', () => {
  it('a cut is that of a file without the other features, byte for byte', async () => {
    const [all, few, left] = await both(3_000, 41)
    expect(left).toBeGreaterThan(200)
    for (const view of views(42)) {
      const filtered = await cutOf(all, { ...view, filter })
      expect(filtered.bytes).toEqual((await cutOf(few, view)).bytes)
    }
  })

  it('and with chosen features too, a cut is that of a file without all others', async () => {
    const text = scattered(3_000, 46)
    const { open: all } = await layers.read(text, 'all-46.geojson')
    const isChosen = (index: number): boolean => index % 7 === 3 || index > 2_900
    const file = JSON.parse(text) as Loose
    const features = file.features.map((one, index) => (isLetThrough(one) && isChosen(index) ? one : { ...one, geometry: null }))
    const { open: few } = await layers.read(JSON.stringify({ ...file, features }), 'few-46.geojson')
    const bits = new Uint8Array(400)
    for (let index = 0; index < 3_000; index++) if (isChosen(index)) bits[index >> 3] = (bits[index >> 3] ?? 0) | (1 << (index & 7))
    const only = Buffer.from(bits).toString('base64')
    for (const view of views(47)) expect((await cutOf(all, { ...view, filter, only })).bytes).toEqual((await cutOf(few, view)).bytes)
  })

  it('so are the names in it, and the features at a place', async () => {
    const [all, few] = await both(2_000, 43)
    const mask = await maskOf(all, filter, options)
    const random = seeded(44)
    let found = 0
    for (const view of views(45)) {
      const cut: CutRequest = { ...view, reachPx: 0, filter, classes: null }
      const request = { cut, template: '{name}', limit: 50 }
      const labels = await labelsOf(all, request, options.signal)
      expect(labels).toEqual(await labelsOf(few, { ...request, cut: { ...cut, filter: '' } }, options.signal))
      const place = {
        area: [40 + random() * 8, 30 + random() * 6] as [number, number],
        reachM: { point: 30_000, line: 20_000, area: 10_000 },
        limit: 50,
      }
      const hits = hit(all.layer.store, place, mask)
      expect(hits).toEqual(hit(few.layer.store, place))
      found += labels.texts.length + hits.length
    }
    expect(found).toBeGreaterThan(100)
  })

  it('that cannot be understood, nothing is cut, and the sentence says why', async () => {
    const [all] = await both(100, 46)
    await expect(cutOf(all, { ...pictureAt(44, 33, 1_000), filter: 'kinds = 5' })).rejects.toThrow(RefusalError)
    await expect(cutOf(all, { ...pictureAt(44, 33, 1_000), filter: 'kinds = 5' })).rejects.toThrow(/Did you mean kind\?/)
  })
})
