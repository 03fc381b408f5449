import { describe, expect, test } from 'vitest'
import { recordsOf } from '../../../../electron/engine/answer/records.ts'
import { collection, feature, point, useLayers } from '../layer.ts'

const layers = useLayers()

describe('Records', () => {
  test('keep every digit, every letter and the order of the file', async () => {
    const properties =
      '{"id":9007199254740993,"share":0.10,"exp":1E2,"name":"T\\u0101ji \\"T\\"","ok":false,"none":null,"list":[1, {"a":"}"}]}'
    const { open } = await layers.read(`{"type":"Feature","geometry":{"type":"Point","coordinates":[1,2]},"properties":${properties}}`)
    expect(await recordsOf(open, [0])).toEqual([
      {
        feature: 0,
        geometryType: 'Point',
        attributes: [
          { name: 'id', type: 'number', text: '9007199254740993' },
          { name: 'share', type: 'number', text: '0.10' },
          { name: 'exp', type: 'number', text: '1E2' },
          { name: 'name', type: 'text', text: 'Tāji "T"' },
          { name: 'ok', type: 'boolean', text: 'false' },
          { name: 'none', type: 'null', text: '' },
          { name: 'list', type: 'json', text: '[1, {"a":"}"}]' },
        ],
      },
    ])
  })

  test('come in the order asked for, without those that are unknown or were skipped', async () => {
    const { open } = await layers.read(collection(point(1, 2), '{"type":"Feature","geometry":null,"properties":{"a":1}}', '7', point(3, 4)))
    const records = await recordsOf(open, [3, 2, 99, 1, 1])
    expect(records.map(({ feature: index, geometryType }) => [index, geometryType])).toEqual([
      [3, 'Point'],
      [1, null],
      [1, null],
    ])
  })

  test('take the last of a name that is repeated, and the last properties', async () => {
    const { open } = await layers.read('{"properties":{"a":0},"type":"Feature","geometry":null,"properties":{"a":1,"b":2,"a":3}}')
    expect((await recordsOf(open, [0]))[0]?.attributes.map(({ name, text }) => [name, text])).toEqual([
      ['a', '3'],
      ['b', '2'],
    ])
  })

  test('of a feature without properties, or with properties that are none, have no attributes', async () => {
    const bare = '{"type":"Point","coordinates":[1,2]}'
    const { open } = await layers.read(collection('{"type":"Feature","geometry":null}', feature(null, null), feature(null, 'text'), bare))
    expect((await recordsOf(open, [0, 1, 2, 3])).map(({ attributes }) => attributes)).toEqual([[], [], [], []])
  })
})
