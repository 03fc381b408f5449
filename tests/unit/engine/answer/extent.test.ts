import { expect, test } from 'vitest'
import { extentOf } from '../../../../electron/engine/answer/extent.ts'
import { collection, feature, useLayers } from '../layer.ts'

const layers = useLayers()
const point = (lon: number, lat: number): string => feature({ type: 'Point', coordinates: [lon, lat] }, {})

/** Bits of features. */
const bits = (...features: number[]): Uint8Array<ArrayBuffer> => Uint8Array.of(features.reduce((all, one) => all | (1 << one), 0))

test('some features have the smallest box around them', async () => {
  const { open } = await layers.read(collection(point(10, 20), point(-5, 40), point(100, -80)))
  const { store } = open.layer
  const box = extentOf(store, bits(0, 1))
  for (const [index, degrees] of [-5, 20, 10, 40].entries()) expect(box?.[index]).toBeCloseTo(degrees, 6)
  expect(extentOf(store, bits(2))?.[0]).toBeCloseTo(100, 6)
})

test('features without a place, and none at all, have no box', async () => {
  const { open } = await layers.read(collection(point(10, 20), feature(null, {})))
  expect(extentOf(open.layer.store, bits(1))).toBeNull()
  expect(extentOf(open.layer.store, new Uint8Array(0))).toBeNull()
  expect(extentOf(open.layer.store, bits(1, 5))).toBeNull()
})
