/** Random pages, as wild as the schema allows. */
import * as fc from 'fast-check'
import { fits, type Page, type PageElement, scaleUnits, textAligns } from '../../../electron/contract/page.ts'

const color = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`)
// JSON writes -0 as 0.
const number = (min: number, max: number) => fc.double({ min, max, noNaN: true }).map((value) => value + 0)
const text = (maxLength: number) =>
  fc.oneof(fc.string({ maxLength }), fc.string({ unit: 'binary', maxLength }), fc.constant('قاعدة القيارة K1'))
const frame = fc.constantFrom(null, 'e0', 'gone')
const fit = fc.constantFrom(...fits)

const size = fc.oneof(
  fc.record({ unit: fc.constant('mm' as const), width: number(20, 5000), height: number(20, 5000) }),
  fc.record({
    unit: fc.constant('px' as const),
    width: fc.integer({ min: 64, max: 65_535 }),
    height: fc.integer({ min: 64, max: 65_535 }),
    dpi: number(10, 2400),
  }),
)
const style = fc.record({
  sizePt: number(2, 1000),
  bold: fc.boolean(),
  italic: fc.boolean(),
  color,
  align: fc.constantFrom(...textAligns),
})
const base = (id: string) => ({
  id: fc.constant(id),
  name: text(20),
  box: fc.record({ x: number(-5000, 10_000), y: number(-5000, 10_000), width: number(0.1, 10_000), height: number(0.1, 10_000) }),
  panel: fc.record({
    fill: fc.option(color),
    fillOpacity: number(0, 1),
    stroke: fc.option(color),
    strokeWidthMm: number(0, 20),
    paddingMm: number(0, 200),
  }),
  locked: fc.boolean(),
  visible: fc.boolean(),
})
const view = fc.oneof(
  fc.record({ kind: fc.constant('scale' as const), center: fc.tuple(number(-180, 180), number(-90, 90)), scale: number(10, 1e9) }),
  fc.record({
    kind: fc.constant('box' as const),
    box: fc.tuple(number(-180, 180), number(-90, 90), number(-180, 180), number(-90, 90)),
  }),
)
const basemap = fc.option(
  fc.record({ style: fc.constantFrom('light', 'dark', 'print', 'relief', 'none'), labels: fc.constantFrom('english', 'local', 'both') }),
)
const graticule = fc.option(
  fc.record({
    stepDeg: fc.option(number(0.0001, 90)),
    color,
    widthMm: number(0.02, 5),
    lines: fc.constantFrom('full', 'ticks'),
    labels: fc.constantFrom('inside', 'outside', 'none'),
    text: style,
  }),
)
const title = (id: string) => ({
  ...base(id),
  text: fc.option(text(200)),
  style,
  minSizePt: number(2, 1000),
  valign: fc.constantFrom('top', 'middle', 'bottom'),
})
const change = fc.record({
  key: fc.string({ minLength: 1, maxLength: 40 }),
  label: fc.option(text(20)),
  hidden: fc.boolean(),
  heading: fc.option(text(20)),
})

export const anyElement = (id: string): fc.Arbitrary<PageElement> =>
  fc.oneof(
    fc.record({
      type: fc.constant('mapFrame'),
      ...base(id),
      view,
      rotationDeg: number(-360, 360),
      basemap,
      symbolScale: number(0.1, 20),
      graticule,
    }),
    fc.record({ type: fc.constant('title'), ...title(id) }),
    fc.record({ type: fc.constant('subtitle'), ...title(id) }),
    fc.record({ type: fc.constant('asOf'), ...title(id), showUpdate: fc.boolean() }),
    fc.record({
      type: fc.constant('legend'),
      ...base(id),
      frame,
      fit,
      title: text(20),
      titleStyle: style,
      headingStyle: style,
      itemStyle: style,
      columns: fc.integer({ min: 1, max: 3 }),
      counts: fc.boolean(),
      changes: fc.array(change, { maxLength: 3 }),
    }),
    fc.record({
      type: fc.constant('scaleBar'),
      ...base(id),
      frame,
      fit,
      units: fc.array(fc.constantFrom(...scaleUnits), { minLength: 1, maxLength: 2 }),
      look: fc.constantFrom('double', 'bar', 'line'),
      ratio: fc.boolean(),
      style,
    }),
    fc.record({
      type: fc.constant('northArrow'),
      ...base(id),
      frame,
      north: fc.constantFrom('true', 'grid', 'magnetic'),
      declination: fc.boolean(),
      date: fc.constantFrom(null, '2020-09-23', '2027', '2028-02'),
      look: fc.constantFrom('arrow', 'needle', 'compass'),
      color,
    }),
    fc.record({
      type: fc.constant('inset'),
      ...base(id),
      frame,
      view: fc.option(view),
      basemap,
      outlineColor: color,
      outlineWidthMm: number(0.05, 10),
    }),
    fc.record({
      type: fc.constant('text'),
      ...base(id),
      fit,
      text: text(200).map((one) => `# ${one}\n- **${one}**`),
      style,
      headingColor: color,
    }),
    fc.record({
      type: fc.constant('image'),
      ...base(id),
      data: fc.constant('data:image/png;base64,iVBORw0KGgo='),
      aspect: number(0.001, 1000),
      description: text(20),
    }),
    fc.record({ type: fc.constant('credits'), ...base(id), frame, fit, style, lead: text(10), more: text(20) }),
    fc.record({ type: fc.constant('rectangle'), ...base(id) }),
  )

export const anyPage = (id: string): fc.Arbitrary<Page> =>
  fc.record({
    id: fc.constant(id),
    name: text(20),
    size,
    marginMm: number(0, 500),
    background: color,
    elements: fc.integer({ min: 0, max: 5 }).chain((count) => fc.tuple(...Array.from({ length: count }, (_, i) => anyElement(`e${i}`)))),
  })
