/** Styles with a class for each value of a field: how they are made, and what may be done to their classes. Pure: a style goes in, another comes out. */
import type { CategoryValue, LayerStyle, SymbolStyle } from '../../electron/contract/document.ts'
import type { FieldValues, LayerField } from '../../electron/contract/layer.ts'
import { symbolsOf } from './layerLook.ts'
import { classColor, neutral, type Scheme, schemes } from './palettes.ts'

export type SingleStyle = Extract<LayerStyle, { kind: 'single' }>
export type CategoryStyle = Extract<LayerStyle, { kind: 'category' }>
export type Category = CategoryStyle['categories'][number]
export type ValueCount = FieldValues['values'][number]

/** More classes than this cannot be told apart on a map; further values are left to "all other values" until the user asks for them. */
export const usualClasses = 12
/** What the document takes. */
export const maxClasses = 100

const maxValueLength = 10_000
const maxLabelLength = 500

/** What is written in the legend until the user writes something better. */
export function valueText(value: CategoryValue): string {
  if (value === null) return 'No value'
  return value === '' ? 'Empty text' : String(value)
}

/** A field that likely tells kinds of things apart; null when there is no field to choose. */
export function suggestField(fields: readonly LayerField[]): string | null {
  const usable = fields.filter(({ type }) => type !== 'empty' && type !== 'json')
  const telling = /(^|_|\b)(status|type|kind|class|category|group|side|party|level|zone|region|governorate)(\b|_|$)/i
  const naming = /(name|title|label|note|source|url|date|id$|^id)/i
  const found =
    usable.find(({ name }) => telling.test(name) && !naming.test(name)) ??
    usable.find(({ name, type }) => (type === 'text' || type === 'boolean') && !naming.test(name)) ??
    usable[0]
  return found?.name ?? null
}

/** @returns the values that get a class of their own, in the order of the legend */
export function classValues(values: readonly ValueCount[], limit: number): CategoryValue[] {
  const usable = values.map(({ value }) => value).filter((value) => typeof value !== 'string' || value.length <= maxValueLength)
  return inOrder(usable.slice(0, Math.min(limit, maxClasses)))
}

/** Numbers ascend, yes comes before no, text stays as it comes (most frequent first), and what is missing is last. */
function inOrder(values: readonly CategoryValue[]): CategoryValue[] {
  const known = values.filter((value) => value !== null)
  const missing = values.filter((value) => value === null)
  if (known.every((value) => typeof value === 'number')) return [...known.toSorted((a, b) => a - b), ...missing]
  if (known.every((value) => typeof value === 'boolean')) return [...known.toSorted((a, b) => Number(b) - Number(a)), ...missing]
  return [...known, ...missing]
}

/** @param before classes whose values keep their symbol and label */
function classesFor(values: readonly CategoryValue[], scheme: Scheme, base: SymbolStyle, before: readonly Category[]): Category[] {
  let next = 0
  return values.map((value) => {
    const at = value === null ? null : next++
    const kept = before.find((one) => one.value === value)
    return (
      kept ?? {
        value,
        label: valueText(value).slice(0, maxLabelLength),
        symbol: inColor(base, at === null ? neutral : classColor(scheme, at)),
      }
    )
  })
}

/** An outline in the colour of the fill goes along with it. */
export function inColor(symbol: SymbolStyle, color: string): SymbolStyle {
  return { ...symbol, color, outlineColor: symbol.outlineColor === symbol.color ? color : symbol.outlineColor }
}

/** That of the first class; there is always one, since what is in no class has a symbol too. */
export const firstSymbol = (style: LayerStyle): SymbolStyle => symbolsOf(style)[0] as SymbolStyle

/** What a style keeps when its kind changes. */
export function sharedOf(style: LayerStyle): Pick<LayerStyle, 'label' | 'size' | 'minScale' | 'maxScale'> {
  const { label, size, minScale, maxScale } = style
  return {
    label,
    ...(size === undefined ? {} : { size }),
    ...(minScale === undefined ? {} : { minScale }),
    ...(maxScale === undefined ? {} : { maxScale }),
  }
}

/** A class for each of the most frequent values of a field. */
export function categorise(style: LayerStyle, field: string, values: readonly ValueCount[], scheme: Scheme): CategoryStyle {
  const base = firstSymbol(style)
  const before = style.kind === 'category' && style.field === field ? style.categories : []
  return {
    kind: 'category',
    field,
    categories: classesFor(classValues(values, usualClasses), scheme, base, before),
    other: style.kind === 'single' ? inColor(base, neutral) : style.other,
    ...sharedOf(style),
  }
}

/** One symbol for all: that of the first class. */
export function unify(style: LayerStyle): SingleStyle {
  if (style.kind === 'single') return style
  return { kind: 'single', symbol: firstSymbol(style), ...sharedOf(style) }
}

/** Gives the classes a scheme's colours, in their order, and leaves the rest of their symbols. */
export function recolor(style: CategoryStyle, scheme: Scheme): CategoryStyle {
  let next = 0
  const colorFor = (value: CategoryValue): string => (value === null ? neutral : classColor(scheme, next++))
  return { ...style, categories: style.categories.map((one) => ({ ...one, symbol: inColor(one.symbol, colorFor(one.value)) })) }
}

/** The scheme that the classes are coloured with; null when they have colours of their own. */
export function schemeInUse(style: CategoryStyle): Scheme | null {
  const colors = style.categories.filter(({ value }) => value !== null).map(({ symbol }) => symbol.color)
  if (colors.length === 0) return null
  return schemes.find((scheme) => colors.every((color, at) => color === classColor(scheme, at))) ?? null
}

/** Values of the file that have no class, most frequent first. */
export function withoutClass(style: CategoryStyle, values: readonly ValueCount[]): ValueCount[] {
  const classed = new Set(style.categories.map(({ value }) => value))
  return values.filter(({ value }) => !classed.has(value) && (typeof value !== 'string' || value.length <= maxValueLength))
}

/** Puts classes for more values behind those that are there. Their colours go on where the others end. */
export function addClasses(style: CategoryStyle, values: readonly CategoryValue[], scheme: Scheme): CategoryStyle {
  const base = style.categories[0]?.symbol ?? style.other
  const room = values.slice(0, maxClasses - style.categories.length)
  const all = classesFor([...style.categories.map(({ value }) => value), ...room], scheme, base, style.categories)
  return { ...style, categories: all }
}

/** Its features are drawn as all other values from then on. */
export function removeClass(style: CategoryStyle, value: CategoryValue): CategoryStyle {
  return { ...style, categories: style.categories.filter((one) => one.value !== value) }
}

export function changeClass(style: CategoryStyle, value: CategoryValue, change: Partial<Omit<Category, 'value'>>): CategoryStyle {
  return { ...style, categories: style.categories.map((one) => (one.value === value ? { ...one, ...change } : one)) }
}

/** Changes the symbols of all classes and of all other values in the same way. */
export function changeAll(style: CategoryStyle, change: Partial<SymbolStyle>): CategoryStyle {
  return {
    ...style,
    categories: style.categories.map((one) => ({ ...one, symbol: { ...one.symbol, ...change } })),
    other: { ...style.other, ...change },
  }
}
