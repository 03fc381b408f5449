/**
 * Annotations: records of what an analyst knows and how it is known. Each is a GeoJSON feature (RFC 7946), so that other programs can read it; what
 * Cartouche adds stands in its properties. Sizes are in millimetres and points, distances on the ground in metres, directions in degrees clockwise.
 */
import { z } from './schema.ts'
import { Color, dashes, hatches, LonLat, PartialDate } from './values.ts'

export { hatches } from './values.ts'

export const annotationKinds = [
  'point',
  'symbol',
  'text',
  'callout',
  'line',
  'arrow',
  'polygon',
  'rectangle',
  'circle',
  'rings',
  'freehand',
  'image',
  'measure',
] as const
export const AnnotationKind = z.enum(annotationKinds)

const ShortText = z.string().max(2_000)
const Millimetres = z.number().min(-2_000).max(2_000)
const Metres = z.number().positive().max(20_100_000)

/** Longest line that a hand draws, with room to spare; more is a layer. */
const maxVertices = 20_000
const Line = z.array(LonLat).min(2).max(maxVertices)
/** Closed: the first position comes again as the last. */
const Ring = z.array(LonLat).min(4).max(maxVertices)

export const AnnotationGeometry = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('Point'), coordinates: LonLat }),
  z.strictObject({ type: z.literal('LineString'), coordinates: Line }),
  z.strictObject({ type: z.literal('Polygon'), coordinates: z.array(Ring).min(1).max(100) }),
])

/** Reliability of the source, NATO STANAG 2511 / Admiralty scale: A completely reliable … E unreliable, F cannot be judged. */
export const reliabilities = ['A', 'B', 'C', 'D', 'E', 'F'] as const
/** Credibility of the information: 1 confirmed by other sources … 5 improbable, 6 cannot be judged. */
export const credibilities = [1, 2, 3, 4, 5, 6] as const

export const AnnotationSource = z.strictObject({
  title: ShortText,
  publisher: ShortText,
  date: PartialDate.nullable(),
  /** Shown and copied as text; never opened by the program. */
  url: ShortText,
})

/** What is drawn at a point: one of the program's plain marks, an icon by name, or a military symbol by its SIDC (MIL-STD-2525D, 20 or 30 digits). */
export const AnnotationSymbol = z.strictObject({
  set: z.enum(['mark', 'maki', 'temaki', 'military']),
  name: z.string().min(1).max(100),
})

export const AnnotationStyle = z.strictObject({
  /** Line, mark and fill. */
  color: Color,
  fill: z.enum(hatches),
  fillOpacity: z.number().min(0).max(1),
  lineWidthMm: z.number().min(0.05).max(20),
  dash: z.enum(dashes),
  /** Size of a mark or symbol. */
  sizeMm: z.number().min(0.5).max(100),
  textSizePt: z.number().min(4).max(144),
  textColor: Color,
  /** Null for none. */
  haloColor: Color.nullable(),
  /** Ground of a text's or callout's box; null for none. */
  boxColor: Color.nullable(),
  /** Of a text, image or mark, clockwise. */
  rotationDeg: z.number().min(-360).max(360),
  /** Length of an arrow's head. */
  headMm: z.number().min(0.5).max(100),
})

export const AnnotationProperties = z.strictObject({
  kind: AnnotationKind,
  label: z.string().max(10_000),
  note: z.string().max(100_000),
  /** Free, with suggestions: 'held', 'transferred'. */
  status: z.string().max(500),
  source: AnnotationSource,
  reported: PartialDate.nullable(),
  validFrom: PartialDate.nullable(),
  validTo: PartialDate.nullable(),
  reliability: z.enum(reliabilities).nullable(),
  credibility: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5), z.literal(6)]).nullable(),
  style: AnnotationStyle,
  /** Of points and symbols. */
  symbol: AnnotationSymbol.nullable(),
  /** Where the label stands from the point, in the picture: a callout's box, or a name moved by hand. Null: the program finds a place; for a callout on the map, up and to the right. x to the right, y downward. */
  labelOffsetMm: z.tuple([Millimetres, Millimetres]).nullable(),
  /** Width at which a callout's text is wrapped; null for its own width. */
  boxWidthMm: z.number().min(5).max(500).nullable(),
  /** Circle: one radius. Rings: each radius, ascending. Empty otherwise. */
  radiiM: z.array(Metres).max(50),
  /** Arrow and line: drawn as a smooth curve through its vertices. */
  curved: z.boolean(),
  /** Arrow: an axis of advance, broad at its tail; otherwise a line with a head. */
  tapered: z.boolean(),
  /** Image: PNG, JPEG or WebP, embedded; the point is its upper left corner. */
  image: z
    .strictObject({
      data: z
        .string()
        .max(16_000_000)
        .regex(/^data:image\/(png|jpeg|webp);base64,[A-Za-z0-9+/=]+$/),
      widthMm: z.number().min(1).max(1_500),
      heightMm: z.number().min(1).max(1_500),
    })
    .nullable(),
  locked: z.boolean(),
  visible: z.boolean(),
  /** ISO 8601, UTC. */
  created: z.iso.datetime(),
  modified: z.iso.datetime(),
})

/** What each kind is drawn from. Circles, rings, callouts and images stand on a point. */
export const geometriesOfKind: Record<AnnotationKind, readonly AnnotationGeometry['type'][]> = {
  point: ['Point'],
  symbol: ['Point'],
  text: ['Point'],
  callout: ['Point'],
  line: ['LineString'],
  arrow: ['LineString'],
  polygon: ['Polygon'],
  rectangle: ['Polygon'],
  circle: ['Point'],
  rings: ['Point'],
  freehand: ['LineString', 'Polygon'],
  image: ['Point'],
  measure: ['LineString', 'Polygon'],
}

export const Annotation = z
  .strictObject({
    type: z.literal('Feature'),
    id: z.string().min(1).max(64),
    geometry: AnnotationGeometry,
    properties: AnnotationProperties,
  })
  .refine(({ geometry, properties }) => geometriesOfKind[properties.kind].includes(geometry.type), {
    path: ['geometry', 'type'],
    message: 'the geometry does not suit the kind of annotation',
  })
  .refine(({ properties: { kind, radiiM } }) => (kind === 'circle' ? radiiM.length === 1 : kind !== 'rings' || radiiM.length > 0), {
    path: ['properties', 'radiiM'],
    message: 'a circle has one radius, and rings have at least one',
  })
  .refine(({ properties: { kind, image } }) => kind !== 'image' || image !== null, {
    path: ['properties', 'image'],
    message: 'an image has its picture with it',
  })

/** Kind, look and status that are set by one click. Made by the user, or shipped. */
export const AnnotationTemplate = z.strictObject({
  id: z.string().min(1).max(64),
  name: z.string().min(1).max(200),
  kind: AnnotationKind,
  status: z.string().max(500),
  symbol: AnnotationSymbol.nullable(),
  style: AnnotationStyle,
  curved: z.boolean().default(false),
  tapered: z.boolean().default(false),
})

export type AnnotationKind = z.infer<typeof AnnotationKind>
export type AnnotationGeometry = z.infer<typeof AnnotationGeometry>
export type AnnotationSource = z.infer<typeof AnnotationSource>
export type AnnotationSymbol = z.infer<typeof AnnotationSymbol>
export type AnnotationStyle = z.infer<typeof AnnotationStyle>
export type AnnotationProperties = z.infer<typeof AnnotationProperties>
export type Annotation = z.infer<typeof Annotation>
export type AnnotationTemplate = z.infer<typeof AnnotationTemplate>
