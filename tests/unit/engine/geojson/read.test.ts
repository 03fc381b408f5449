/** What people's files look like, and that each of them is read. */
import { describe, expect, test } from 'vitest'
import { collection, type Feature, feature, line, point, polygon, useLayers } from '../layer.ts'

const layers = useLayers()
const bases = [point(44.25, 33.52), point(43.09, 33.38)]

async function facts(text: string | Uint8Array): Promise<{ format: string; features: number; boundingBox: unknown; complaints: string[] }> {
  const { format, features, boundingBox, problems } = (await layers.read(text)).summary
  return { format, features, boundingBox, complaints: problems.first.map(({ message }) => message) }
}

const asExpected = { format: 'GeoJSON', features: 2, boundingBox: [43.09, 33.38, 44.25, 33.52], complaints: [] }

describe('Files that hold the same in other ways', () => {
  test.each([
    ['a FeatureCollection', collection(...bases)],
    ['a FeatureCollection over many lines', JSON.stringify(JSON.parse(collection(...bases)), null, 2)],
    ['Windows line ends', JSON.stringify(JSON.parse(collection(...bases)), null, '\t').replaceAll('\n', '\r\n')],
    ['a byte order mark', `\ufeff${collection(...bases)}`],
    ['features before the type', `{"features":[${bases.join(',')}],"type":"FeatureCollection"}`],
    ['a top-level list of features', `[${bases.join(',')}]`],
    [
      'escaped names of members',
      collection(...bases)
        .replaceAll('"type"', '"\\u0074ype"')
        .replaceAll('"coordinates"', '"c\\u006fordinates"'),
    ],
    [
      'foreign members everywhere',
      collection(...bases.map((one) => one.replace('{', '{"x":[{"type":"Feature","coordinates":[[[1,2]]]}],"bbox":[1,2,3,4],'))),
    ],
    [
      'foreign members that look like the real ones',
      `{"coordinates":[1,2],"geometry":{"type":"Point","coordinates":[9,9]},"properties":{"a":1},${collection(...bases).slice(1)}`,
    ],
    ['features twice, the last ones count', `{"features":[${point(9, 9)}],${collection(...bases).slice(1)}`],
    [
      'height and measure',
      collection(
        feature({ type: 'Point', coordinates: [44.25, 33.52, 40] }),
        feature({ type: 'Point', coordinates: [43.09, 33.38, 188, 7] }),
      ),
    ],
    [
      'exponents and many digits',
      collection(...bases)
        .replace('44.25', '4.425e1')
        .replace('33.38', '33.3800000000000000000000000'),
    ],
  ])('%s', async (_, text) => {
    expect(await facts(text)).toEqual(asExpected)
  })

  test.each([
    ['features on lines', `${bases.join('\n')}\n`],
    ['blank lines and Windows line ends', `\r\n${bases.join('\r\n\r\n\r\n')}\r\n`],
    ['a text sequence with record separators', bases.map((one) => `\x1e${one}\n`).join('')],
    ['a text sequence of texts over several lines', bases.map((one) => `\x1e${JSON.stringify(JSON.parse(one), null, 1)}\n`).join('')],
    ['bare geometries on lines', bases.map((one) => JSON.stringify((JSON.parse(one) as { geometry: unknown }).geometry)).join('\n')],
    ['collections on lines', bases.map((one) => collection(one)).join('\n')],
    ['a foreign member on every line', bases.map((one) => one.replace(/\}$/, ',"tippecanoe":{"minzoom":6}}')).join('\n')],
  ])('%s', async (_, text) => {
    expect(await facts(text)).toEqual({
      ...asExpected,
      format: text.startsWith('\x1e') ? 'GeoJSON text sequence' : 'newline-delimited GeoJSON',
    })
  })
})

describe('One thing alone', () => {
  test('a Feature, whatever its id', async () => {
    const { summary, features } = await layers.read(
      '{"type":"Feature","id":{"odd":1},"geometry":{"type":"Point","coordinates":[1,2]},"properties":{"a":1}}',
    )
    expect(summary).toMatchObject({ features: 1, fields: [{ name: 'a', type: 'integer', fillRate: 1 }] })
    expect(await features()).toEqual([{ type: 'Feature', id: 0, geometry: { type: 'Point', coordinates: [1, 2] }, properties: { a: 1 } }])
  })

  test('a geometry', async () => {
    const { summary, features } = await layers.read(
      '{"coordinates":[[1,2],[3,4]],"type":"LineString","properties":{"a":1},"geometry":null}',
    )
    expect(summary).toMatchObject({ features: 1, fields: [], geometries: { LineString: 1 } })
    const [only] = await features()
    expect(only).toMatchObject({
      geometry: {
        type: 'LineString',
        coordinates: [
          [1, 2],
          [3, 4],
        ],
      },
      properties: null,
    })
  })

  test('an empty collection', async () => {
    const { summary } = await layers.read('{"type":"FeatureCollection","features":[]}')
    expect(summary).toMatchObject({ features: 0, boundingBox: null, problems: { count: 0 } })
  })
})

describe('What a file says of its source', () => {
  const credits = async (members: string, feature = '{"type":"Feature","geometry":null,"properties":{"attribution":"not the file"}}') =>
    (await layers.read(`{"type":"FeatureCollection",${members},"features":[${feature}]}`)).summary.credits

  test('is read from the members that programs write it in', async () => {
    expect(await credits('"attribution":"OurAirports\\n(ODbL\\u00a01.0)"')).toEqual(['OurAirports (ODbL 1.0)'])
    expect(await credits('"generator":"overpass-turbo","copyright":"www.openstreetmap.org","timestamp":"x"')).toEqual([
      'www.openstreetmap.org',
    ])
    expect(await credits('"credit":"A","credits":"B","attribution":"A"')).toEqual(['A', 'B'])
  })

  test('is not what a feature says, nor what is no text, nor a book', async () => {
    expect(await credits('"name":"Bases"')).toEqual([])
    expect(await credits('"attribution":{"by":"A"},"credit":null,"copyright":" "')).toEqual([])
    expect(await credits(`"attribution":"${'x'.repeat(4_001)}"`)).toEqual([])
    expect((await layers.read('{"type":"Feature","geometry":null,"properties":{},"attribution":"A"}')).summary.credits).toEqual(['A'])
  })
})

describe('Geometries', () => {
  test('of all types in one file are counted', async () => {
    const ring = [
      [0, 0],
      [4, 0],
      [4, 4],
      [0, 0],
    ]
    const geometries = [
      { type: 'Point', coordinates: [1, 2] },
      {
        type: 'MultiPoint',
        coordinates: [
          [1, 2],
          [3, 4],
        ],
      },
      {
        type: 'LineString',
        coordinates: [
          [1, 2],
          [3, 4],
        ],
      },
      {
        type: 'MultiLineString',
        coordinates: [
          [
            [1, 2],
            [3, 4],
          ],
          [
            [5, 6],
            [7, 8],
          ],
        ],
      },
      {
        type: 'Polygon',
        coordinates: [
          ring,
          [
            [1, 0.5],
            [2, 0.5],
            [2, 1],
            [1, 0.5],
          ],
        ],
      },
      { type: 'MultiPolygon', coordinates: [[ring], [ring.map(([x, y]) => [(x as number) + 10, y])]] },
    ]
    const all = [...geometries, { type: 'GeometryCollection', geometries: [{ type: 'GeometryCollection', geometries }, geometries[0]] }]
    const { summary, open, features } = await layers.read(collection(...all.map((geometry) => feature(geometry))))
    expect(summary.geometries).toEqual({
      Point: 1,
      MultiPoint: 1,
      LineString: 1,
      MultiLineString: 1,
      Polygon: 1,
      MultiPolygon: 1,
      GeometryCollection: 1,
    })
    expect((await features()).map(({ geometry }) => geometry)).toEqual(all)
    const { store } = open.layer
    // Points, lines, outer rings and holes, in the order of the file.
    expect([...store.partKinds]).toEqual([0, 0, 1, 1, 1, 2, 3, 2, 2, 0, 0, 1, 1, 1, 2, 3, 2, 2, 0])
    expect(store.vertexCount).toBe([...store.partEnds].at(-1))
  })

  test('without positions are features without geometry', async () => {
    const empties = [
      'null',
      '{"type":"Point","coordinates":[]}',
      '{"type":"MultiPoint","coordinates":[]}',
      '{"type":"Polygon","coordinates":[[]]}',
      '{"type":"MultiPolygon","coordinates":[[[]],[]]}',
      '{"type":"GeometryCollection","geometries":[]}',
      '{"type":"GeometryCollection","geometries":[null]}',
    ]
    const text = collection(
      ...empties.map((geometry) => `{"type":"Feature","properties":{"n":1},"geometry":${geometry}}`),
      '{"type":"Feature","properties":{"n":1}}',
    )
    const { summary } = await layers.read(text)
    expect(summary).toMatchObject({ features: 0, withoutGeometry: 8, boundingBox: null, fields: [{ fillRate: 1 }], problems: { count: 0 } })
  })

  test('with the winding of either hand are the same', async () => {
    const ring = [
      [0, 0],
      [4, 0],
      [4, 4],
      [0, 0],
    ]
    const { summary, features } = await layers.read(collection(polygon(ring), polygon(ring.toReversed())))
    expect(summary.problems.count).toBe(0)
    expect((await features()).map(({ geometry }) => geometry?.coordinates)).toEqual([[ring], [ring.toReversed()]])
  })

  test('that are repaired are given to the window repaired', async () => {
    const { features } = await layers.read(
      collection(
        polygon(
          [
            [0, 0],
            [4, 0],
            [4, 4],
          ],
          [
            [1, 1],
            [2, 2],
          ],
        ),
        feature({
          type: 'MultiLineString',
          coordinates: [
            [[1, 2]],
            [
              [3, 4],
              [5, 6],
            ],
          ],
        }),
      ),
    )
    expect((await features()).map(({ geometry }) => geometry?.coordinates)).toEqual([
      [
        [
          [0, 0],
          [4, 0],
          [4, 4],
          [0, 0],
        ],
      ],
      [
        [
          [3, 4],
          [5, 6],
        ],
      ],
    ])
  })

  test('are found whatever the order of members, and the last of two counts', async () => {
    const text =
      '{"geometry":{"type":"Point","coordinates":[9,9]},"geometry":{"coordinates":[8,8],"coordinates":[1,2],"type":"Point"},"properties":{"a":0},"properties":{"a":1},"type":"Feature"}'
    const [only] = await (await layers.read(text)).features()
    expect(only).toMatchObject({ geometry: JSON.parse('{"coordinates":[1,2],"type":"Point"}'), properties: { a: 1 } })
  })
})

describe('The antimeridian', () => {
  test('a line that crosses it is cut, and its box goes the short way', async () => {
    const { summary, features } = await layers.read(collection(line([170, 0], [-170, 10])))
    expect(summary.boundingBox).toEqual([170, 0, -170, 10])
    expect((await features())[0]?.geometry).toEqual({
      type: 'MultiLineString',
      coordinates: [
        [
          [170, 0],
          [180, 5],
        ],
        [
          [-180, 5],
          [-170, 10],
        ],
      ],
    })
  })

  test('a polygon that was cut there by its author gets a box across it', async () => {
    const east = [
      [
        [178, -20],
        [180, -20],
        [180, -15],
        [178, -15],
        [178, -20],
      ],
    ]
    const west = [
      [
        [-180, -20],
        [-178, -20],
        [-178, -15],
        [-180, -15],
        [-180, -20],
      ],
    ]
    const { summary, features } = await layers.read(collection(feature({ type: 'MultiPolygon', coordinates: [east, west] })))
    expect(summary.boundingBox).toEqual([178, -20, -178, -15])
    expect((await features())[0]?.geometry?.coordinates).toEqual([east, west])
  })

  test('longitudes up to 360° are taken around the world', async () => {
    const { summary, features } = await layers.read(collection(point(190, 10), line([170, 0], [185, 0], [200, 0])))
    expect(summary.boundingBox).toEqual([170, 0, -160, 10])
    expect((await features()).map(({ geometry }) => geometry?.coordinates)).toEqual([
      [-170, 10],
      [
        [
          [170, 0],
          [180, 0],
        ],
        [
          [-180, 0],
          [-175, 0],
          [-160, 0],
        ],
      ],
    ])
  })

  test('points on both sides of it are no reason to take their box around the back', async () => {
    expect((await layers.read(collection(point(175, 0), point(-175, 0)))).summary.boundingBox).toEqual([-175, 0, 175, 0])
  })
})

/** Of a layer whose first feature is a point. */
async function firstPosition(features: () => Promise<Feature[]>): Promise<[number, number]> {
  const [first] = await features()
  return (first?.geometry ?? { coordinates: [] }).coordinates as [number, number]
}

describe('Coordinate reference systems', () => {
  const declare = (crs: unknown, features: string, after = false): string => {
    const member = `"crs":${JSON.stringify(crs)}`
    return `{"type":"FeatureCollection",${after ? `"features":[${features}],${member}` : `${member},"features":[${features}]`}}`
  }
  const named = (name: string): unknown => ({ type: 'name', properties: { name } })
  /** In Baghdad, in UTM zone 38N. */
  const baghdad = point(442_385.6, 3_685_652.2)

  test.each([
    ['before the features', false],
    ['after the features', true],
  ])('are used when they stand %s', async (_, after) => {
    const { summary, features } = await layers.read(declare(named('urn:ogc:def:crs:EPSG::32638'), baghdad, after))
    expect(summary.crs).toEqual({ code: 'EPSG:32638', name: 'WGS 84 / UTM zone 38N', declared: true })
    const [lon, lat] = await firstPosition(features)
    expect(lon).toBeCloseTo(44.3811, 3)
    expect(lat).toBeCloseTo(33.3084, 3)
    expect(summary.boundingBox).toEqual([lon, lat, lon, lat])
  })

  test('Web Mercator', async () => {
    const { features } = await layers.read(declare(named('EPSG:3857'), point(20_037_508.342789244 / 2, 5_621_521.486192066)))
    const [lon, lat] = await firstPosition(features)
    expect(lon).toBeCloseTo(90, 9)
    expect(lat).toBeCloseTo(45, 9)
  })

  test.each([
    ['CRS84', named('urn:ogc:def:crs:OGC:1.3:CRS84'), 'OGC:CRS84'],
    ['EPSG:4326, whose numbers are in the order of GeoJSON all the same', named('urn:ogc:def:crs:EPSG::4326'), 'EPSG:4326'],
    ['a plain text', 'EPSG:4326', 'EPSG:4326'],
    ['the code of a very old draft', { type: 'EPSG', properties: { code: 4326 } }, 'EPSG:4326'],
  ])('%s means degrees', async (_, crs, code) => {
    const { summary } = await layers.read(declare(crs, point(44, 33)))
    expect(summary.crs).toMatchObject({ code, declared: true })
    expect(summary.boundingBox).toEqual([44, 33, 44, 33])
  })

  test('null, and nothing at all, mean WGS 84 without a word', async () => {
    expect((await layers.read(declare(null, point(44, 33)))).summary.crs).toEqual({ code: 'EPSG:4326', name: 'WGS 84', declared: false })
  })
})

test('Coordinates keep their digits on the way to the window', async () => {
  const digits = '[44.123456789012345,33.000000000000001]'
  const { open } = await layers.read(`{"type":"Feature","properties":null,"geometry":{"type":"Point","coordinates":${digits}}}`)
  const { featuresOf } = await import('../../../../electron/engine/answer/features.ts')
  expect(new TextDecoder().decode(await featuresOf(open, new AbortController().signal))).toContain(digits)
})

test('The content key tells contents apart, and nothing else', async () => {
  const first = (await layers.read(collection(...bases), 'a.geojson')).summary.contentKey
  expect((await layers.read(collection(...bases), 'b.geojson')).summary.contentKey).toBe(first)
  expect((await layers.read(`${collection(...bases)} `, 'c.geojson')).summary.contentKey).not.toBe(first)
})

test('An unchanged file is not read again', async () => {
  const { summary, open } = await layers.read(collection(...bases))
  const again = await layers.sources.read(summary.id, open.path, {
    signal: new AbortController().signal,
    onProgress: () => expect.unreachable(),
  })
  expect(again).toBe(summary)
})
