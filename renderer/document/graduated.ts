/** Styles with classes for ranges of a number: how they are made, and what may be done to them. Pure: a style goes in, another comes out. */
import type { ClassMethod, GraduatedClass, LayerStyle, SymbolStyle } from '../../electron/contract/style.ts'
import type { LayerField } from '../../electron/contract/layer.ts'
import { firstSymbol, inColor, sharedOf } from './categories.ts'
import { neutral } from './palettes.ts'
import { rampColors, rampOf } from './ramps.ts'

export type GraduatedStyle = Extract<LayerStyle, { kind: 'graduated' }>

/** As many as can be told apart on a map; what the engine makes at most. */
export const maxGraduated = 12
export const usualGraduated = 5

export const isNumeric = ({ type }: LayerField): boolean => type === 'number' || type === 'integer' || type === 'mixed'

/** A field whose numbers likely measure something; null when no field has numbers. */
export function suggestNumber(fields: readonly LayerField[]): string | null {
  const numeric = fields.filter(isNumeric)
  const naming = /(^|_)(id|fid|oid|code|year|lat|lon|lng|x|y)($|_)/i
  return (numeric.find(({ name, type }) => type !== 'mixed' && !naming.test(name)) ?? numeric[0])?.name ?? null
}

// Made once: a formatter takes longer to make than a hundred numbers to write.
const shortNumber = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 6 })
const fullNumber = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 15 })

/** A number for the legend, to six digits. */
export const numberText = (value: number): string =>
  Math.abs(value) >= 1e15 || (value !== 0 && Math.abs(value) < 1e-6)
    ? value.toPrecision(3)
    : (Math.abs(value) >= 1e6 ? fullNumber : shortNumber).format(value)

export const rangeText = (lower: number, upper: number): string =>
  lower === upper ? numberText(lower) : `${numberText(lower)} – ${numberText(upper)}`

type Choice = { field: string; method: ClassMethod; ramp: string | null; reversed: boolean }

/** @param breaks ascending, one more than there are classes; fewer than two give no class */
export function graduate(style: LayerStyle, breaks: readonly number[], { field, method, ramp, reversed }: Choice): GraduatedStyle {
  const base = style.kind === 'graduated' ? firstSymbol(style) : outlined(firstSymbol(style))
  const before = style.kind === 'graduated' ? style : null
  const ranges = breaks.slice(1).map((upper, at) => ({ lower: breaks[at] as number, upper }))
  const colors = rampColors(rampOf(ramp), ranges.length, reversed)
  const classes = ranges.map(({ lower, upper }, at): GraduatedClass => {
    const old = before?.field === field ? before.classes.find((one) => one.lower === lower && one.upper === upper) : undefined
    const symbol = ramp === null && old !== undefined ? old.symbol : inColor(base, colors[at] ?? neutral)
    return { lower, upper, label: old?.label ?? rangeText(lower, upper), symbol }
  })
  return {
    kind: 'graduated',
    field,
    method,
    classes,
    ramp: ramp === null && before !== null ? null : rampOf(ramp).id,
    reversed,
    other: style.kind === 'single' ? inColor(base, neutral) : style.other,
    ...sharedOf(style),
  }
}

const outlineOfPale = '#4d4d4d'

/** A ramp's pale end is lost on a light ground, with a pale outline or a thin fill all the more. What was chosen otherwise stays. */
function outlined(symbol: SymbolStyle): SymbolStyle {
  const isUsual = symbol.outlineColor === symbol.color || symbol.outlineColor === '#ffffff'
  return isUsual ? { ...symbol, outlineColor: outlineOfPale, outlineWidthMm: 0.2, fillOpacity: Math.max(0.8, symbol.fillOpacity) } : symbol
}

/** Where the classes begin and end: those of a style without gaps between its classes. */
export function breaksOf({ classes }: GraduatedStyle): number[] {
  const [first] = classes
  return first === undefined ? [] : [first.lower, ...classes.map(({ upper }) => upper)]
}

/** @returns the style with another bound between two classes; or what is wrong with it, in a sentence */
export function moveBreak(style: GraduatedStyle, at: number, value: number): { style: GraduatedStyle } | { problem: string } {
  const breaks = breaksOf(style)
  const [before, after] = [breaks[at - 1], breaks[at + 1]]
  if (before !== undefined && value <= before)
    return { problem: `This bound must be above ${numberText(before)}, where the class before it begins.` }
  if (after !== undefined && value >= after)
    return { problem: `This bound must be below ${numberText(after)}, where the class after it ends.` }
  const renamed = (one: GraduatedClass, change: Partial<Pick<GraduatedClass, 'lower' | 'upper'>>): GraduatedClass => {
    const next = { ...one, ...change }
    // A label that its user wrote stays.
    return one.label === rangeText(one.lower, one.upper) ? { ...next, label: rangeText(next.lower, next.upper) } : next
  }
  const classes = style.classes.map((one, index) => {
    if (index === at - 1) return renamed(one, { upper: value })
    return index === at ? renamed(one, { lower: value }) : one
  })
  return { style: { ...style, method: 'manual', classes } }
}

/** Splits the widest class in two, or joins the last two. */
export function withClassCount(style: GraduatedStyle, count: number): GraduatedStyle {
  const breaks = breaksOf(style)
  while (breaks.length - 1 > Math.max(1, count)) breaks.splice(-2, 1)
  while (breaks.length > 1 && breaks.length - 1 < count) {
    const widths = breaks.slice(1).map((upper, at) => upper - (breaks[at] as number))
    const widest = widths.indexOf(Math.max(...widths))
    const middle = ((breaks[widest] as number) + (breaks[widest + 1] as number)) / 2
    if (middle <= (breaks[widest] as number) || middle >= (breaks[widest + 1] as number)) break
    breaks.splice(widest + 1, 0, middle)
  }
  return graduate(style, breaks, { ...style, method: 'manual' })
}

/** Gives the classes the colours of a ramp, and leaves the rest of their symbols. */
export function recolorGraduated(style: GraduatedStyle, ramp: string, reversed: boolean): GraduatedStyle {
  const colors = rampColors(rampOf(ramp), style.classes.length, reversed)
  const classes = style.classes.map((one, at) => ({ ...one, symbol: inColor(one.symbol, colors[at] ?? neutral) }))
  return { ...style, ramp: rampOf(ramp).id, reversed, classes }
}

/** A class's own colour takes the style off its ramp. */
export function changeGraduated(
  style: GraduatedStyle,
  at: number,
  change: Partial<Pick<GraduatedClass, 'label' | 'symbol'>>,
): GraduatedStyle {
  const before = style.classes[at]
  const isRecolored = change.symbol !== undefined && before !== undefined && change.symbol.color !== before.symbol.color
  return {
    ...style,
    ramp: isRecolored ? null : style.ramp,
    classes: style.classes.map((one, index) => (index === at ? { ...one, ...change } : one)),
  }
}

/** Changes the symbols of all classes and of all other values in the same way. */
export function changeAllGraduated(style: GraduatedStyle, change: Partial<SymbolStyle>): GraduatedStyle {
  return {
    ...style,
    classes: style.classes.map((one) => ({ ...one, symbol: { ...one.symbol, ...change } })),
    other: { ...style.other, ...change },
  }
}
