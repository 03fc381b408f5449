/** Annotations to try things on. */
import * as fc from 'fast-check'
import {
  type Annotation,
  type AnnotationGeometry,
  type AnnotationKind,
  annotationKinds,
  type AnnotationProperties,
  type AnnotationStyle,
  credibilities,
  geometriesOfKind,
  hatches,
  reliabilities,
} from '../../../../electron/contract/annotation.ts'
import type { LonLat } from '../../../../electron/contract/values.ts'

const color = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`)
// JSON writes -0 as 0.
const number = (min: number, max: number) => fc.double({ min, max, noNaN: true }).map((value) => value + 0)
export const anyText = (maxLength: number) =>
  fc.oneof(
    fc.string({ maxLength }),
    fc.string({ unit: 'binary', maxLength }),
    fc.constantFrom('', 'قاعدة التاجي', '<b>&amp;</b> "x"', ' a\r\nb\t', '=1+1', 'Baʿqūbah', ']]>', '\u0000\u0007\uffff', '\u202eevil'),
  )

/** As kept after drawing: to a ten-millionth of a degree. The antimeridian itself has two names, and is left out. */
export const anyPosition: fc.Arbitrary<LonLat> = fc
  .tuple(fc.integer({ min: -1_799_999_999, max: 1_799_999_999 }), fc.integer({ min: -900_000_000, max: 900_000_000 }))
  .map(([lon, lat]) => [lon / 1e7 + 0, lat / 1e7 + 0])

const anyRing = fc.array(anyPosition, { minLength: 3, maxLength: 6 }).map((ring) => [...ring, ring[0]!])

export const anyGeometry = (type: AnnotationGeometry['type']): fc.Arbitrary<AnnotationGeometry> => {
  if (type === 'Point') return anyPosition.map((coordinates) => ({ type, coordinates }))
  if (type === 'LineString') return fc.array(anyPosition, { minLength: 2, maxLength: 6 }).map((coordinates) => ({ type, coordinates }))
  return fc.array(anyRing, { minLength: 1, maxLength: 2 }).map((coordinates) => ({ type, coordinates }))
}

export const anyStyle: fc.Arbitrary<AnnotationStyle> = fc.record({
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
})

export const anyDate = fc.constantFrom(null, '2020', '2020-03', '2020-03-26', '2020-09-23')
const anyTime = fc.integer({ min: 0, max: 2 ** 40 }).map((ms) => new Date(ms).toISOString())

const radiiOf = (kind: AnnotationKind) =>
  fc
    .array(
      number(1, 3_000_000),
      kind === 'circle' ? { minLength: 1, maxLength: 1 } : kind === 'rings' ? { minLength: 1, maxLength: 4 } : { maxLength: 0 },
    )
    .map((radii) => radii.toSorted((a, b) => a - b))

const anyImage = fc.record({ data: fc.constant('data:image/png;base64,AAAA'), widthMm: number(1, 1500), heightMm: number(1, 1500) })

const anyProperties = (kind: AnnotationKind): fc.Arbitrary<AnnotationProperties> =>
  fc.record({
    kind: fc.constant(kind),
    label: anyText(20),
    note: anyText(30),
    status: fc.oneof(fc.constantFrom('held', 'transferred', ''), anyText(10)),
    source: fc.record({ title: anyText(10), publisher: anyText(10), date: anyDate, url: anyText(10) }),
    reported: anyDate,
    validFrom: anyDate,
    validTo: anyDate,
    reliability: fc.constantFrom(null, ...reliabilities),
    credibility: fc.constantFrom(null, ...credibilities),
    style: anyStyle,
    symbol: fc.option(
      fc.record({ set: fc.constantFrom('mark', 'maki', 'temaki', 'military'), name: fc.constantFrom('circle', 'airfield') }),
    ),
    labelOffsetMm: fc.option(fc.tuple(number(-200, 200), number(-200, 200))),
    boxWidthMm: fc.option(number(5, 500)),
    radiiM: radiiOf(kind),
    curved: fc.boolean(),
    tapered: fc.boolean(),
    image: kind === 'image' ? anyImage : fc.constant(null),
    locked: fc.boolean(),
    visible: fc.boolean(),
    created: anyTime,
    modified: anyTime,
  })

export const anyAnnotation = (id: fc.Arbitrary<string> = fc.constant('a')): fc.Arbitrary<Annotation> =>
  fc.constantFrom(...annotationKinds).chain((kind) =>
    fc.record({
      type: fc.constant('Feature' as const),
      id,
      geometry: fc.constantFrom(...geometriesOfKind[kind]).chain(anyGeometry),
      properties: anyProperties(kind),
    }),
  )

/** With ids a0, a1, … */
export const anyAnnotations = (maxLength: number): fc.Arbitrary<Annotation[]> =>
  fc
    .integer({ min: 0, max: maxLength })
    .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => anyAnnotation(fc.constant(`a${index}`)))))
