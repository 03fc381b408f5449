import { describe, expect, it } from 'vitest'
import { labelsOf } from '../../../../electron/engine/cut/labels.ts'
import { readPiece } from '../../../../renderer/map/painter/pieces.ts'
import { namedFeatures } from '../../../../renderer/map/painter/namedFeatures.ts'
import { plainLabel } from '../../../../electron/contract/newLayer.ts'
import { textPicker } from '../../../../renderer/map/style/featureLook.ts'
import { collection, useLayers } from '../layer.ts'
import { pictureAt, scattered } from './scattered.ts'

const layers = useLayers()
const { signal } = new AbortController()
const named = (name: unknown, lon: number): string =>
  JSON.stringify({ type: 'Feature', properties: { name }, geometry: { type: 'Point', coordinates: [lon, 33] } })

describe('the names in a picture', () => {
  it('are those of the field, as text; nothing is written where there is none', async () => {
    const { open } = await layers.read(
      collection(named('Taji', 44), named(7, 44.01), named('', 44.02), named(null, 44.03), named('Far away', 60)),
    )
    const cut = { ...pictureAt(44, 33, 30), reachPx: 0, filter: '', classes: null }
    const labels = await labelsOf(open, { cut, template: '{name}', limit: 10 }, signal)
    expect(labels.texts).toEqual([
      [0, 'Taji'],
      [1, '7'],
    ])
    const textOf = textPicker({ field: 'name', ...plainLabel })
    const features = namedFeatures(labels, cut)
    expect(features.map((feature) => [feature.getId(), textOf(feature), feature.getGeometry()?.getType()])).toEqual([
      [0, 'Taji', 'Point'],
      [1, '7', 'Point'],
    ])
  })

  it('are as many as were asked for at most, and everywhere in it', async () => {
    const { open } = await layers.read(scattered(5_000, 41))
    const cut = { ...pictureAt(44, 33, 1_200), reachPx: 0, filter: '', classes: null }
    const { piece, texts } = await labelsOf(open, { cut, template: '{kind}', limit: 300 }, signal)
    expect(texts.length).toBeLessThanOrEqual(300)
    expect(texts.length).toBeGreaterThan(75)
    const { xy, features } = readPiece(piece as Uint8Array<ArrayBuffer>)
    expect(features).toBe(texts.length)
    const quarters = new Set<number>()
    for (let i = 0; i < xy.length; i += 2) quarters.add((xy[i]! < 400 ? 0 : 1) + (xy[i + 1]! < 300 ? 0 : 2))
    expect(quarters.size).toBe(4)
  })

  it('stay when the picture moves a little', async () => {
    const { open } = await layers.read(scattered(5_000, 42))
    const ask = async (lon: number): Promise<number[]> => {
      const cut = { ...pictureAt(lon, 33, 1_200), reachPx: 0, filter: '', classes: null }
      return (await labelsOf(open, { cut, template: '{kind}', limit: 300 }, signal)).texts.map(([id]) => id)
    }
    const [before, after] = [await ask(44), new Set(await ask(44.05))]
    expect(before.filter((id) => after.has(id)).length / before.length).toBeGreaterThan(0.9)
  })
})
