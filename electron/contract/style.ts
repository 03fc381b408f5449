/**
 * How the features of a layer look: their symbols, their sizes, their labels, and at which scales they are seen.
 *
 * What came later than the first version of the document may be left out, and then means what is said beside it: older documents look as they did.
 */
import { z } from './schema.ts'
import { Color, dashes, hatches } from './values.ts'

const Name = z.string().max(500)
const FieldName = z.string().max(1_000)
const Millimetres = z.number().min(0).max(100)

export const pointSymbols = ['circle', 'square', 'triangle', 'diamond', 'star', 'cross', 'ring', 'airfield'] as const
export const PointSymbol = z.enum(pointSymbols)

/** An icon by its name in one of the sets that ship with the program. */
export const IconName = z.strictObject({ set: z.enum(['maki', 'temaki']), name: z.string().min(1).max(100) })

/** How one feature is drawn, whatever its geometry: a point takes the symbol, a line its width, a polygon fill and outline. */
export const SymbolStyle = z.strictObject({
  /** Fill of points and polygons, stroke of lines. */
  color: Color,
  /** Opacity of a polygon's fill, 0 (outline only) to 1. */
  fillOpacity: z.number().min(0).max(1),
  /** Of polygons. Left out: solid. */
  fill: z.enum(hatches).optional(),
  outlineColor: Color,
  /** Outline of points and polygons. */
  outlineWidthMm: z.number().min(0).max(10),
  /** Of a polygon's outline. Left out: as `dash`. */
  outlineDash: z.enum(dashes).optional(),
  lineWidthMm: z.number().min(0.05).max(20),
  /** Of lines. */
  dash: z.enum(dashes),
  point: PointSymbol,
  /** Drawn instead of `point`. Left out or null: none. */
  icon: IconName.nullable().optional(),
  /** Diameter of the point symbol. */
  sizeMm: z.number().min(0.5).max(50),
  /** Rim that parts points and lines from their ground, beyond their outline. Left out or null: none. */
  haloColor: Color.nullable().optional(),
  /** Left out: 0.5. */
  haloWidthMm: z.number().min(0.05).max(5).optional(),
})

/** N of 1:N. */
const Scale = z.number().min(1).max(1e10)

/** Seen from 1:`minScale` (farthest out) to 1:`maxScale` (nearest), both included. Left out or null: without a bound. */
const scaleRange = { minScale: Scale.nullable().optional(), maxScale: Scale.nullable().optional() }

export const CategoryValue = z.union([z.string().max(10_000), z.number(), z.boolean(), z.null()])

export const LabelStyle = z.strictObject({
  /** The attribute whose value is written beside the feature. */
  field: FieldName,
  /** Written instead: text with `{field}` in it (`labelTemplate.ts`). Left out or null: the attribute alone. */
  template: z.string().max(2_000).nullable().optional(),
  sizePt: z.number().min(4).max(72),
  color: Color,
  /** Null for none. */
  haloColor: Color.nullable(),
  /** Left out: true. */
  bold: z.boolean().optional(),
  /** Width at which the text goes on in another line. Left out or null: one line. */
  wrapMm: z.number().min(5).max(500).nullable().optional(),
  ...scaleRange,
})

/**
 * Size in proportion to a number. With `t` = (value − from) / (to − from), held between 0 and 1:
 *
 *     points, by area    d = √(min² + t · (max² − min²))    the area grows evenly with the value; a value of twice the size has twice the area where min² / max² = from / to
 *     points, by width   d = min + t · (max − min)
 *     lines              w = minLine + t · (maxLine − minLine)
 *
 * A feature without a number is as small as the smallest. Areas have no size.
 */
export const SizeByField = z.strictObject({
  field: FieldName,
  /** Values of the smallest and the largest size. */
  from: z.number(),
  to: z.number(),
  by: z.enum(['area', 'width']),
  minMm: Millimetres,
  maxMm: Millimetres,
  minLineMm: Millimetres,
  maxLineMm: Millimetres,
})

export const classMethods = ['quantile', 'equal', 'natural', 'pretty', 'manual'] as const

/** Values from `lower` up to `upper`. The upper bound belongs to the class unless another one begins there. */
export const GraduatedClass = z
  .strictObject({ lower: z.number(), upper: z.number(), label: Name, symbol: SymbolStyle })
  .refine(({ lower, upper }) => lower <= upper, { path: ['upper'], message: 'a class ends at or above the value at which it begins' })

const GraduatedClasses = z
  .array(GraduatedClass)
  .max(100)
  .refine(
    (classes) => classes.every(({ lower }, at) => lower >= (classes[at - 1]?.upper ?? -Infinity)),
    'classes ascend and do not overlap',
  )

const shared = { label: LabelStyle.nullable(), size: SizeByField.nullable().optional(), ...scaleRange }

export const LayerStyle = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('single'), symbol: SymbolStyle, ...shared }),
  z.strictObject({
    kind: z.literal('category'),
    field: FieldName,
    categories: z.array(z.strictObject({ value: CategoryValue, label: Name, symbol: SymbolStyle })).max(100),
    /** Every value that has no category of its own. */
    other: SymbolStyle,
    ...shared,
  }),
  z.strictObject({
    kind: z.literal('graduated'),
    field: FieldName,
    method: z.enum(classMethods),
    /** Ascending. */
    classes: GraduatedClasses,
    /** Id of the colour ramp; null when the classes have colours of their own. */
    ramp: z.string().max(100).nullable(),
    reversed: z.boolean(),
    /** What is no number, and numbers outside of all classes. */
    other: SymbolStyle,
    ...shared,
  }),
])

export type PointSymbol = z.infer<typeof PointSymbol>
export type IconName = z.infer<typeof IconName>
export type SymbolStyle = z.infer<typeof SymbolStyle>
export type CategoryValue = z.infer<typeof CategoryValue>
export type LabelStyle = z.infer<typeof LabelStyle>
export type SizeByField = z.infer<typeof SizeByField>
export type ClassMethod = (typeof classMethods)[number]
export type GraduatedClass = z.infer<typeof GraduatedClass>
export type LayerStyle = z.infer<typeof LayerStyle>

/** A symbol with everything said. */
export type CompleteSymbol = { [Part in keyof SymbolStyle]-?: Exclude<SymbolStyle[Part], undefined> }

export const completeSymbol = (symbol: SymbolStyle): CompleteSymbol => ({
  ...symbol,
  fill: symbol.fill ?? 'solid',
  outlineDash: symbol.outlineDash ?? symbol.dash,
  icon: symbol.icon ?? null,
  haloColor: symbol.haloColor ?? null,
  haloWidthMm: symbol.haloWidthMm ?? 0.5,
})

/** Whether something is seen at a scale. @param scale N of 1:N */
export function isSeenAt(
  { minScale, maxScale }: { minScale?: number | null | undefined; maxScale?: number | null | undefined },
  scale: number,
): boolean {
  // The scale of the screen is a little beside the one that was asked for.
  const slack = 1e-6
  return scale <= (minScale ?? Infinity) * (1 + slack) && scale >= (maxScale ?? 0) * (1 - slack)
}
