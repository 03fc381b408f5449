import { describe, expect, test } from 'vitest'
import { geometryOfFeature } from '../../../../electron/engine/answer/geometry.ts'
import { collection, point, useLayers } from '../layer.ts'

const layers = useLayers()

describe('The geometry of a feature', () => {
  test('has the coordinates of the file to the last digit', async () => {
    const { open } = await layers.read(collection(point(44.1234567890123, 33.9876543210987)))
    expect(await geometryOfFeature(open, 0)).toEqual({ type: 'Point', coordinates: [44.1234567890123, 33.9876543210987] })
  })

  test('is also told of a geometry without a feature around it', async () => {
    const { open } = await layers.read('{"type":"LineString","coordinates":[[1,2],[3,4]]}')
    expect(await geometryOfFeature(open, 0)).toEqual({
      type: 'LineString',
      coordinates: [
        [1, 2],
        [3, 4],
      ],
    })
  })

  test('is refused in a sentence when there is none', async () => {
    const { open } = await layers.read(collection(point(1, 2), '{"type":"Feature","geometry":null,"properties":{}}'))
    for (const feature of [1, 99])
      await expect(geometryOfFeature(open, feature)).rejects.toMatchObject({
        refusal: { message: 'This feature has no geometry that can be drawn.' },
      })
  })
})
