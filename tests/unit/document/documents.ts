/** Map documents to try things on. */
import * as fc from 'fast-check'
import {
  type Annotation,
  type AnnotationGeometry,
  type AnnotationKind,
  annotationKinds,
  credibilities,
  geometriesOfKind,
  hatches,
  reliabilities,
} from '../../../electron/contract/annotation.ts'
import type { Layer, LayerGroup, LayerNode, LayerStyle, MapDocument, SymbolStyle, View } from '../../../electron/contract/document.ts'
import { anyPage } from '../page/pages.ts'

export const symbol: SymbolStyle = {
  color: '#336699',
  fillOpacity: 0.5,
  outlineColor: '#ffffff',
  outlineWidthMm: 0.3,
  lineWidthMm: 0.5,
  dash: 'solid',
  point: 'circle',
  sizeMm: 3,
}

export const layer = (id: string, changes: Partial<Layer> = {}): Layer => ({
  type: 'layer',
  id,
  name: `Layer ${id}`,
  path: `/maps/${id}.geojson`,
  hash: null,
  visible: true,
  opacity: 1,
  filter: '',
  style: { kind: 'single', symbol, label: null },
  ...changes,
})

export const group = (id: string, layers: Layer[], changes: Partial<LayerGroup> = {}): LayerGroup => ({
  type: 'group',
  id,
  name: `Group ${id}`,
  visible: true,
  expanded: true,
  layers,
  ...changes,
})

export const documentOf = (...layers: LayerNode[]): MapDocument => ({
  schema: 1,
  title: 'Bases',
  subtitle: '',
  asOf: null,
  update: 1,
  view: { center: [43.8, 33.2], zoom: 6, rotationDeg: 0 },
  basemap: { style: 'light', labels: 'english' },
  layers,
  annotations: [],
  pages: [],
  bookmarks: [],
})

export const annotation = (id: string, label: string): Annotation => ({
  type: 'Feature',
  id,
  geometry: { type: 'Point', coordinates: [44.36, 33.31] },
  properties: {
    kind: 'point',
    label,
    note: '',
    status: 'held',
    source: { title: '', publisher: '', date: null, url: '' },
    reported: null,
    validFrom: null,
    validTo: null,
    reliability: null,
    credibility: null,
    style: {
      color: '#336699',
      fill: 'none',
      fillOpacity: 0.5,
      lineWidthMm: 0.5,
      dash: 'solid',
      sizeMm: 3,
      textSizePt: 9,
      textColor: '#000000',
      haloColor: null,
      boxColor: null,
      rotationDeg: 0,
      headMm: 3,
    },
    symbol: null,
    labelOffsetMm: null,
    boxWidthMm: null,
    radiiM: [],
    curved: false,
    tapered: false,
    image: null,
    locked: false,
    visible: true,
    created: '2020-09-23T10:00:00Z',
    modified: '2020-09-23T10:00:00Z',
  },
})

/** The layer list as a picture: `a (g: b c) d`. */
export function outline(document: MapDocument): string {
  return document.layers
    .map((node) => (node.type === 'layer' ? node.id : `(${[`${node.id}:`, ...node.layers.map(({ id }) => id)].join(' ')})`))
    .join(' ')
}

const color = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`)
// JSON writes -0 as 0.
const number = (min: number, max: number) => fc.double({ min, max, noNaN: true }).map((value) => value + 0)
const text = (maxLength: number) => fc.oneof(fc.string({ maxLength }), fc.string({ unit: 'binary', maxLength }))

const dash = fc.constantFrom('solid', 'dashed', 'dotted')
const anySymbol: fc.Arbitrary<SymbolStyle> = fc.record(
  {
    color,
    fillOpacity: number(0, 1),
    outlineColor: color,
    outlineWidthMm: number(0, 10),
    lineWidthMm: number(0.05, 20),
    dash,
    point: fc.constantFrom('circle', 'square', 'triangle', 'diamond', 'star', 'cross', 'ring', 'airfield'),
    sizeMm: number(0.5, 50),
    fill: fc.constantFrom(...hatches),
    outlineDash: dash,
    icon: fc.option(fc.record({ set: fc.constantFrom('maki', 'temaki'), name: fc.constantFrom('airport', 'no such icon') })),
    haloColor: fc.option(color),
    haloWidthMm: number(0.05, 5),
  },
  { requiredKeys: ['color', 'fillOpacity', 'outlineColor', 'outlineWidthMm', 'lineWidthMm', 'dash', 'point', 'sizeMm'] },
)

const scale = fc.option(number(1, 1e10))
const anyLabel = fc.option(
  fc.record(
    {
      field: text(20),
      template: fc.option(text(30)),
      sizePt: number(4, 72),
      color,
      haloColor: fc.option(color),
      bold: fc.boolean(),
      wrapMm: fc.option(number(5, 500)),
      minScale: scale,
      maxScale: scale,
    },
    { requiredKeys: ['field', 'sizePt', 'color', 'haloColor'] },
  ),
)
const millimetres = number(0, 100)
const shared = {
  label: anyLabel,
  size: fc.option(
    fc.record({
      field: text(20),
      from: number(-1e9, 1e9),
      to: number(-1e9, 1e9),
      by: fc.constantFrom('area', 'width'),
      minMm: millimetres,
      maxMm: millimetres,
      minLineMm: millimetres,
      maxLineMm: millimetres,
    }),
  ),
  minScale: scale,
  maxScale: scale,
}
const bounds = fc
  .uniqueArray(number(-1e9, 1e9), { maxLength: 5 })
  .map((list) => list.toSorted((a, b) => a - b))
  .map((list) => list.slice(1).map((upper, at) => ({ lower: list[at]!, upper })))

export const anyStyle: fc.Arbitrary<LayerStyle> = fc.oneof(
  fc.record({ kind: fc.constant('single' as const), symbol: anySymbol, ...shared }, { requiredKeys: ['kind', 'symbol', 'label'] }),
  fc.record({
    kind: fc.constant('category' as const),
    field: text(20),
    categories: fc.array(
      fc.record({ value: fc.oneof(text(20), number(-1e9, 1e9), fc.boolean(), fc.constant(null)), label: text(20), symbol: anySymbol }),
      { maxLength: 3 },
    ),
    other: anySymbol,
    ...shared,
  }),
  fc.record({
    kind: fc.constant('graduated' as const),
    field: text(20),
    method: fc.constantFrom('quantile', 'equal', 'natural', 'pretty', 'manual'),
    classes: fc.tuple(bounds, text(20), anySymbol).map(([list, label, symbol]) => list.map((one) => ({ ...one, label, symbol }))),
    ramp: fc.option(text(20)),
    reversed: fc.boolean(),
    other: anySymbol,
    ...shared,
  }),
)

const fileName = text(12).map((name) => name.replaceAll(/[/\0]/g, '_').replace(/^\.{0,2}$/, 'layer'))
const folder = fc.array(fc.constantFrom('maps', 'Basra', 'خرائط', 'a b'), { maxLength: 3 })

const anyLayer = (id: string): fc.Arbitrary<Layer> =>
  fc.record({
    type: fc.constant('layer' as const),
    id: fc.constant(id),
    name: text(30),
    path: fc.tuple(folder, fileName).map(([folders, name]) => `/${[...folders, name].join('/')}`),
    hash: fc.option(fc.string({ maxLength: 40 })),
    visible: fc.boolean(),
    opacity: number(0, 1),
    filter: fc.constantFrom('', "status = 'held'", 'troops > 100'),
    style: anyStyle,
  })

const anyNode = (id: string): fc.Arbitrary<LayerNode> =>
  fc.oneof(
    { weight: 3, arbitrary: anyLayer(id) },
    {
      weight: 1,
      arbitrary: fc.record({
        type: fc.constant('group' as const),
        id: fc.constant(`${id}g`),
        name: text(30),
        visible: fc.boolean(),
        expanded: fc.boolean(),
        layers: fc
          .integer({ min: 0, max: 3 })
          .chain((count) => fc.tuple(...Array.from({ length: count }, (_, i) => anyLayer(`${id}-${i}`)))),
      }),
    },
  )

const partialDate = fc.constantFrom(null, '2020', '2020-09', '2020-09-23')
const instant = fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }).map((date) => date.toISOString())
const lonLat = fc.tuple(number(-180, 180), number(-90, 90))
const ring = fc.array(lonLat, { minLength: 3, maxLength: 5 }).map((open) => [...open, open[0]!])

const anyGeometry = {
  Point: fc.record({ type: fc.constant('Point' as const), coordinates: lonLat }),
  LineString: fc.record({ type: fc.constant('LineString' as const), coordinates: fc.array(lonLat, { minLength: 2, maxLength: 5 }) }),
  Polygon: fc.record({ type: fc.constant('Polygon' as const), coordinates: fc.array(ring, { minLength: 1, maxLength: 2 }) }),
}
const picture = fc.constant({ data: 'data:image/png;base64,iVBORw0KGgo=', widthMm: 30, heightMm: 20 })

const anyAnnotation = (id: string): fc.Arbitrary<Annotation> =>
  fc.constantFrom(...annotationKinds).chain((kind) => annotationOfKind(id, kind))

const annotationOfKind = (id: string, kind: AnnotationKind): fc.Arbitrary<Annotation> =>
  fc.record({
    type: fc.constant('Feature' as const),
    id: fc.constant(id),
    geometry: fc.oneof(...geometriesOfKind[kind].map((type): fc.Arbitrary<AnnotationGeometry> => anyGeometry[type])),
    properties: fc.record({
      kind: fc.constant(kind),
      label: text(30),
      note: text(60),
      status: text(10),
      source: fc.record({ title: text(20), publisher: text(20), date: partialDate, url: text(20) }),
      reported: partialDate,
      validFrom: partialDate,
      validTo: partialDate,
      reliability: fc.option(fc.constantFrom(...reliabilities)),
      credibility: fc.option(fc.constantFrom(...credibilities)),
      style: fc.record({
        color,
        fill: fc.constantFrom(...hatches),
        fillOpacity: number(0, 1),
        lineWidthMm: number(0.05, 20),
        dash: fc.constantFrom('solid', 'dashed', 'dotted'),
        sizeMm: number(0.5, 100),
        textSizePt: number(4, 144),
        textColor: color,
        haloColor: fc.option(color),
        boxColor: fc.option(color),
        rotationDeg: number(-360, 360),
        headMm: number(0.5, 100),
      }),
      symbol: fc.option(
        fc.record({ set: fc.constantFrom('mark', 'maki', 'temaki', 'military'), name: fc.constantFrom('star', 'airfield') }),
      ),
      labelOffsetMm: fc.option(fc.tuple(number(-2000, 2000), number(-2000, 2000))),
      boxWidthMm: fc.option(number(5, 500)),
      radiiM: fc.array(number(1, 1e7), { minLength: kind === 'circle' || kind === 'rings' ? 1 : 0, maxLength: kind === 'circle' ? 1 : 3 }),
      curved: fc.boolean(),
      tapered: fc.boolean(),
      image: kind === 'image' ? picture : fc.option(picture),
      locked: fc.boolean(),
      visible: fc.boolean(),
      created: instant,
      modified: instant,
    }),
  })

export const anyView: fc.Arbitrary<View> = fc.record({
  center: fc.tuple(number(-180, 180), number(-90, 90)),
  zoom: number(0, 28),
  rotationDeg: number(-360, 360),
})

/** Any document that the schema allows, with ids that differ. Paths are absolute and in normal form. */
export const anyDocument: fc.Arbitrary<MapDocument> = fc.record({
  schema: fc.constant(1 as const),
  title: text(40),
  subtitle: text(40),
  asOf: fc.constantFrom(null, '2020', '2020-09', '2020-09-23'),
  update: fc.integer({ min: 1, max: 100_000 }),
  view: anyView,
  bookmarks: fc
    .integer({ min: 0, max: 3 })
    .chain((count) =>
      fc.tuple(...Array.from({ length: count }, (_, i) => fc.record({ id: fc.constant(`v${i}`), name: text(20), view: anyView }))),
    ),
  basemap: fc.record({
    style: fc.constantFrom('light', 'dark', 'print', 'relief', 'none'),
    labels: fc.constantFrom('english', 'local', 'both'),
  }),
  layers: fc.integer({ min: 0, max: 4 }).chain((count) => fc.tuple(...Array.from({ length: count }, (_, i) => anyNode(`n${i}`)))),
  annotations: fc
    .integer({ min: 0, max: 3 })
    .chain((count) => fc.tuple(...Array.from({ length: count }, (_, i) => anyAnnotation(`a${i}`)))),
  pages: fc.integer({ min: 0, max: 2 }).chain((count) => fc.tuple(...Array.from({ length: count }, (_, i) => anyPage(`p${i}`)))),
})
