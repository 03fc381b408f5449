import { DOMParser } from '@xmldom/xmldom'
import { describe, expect, it } from 'vitest'
import { Annotation, type AnnotationKind } from '../../../../electron/contract/annotation.ts'
import { RefusalError } from '../../../../electron/contract/refusal.ts'
import { newAnnotation } from '../../../../renderer/document/annotations/new.ts'
import { pastedAnnotations } from '../../../../renderer/document/exchange/clipboard.ts'
import { writeCsv } from '../../../../renderer/document/exchange/csv.ts'
import { readGeoJson, writeGeoJson } from '../../../../renderer/document/exchange/geojson.ts'
import { readKml } from '../../../../renderer/document/exchange/kmlRead.ts'
import { writeKml } from '../../../../renderer/document/exchange/kmlWrite.ts'
import { plainText } from '../../../../renderer/document/exchange/plainText.ts'
import { promote } from '../../../../renderer/document/exchange/promote.ts'
import type { XmlParser } from '../../../../renderer/document/exchange/xml.ts'

const parser = new DOMParser({ onError: () => {} }) as unknown as XmlParser
const now = '2026-01-01T00:00:00.000Z'
const options = { file: 'x.geojson', now }
const point = (lon: number, lat: number) => ({ type: 'Point' as const, coordinates: [lon, lat] as [number, number] })
const feature = (geometry: unknown, properties: Record<string, unknown> = {}, id?: string) => ({
  type: 'Feature',
  geometry,
  properties,
  ...(id === undefined ? {} : { id }),
})
const collection = (...features: unknown[]): string => JSON.stringify({ type: 'FeatureCollection', features })
const read = (...features: unknown[]) => readGeoJson(collection(...features), options)
const only = (...features: unknown[]): Annotation => {
  const { annotations } = read(...features)
  expect(annotations).toHaveLength(1)
  expect(Annotation.safeParse(annotations[0]).error).toBeUndefined()
  return annotations[0]!
}
const refusal = (action: () => unknown): RefusalError['refusal'] => {
  try {
    action()
  } catch (error) {
    if (error instanceof RefusalError) return error.refusal
    throw error
  }
  throw new Error('was not refused')
}

describe('GeoJSON of other programs', () => {
  it('becomes points, lines and polygons with a label', () => {
    const kinds = read(
      feature(point(44, 33), { NAME: 'Taji' }),
      feature(
        {
          type: 'LineString',
          coordinates: [
            [44, 33],
            [45, 34],
          ],
        },
        { road_name: 'Route Irish' },
      ),
      feature(
        {
          type: 'Polygon',
          coordinates: [
            [
              [44, 33],
              [45, 33],
              [45, 34],
            ],
          ],
        },
        { title: 'Zone', name: 'x' },
      ),
    ).annotations.map(({ properties }): [AnnotationKind, string] => [properties.kind, properties.label])
    expect(kinds).toEqual([
      ['point', 'Taji'],
      ['line', 'Route Irish'],
      ['polygon', 'x'],
    ])
  })

  it('keeps every attribute readable', () => {
    const { properties } = only(
      feature(
        { type: 'Point', coordinates: [44, 33, 52.5] },
        {
          name: 'Taji',
          description: 'North of Baghdad.',
          operator: 'Iraqi Army',
          runways: 2,
          closed: false,
          tags: { icao: 'ORTI' },
          empty: null,
          kind: 'airbase',
          source: 'OurAirports',
          url: 'https://example.org/ORTI',
          date: '2020-09-23T10:00:00Z',
          status: 'transferred',
          credibility: '2',
        },
      ),
    )
    expect(properties.note).toBe(
      'North of Baghdad.\n\noperator: Iraqi Army\nrunways: 2\nclosed: false\ntags: {"icao":"ORTI"}\nkind: airbase\ndate: 2020-09-23T10:00:00Z\nHeight: 52.5 m',
    )
    expect(properties.source).toEqual({ title: 'OurAirports', publisher: '', date: null, url: 'https://example.org/ORTI' })
    expect([properties.reported, properties.status, properties.credibility]).toEqual(['2020-09-23', 'transferred', 2])
  })

  it('has its simplestyle taken over', () => {
    const { style } = only(
      feature(
        {
          type: 'Polygon',
          coordinates: [
            [
              [44, 33],
              [45, 33],
              [45, 34],
              [44, 33],
            ],
          ],
        },
        { fill: '#F00', 'fill-opacity': 0.5, stroke: '#00ff00', 'stroke-width': 4 },
      ),
    ).properties
    expect(style).toMatchObject({ color: '#ff0000', fill: 'solid', fillOpacity: 0.5 })
    expect(style.lineWidthMm).toBeCloseTo(1.0583, 3)
    expect(only(feature(point(1, 2), { 'marker-color': '#123456', 'marker-size': 'large' })).properties.style).toMatchObject({
      color: '#123456',
      sizeMm: 4.8,
    })
  })

  it('is split where it has several parts', () => {
    const { annotations, problems } = read(
      feature(
        {
          type: 'MultiPoint',
          coordinates: [
            [1, 2],
            [3, 4],
          ],
        },
        { name: 'Both' },
        'm',
      ),
      feature({
        type: 'GeometryCollection',
        geometries: [
          point(1, 1),
          {
            type: 'MultiPolygon',
            coordinates: [
              [
                [
                  [0, 0],
                  [1, 0],
                  [1, 1],
                  [0, 0],
                ],
              ],
            ],
          },
        ],
      }),
    )
    expect(annotations.map(({ geometry, properties }) => `${geometry.type} ${properties.label}`)).toEqual([
      'Point Both',
      'Point Both',
      'Point ',
      'Polygon ',
    ])
    expect(annotations[0]!.id).toBe('m')
    expect(new Set(annotations.map(({ id }) => id)).size).toBe(4)
    expect(problems).toEqual([])
  })

  it('has what cannot be placed named, and the rest read', () => {
    const { annotations, problems } = read(
      feature(null, { name: 'Nowhere' }),
      feature(point(44, 133)),
      feature({ type: 'Point', coordinates: ['a', 2] }),
      feature({ type: 'LineString', coordinates: [[1, 2]] }),
      feature({
        type: 'Polygon',
        coordinates: [
          [
            [0, 0],
            [1, 1],
          ],
        ],
      }),
      feature({ type: 'Curve', coordinates: [] }),
      'nonsense',
      feature({ type: 'MultiPoint', coordinates: [[1, 2], [1]] }, { name: 'Half' }),
      feature(point(44, 33), { name: 'Here' }),
    )
    expect(annotations.map(({ properties }) => properties.label)).toEqual(['Half', 'Here'])
    expect(problems.map(({ message }) => message)).toEqual([
      'Feature 1 (“Nowhere”) was left out: it has no place on the map.',
      'Feature 2 was left out: its place is not a longitude and a latitude.',
      'Feature 3 was left out: its place is not a longitude and a latitude.',
      'Feature 4 was left out: a line of it has fewer than two places.',
      'Feature 5 was left out: a ring of it has fewer than three places.',
      'Feature 6 was left out: its geometry “Curve” is not known.',
      'Feature 7 was left out: it has no place on the map.',
      'Feature 8 (“Half”) was partly left out: its place is not a longitude and a latitude.',
    ])
    expect(problems.map(({ feature: index, outcome }) => `${outcome} ${index}`).slice(-2)).toEqual(['skipped 6', 'repaired 7'])
  })

  it('that another program wrote back with nested values as text is known again', () => {
    const circle = newAnnotation(
      'circle',
      point(44, 33),
      { label: 'Reach', radiiM: [5000], source: { title: 'T', publisher: 'P', date: null, url: '' } },
      now,
      'c1',
    )
    const flat = Object.fromEntries(
      Object.entries(circle.properties).map(([name, value]) => [
        name,
        typeof value === 'object' && value !== null ? JSON.stringify(value) : value,
      ]),
    )
    expect(only(feature(circle.geometry, { ...flat, fid: 7 }, 'c1'))).toEqual({
      ...circle,
      properties: { ...circle.properties, note: 'fid: 7' },
    })
  })

  it('cannot make a circle without a radius, nor a point of a line', () => {
    expect(only(feature(point(1, 2), { kind: 'circle' })).properties.kind).toBe('point')
    expect(
      only(
        feature(
          {
            type: 'LineString',
            coordinates: [
              [1, 2],
              [3, 4],
            ],
          },
          { kind: 'polygon' },
        ),
      ).properties.kind,
    ).toBe('line')
    expect(only(feature(point(1, 2), { kind: 'image' })).properties.kind).toBe('point')
  })

  it('gets new ids where the document has them already', () => {
    const text = writeGeoJson([newAnnotation('point', point(1, 2), {}, now, 'a'), newAnnotation('point', point(1, 2), {}, now, 'b')])
    const ids = readGeoJson(text, { ...options, taken: new Set(['a']), newId: () => 'fresh' }).annotations.map(({ id }) => id)
    expect(ids).toEqual(['fresh', 'b'])
  })

  it('says so when a text is too long', () => {
    const { annotations, problems } = read(feature(point(1, 2), { name: 'L'.repeat(10_001), remarks: 'n'.repeat(100_001) }))
    expect(Annotation.safeParse(annotations[0]).error).toBeUndefined()
    expect(problems).toEqual([
      expect.objectContaining({ outcome: 'repaired', message: expect.stringMatching(/more text than an annotation takes/) }),
    ])
  })

  it('pollutes no prototype', () => {
    const text = `{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Point","coordinates":[1,2]},"properties":{"__proto__":{"polluted":1},"constructor":"x","name":"N"}}]}`
    const { annotations } = readGeoJson(text, options)
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
    expect(annotations[0]!.properties.note).toBe('__proto__: {"polluted":1}\nconstructor: x')
  })

  it('may be a single feature or a bare geometry', () => {
    expect(readGeoJson(JSON.stringify(feature(point(1, 2))), options).annotations).toHaveLength(1)
    expect(readGeoJson(JSON.stringify(point(1, 2)), options).annotations).toHaveLength(1)
  })

  it('over the antimeridian is written in one piece and comes back', () => {
    const line = newAnnotation(
      'line',
      {
        type: 'LineString',
        coordinates: [
          [179.5, 1],
          [-179.25, 2],
        ],
      },
      {},
      now,
      'l',
    )
    expect(writeGeoJson([line])).toContain('[[179.5,1],[180.75,2]]')
    expect(readGeoJson(writeGeoJson([line]), options).annotations).toEqual([line])
  })
})

describe('GeoJSON that is refused', () => {
  it('says where it breaks off', () => {
    const said = refusal(() => readGeoJson('{"type":"FeatureCollection",\n"features":[{]}', options))
    expect(said).toMatchObject({ file: 'x.geojson', line: 2 })
    expect(said.message).toMatch(/^x\.geojson is not complete JSON at line 2 \(/)
  })

  it.each([
    ['[]', /no GeoJSON/],
    ['{"type":"Topology"}', /no GeoJSON/],
    ['', /not complete JSON/],
    ['{"type":"FeatureCollection","features":[],"crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::32638"}}}', /EPSG::32638/],
  ])('%s', (text, message) => expect(refusal(() => readGeoJson(text, options)).message).toMatch(message))

  it('takes WGS84 by its old names', () => {
    for (const name of ['urn:ogc:def:crs:OGC:1.3:CRS84', 'EPSG:4326', 'urn:ogc:def:crs:EPSG::4326']) {
      expect(
        readGeoJson(JSON.stringify({ type: 'FeatureCollection', features: [], crs: { type: 'name', properties: { name } } }), options)
          .annotations,
      ).toEqual([])
    }
  })

  it('is too much for annotations', () => {
    const text = JSON.stringify({ type: 'FeatureCollection', features: Array.from({ length: 50_001 }, () => 0) })
    expect(refusal(() => readGeoJson(text, options)).message).toContain('50,001 features')
  })
})

describe('the clipboard', () => {
  it('leaves other text alone', () => {
    expect(pastedAnnotations('33.5, 44.2')).toBeNull()
    expect(pastedAnnotations('{"a":1}')).toBeNull()
    expect(refusal(() => pastedAnnotations('{"type":"FeatureCollection","features":[')).file).toBe('The clipboard')
  })
})

const kml = (body: string): string => `<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>${body}</Document></kml>`
const readBody = (body: string) => readKml(kml(body), { file: 'x.kml', now }, parser)

describe('KML of other programs', () => {
  it('keeps name, text, times, colours and sizes', () => {
    const { annotations, problems } = readBody(`
      <Style id="s"><IconStyle><color>ff0000ff</color><scale>1.5</scale><Icon><href>http://example.org/i.png</href></Icon></IconStyle></Style>
      <Placemark id="p1"><name>A &amp; B</name><visibility>0</visibility><description><![CDATA[<p>One<br/>two &lt; three</p><a href="http://example.org/">more</a><script>alert(1)</script>]]></description>
        <TimeSpan><begin>2020-03</begin><end>2020-09-23T00:00:00Z</end></TimeSpan><styleUrl>#s</styleUrl>
        <ExtendedData><Data name="troops"><value>5200</value></Data></ExtendedData>
        <Point><coordinates>44.25,33.5,0</coordinates></Point></Placemark>
      <Placemark><name>Area</name><Style><LineStyle><color>ff00ff00</color><width>2</width></LineStyle><PolyStyle><color>80ff0000</color></PolyStyle></Style>
        <Polygon><outerBoundaryIs><LinearRing><coordinates>44,33 45,33 45,34 44,33</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark>
      <Placemark><name>Line</name><Style><LineStyle><color>ff112233</color><width>2</width></LineStyle></Style><LineString><coordinates>44,33 45,34</coordinates></LineString></Placemark>`)
    expect(problems).toEqual([])
    const [place, area, line] = annotations
    expect(place).toMatchObject({ id: 'p1', geometry: point(44.25, 33.5) })
    expect(place!.properties).toMatchObject({ kind: 'point', label: 'A & B', visible: false, validFrom: '2020-03', validTo: '2020-09-23' })
    expect(place!.properties.note).toBe('One\ntwo < three\nmore (http://example.org/)\n\ntroops: 5200')
    expect(place!.properties.style.color).toBe('#ff0000')
    expect(place!.properties.style.sizeMm).toBeCloseTo(12.7, 6)
    expect(area!.properties.style).toMatchObject({ color: '#0000ff', fill: 'solid' })
    expect(area!.properties.style.fillOpacity).toBeCloseTo(128 / 255, 6)
    expect(line!.properties.style.color).toBe('#332211')
    expect(line!.properties.style.lineWidthMm).toBeCloseTo(0.529, 3)
    for (const annotation of annotations) expect(Annotation.safeParse(annotation).error).toBeUndefined()
  })

  it('says what has no place', () => {
    expect(readBody('<Placemark><name>N</name></Placemark>').problems[0]!.message).toBe(
      'Feature 1 (“N”) was left out: it has no place on the map.',
    )
  })
})

describe('KML of Cartouche', () => {
  const circle = newAnnotation('circle', point(44, 33), { label: 'Reach', radiiM: [50_000] }, now, 'c')
  const text = writeKml([circle], 'Title')
  const later = '2027-01-01T00:00:00.000Z'
  const again = (changed: string): Annotation => readKml(changed, { file: 'x.kml', now: later }, parser).annotations[0]!

  it('shows a circle as a polygon, and has it back as a circle', () => {
    expect(text).toContain('<Polygon>')
    expect(text).not.toMatch(/https?:(?!\/\/www\.opengis\.net)/)
    expect(again(text)).toEqual(circle)
  })

  it('takes over what another program changed', () => {
    const renamed = again(text.replace('<name>Reach</name>', '<name>Radius</name>').replaceAll('ff884400', 'ff0000ff'))
    expect(renamed).toMatchObject({ id: 'c', geometry: circle.geometry })
    expect(renamed.properties).toMatchObject({ kind: 'circle', label: 'Radius', radiiM: [50_000], modified: later })
    const repainted = again(text.replaceAll(/<color>..884400/g, '<color>ff0000ff'))
    expect(repainted.properties.style.color).toBe('#ff0000')
  })

  it('is a polygon when its outline was redrawn', () => {
    const moved = again(text.replace(/<coordinates>[^<]*<\/coordinates>/, '<coordinates>44,33 45,33 45,34 44,33</coordinates>'))
    expect(moved.properties).toMatchObject({ kind: 'polygon', label: 'Reach' })
  })

  it('keeps a symbol when it was moved', () => {
    const mark = newAnnotation(
      'symbol',
      point(44, 33),
      { label: 'HQ', symbol: { set: 'military', name: '10031000001211000000' } },
      now,
      's',
    )
    const moved = again(writeKml([mark], 'T').replace(/<coordinates>[^<]*/, '<coordinates>45,34'))
    expect(moved).toEqual({ ...mark, geometry: point(45, 34), properties: { ...mark.properties, modified: later } })
  })
})

describe('hostile XML', () => {
  it.each([
    ['billion laughs', '<?xml version="1.0"?>\n<!DOCTYPE kml [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>\n<kml><name>&b;</name></kml>', 2],
    ['an outside file', '<!DOCTYPE kml [<!ENTITY x SYSTEM "file:///etc/passwd">]><kml>&x;</kml>', 1],
    ['in any case', '<!doctype kml><kml/>', 1],
  ])('is refused before it is parsed: %s', (_name, text, line) => {
    const unused: XmlParser = {
      parseFromString: () => {
        throw new Error('was parsed')
      },
    }
    expect(refusal(() => readKml(text, { file: 'x.kml' }, unused))).toMatchObject({ file: 'x.kml', line })
  })

  it('that is not well-formed is refused with its place', () => {
    const said = refusal(() => readKml('<kml>\n<Document>\n</kml>', { file: 'x.kml' }, parser))
    expect(said.message).toMatch(/^x\.kml is not well-formed XML at line \d/)
    expect(said.line).toBeGreaterThan(1)
    expect(refusal(() => readKml('', { file: 'x.kml' }, parser)).message).toMatch(/not well-formed/)
  })

  it('that is something else is refused', () => {
    expect(refusal(() => readKml('<gpx/>', { file: 'x.kml' }, parser)).message).toBe('x.kml is XML, but no KML: it begins with <gpx>.')
  })

  it('knows how the window reports a fault', () => {
    const fault =
      '<parsererror xmlns="http://www.w3.org/1999/xhtml"><h3>This page contains the following errors:</h3><div>error on line 3 at column 8: Opening and ending tag mismatch: a line 2 and kml\n</div><h3>Below is a rendering of the page up to the first error.</h3></parsererror>'
    const window: XmlParser = { parseFromString: () => parser.parseFromString(`<kml>${fault}</kml>`, 'application/xml') }
    expect(refusal(() => readKml('<kml>', { file: 'x.kml' }, window))).toMatchObject({
      line: 3,
      column: 8,
      message: 'x.kml is not well-formed XML at line 3 (Opening and ending tag mismatch: a line 2 and kml).',
    })
  })

  it('goes deep without harm', () => {
    const deep = `${'<Folder>'.repeat(20_000)}${'</Folder>'.repeat(20_000)}`
    expect(() => readBody(deep)).not.toThrow(RangeError)
  })
})

it('text of a balloon is plain', () => {
  expect(plainText('<table><tr><td>A</td><td>B</td></tr></table>&#1602;&nbsp;&bogus;<img src="http://x/y.png">')).toBe(
    'A B\nق\u00a0&bogus;(http://x/y.png)',
  )
})

describe('a feature made into annotations', () => {
  const attribute = (name: string, text: string, type: 'text' | 'number' | 'null' = 'text') => ({ name, type, text })

  it('takes its label from a name, its source from the attributes or the layer, and every digit', () => {
    const record = {
      feature: 4,
      geometryType: 'Point' as const,
      attributes: [attribute('ident', '12345678901234567890', 'number'), attribute('name', 'Al Asad'), attribute('gone', '', 'null')],
    }
    const { annotations, problems } = promote(point(42.4, 33.8), record, 'Airfields', { now, newId: () => 'n1' })
    expect(problems).toEqual([])
    expect(annotations).toHaveLength(1)
    expect(annotations[0]).toMatchObject({ id: 'n1', geometry: point(42.4, 33.8) })
    expect(annotations[0]!.properties).toMatchObject({
      label: 'Al Asad',
      note: 'ident: 12345678901234567890',
      source: { title: 'Airfields' },
    })
    expect(Annotation.safeParse(annotations[0]).error).toBeUndefined()
    const cited = promote(
      point(42.4, 33.8),
      { ...record, attributes: [attribute('source', 'OurAirports'), attribute('source_url', 'https://example.org')] },
      'Airfields',
      { now },
    )
    expect(cited.annotations[0]!.properties.source).toEqual({ title: 'OurAirports', publisher: '', date: null, url: 'https://example.org' })
  })

  it('of several parts is several', () => {
    const record = { feature: 0, geometryType: 'MultiLineString' as const, attributes: [attribute('name', 'Tigris')] }
    const { annotations } = promote(
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
      record,
      'Rivers',
      { now },
    )
    expect(annotations.map(({ properties }) => `${properties.kind} ${properties.label}`)).toEqual(['line Tigris', 'line Tigris'])
    expect(new Set(annotations.map(({ id }) => id)).size).toBe(2)
  })
})

describe('CSV', () => {
  it('has a row for each, quoted where it must be, and no formulas', () => {
    const [header, ...rows] = writeCsv([
      newAnnotation(
        'point',
        point(-73.9, 40.7),
        {
          label: '=HYPERLINK("http://x")',
          note: 'two\nlines',
          status: '-held',
          source: { title: '@x', publisher: '+1', date: '2020-09', url: 'https://x' },
        },
        now,
        'a',
      ),
      newAnnotation('circle', point(44, 33), { label: 'قاعدة', radiiM: [5000] }, now, 'b'),
    ]).split('\r\n')
    expect(header!.startsWith('\uFEFFlabel,kind,status,note,')).toBe(true)
    expect(rows).toEqual([
      `"'=HYPERLINK(""http://x"")",point,'-held,"two\nlines",,,,,,'@x,'+1,2020-09,https://x,-73.9,40.7,,,,,${now},${now},a`,
      `قاعدة,circle,,,,,,,,,,,,44,33,,,5000,5000,${now},${now},b`,
      '',
    ])
  })

  it('has geodesic lengths and areas, and the middle of a shape', () => {
    const [, line, area] = writeCsv([
      newAnnotation(
        'line',
        {
          type: 'LineString',
          coordinates: [
            [-73.8, 40.6],
            [-0.5, 51.6],
          ],
        },
        {},
        now,
        'l',
      ),
      newAnnotation(
        'polygon',
        {
          type: 'Polygon',
          coordinates: [
            [
              [179, 0],
              [-179, 0],
              [-179, 2],
              [179, 2],
              [179, 0],
            ],
          ],
        },
        {},
        now,
        'p',
      ),
    ]).split('\r\n')
    expect(line).toContain(',-37.15,46.1,5551759.4,,')
    expect(area).toContain(',180,1,,')
  })
})
