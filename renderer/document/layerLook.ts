/** What a layer's style says of each of its features: which symbol, how large. Pure. The window asks by the values of a feature, the engine by what `CutRequest` says. */
import type { CutClasses, CutSizes } from '../../electron/contract/cut.ts'
import { rangeIndex } from '../../electron/contract/ranges.ts'
import { shareOf } from '../../electron/contract/sizes.ts'
import type { CategoryValue, LayerStyle, SymbolStyle } from '../../electron/contract/style.ts'

/** By class; what belongs to none is drawn with the last. */
export function symbolsOf(style: LayerStyle): readonly SymbolStyle[] {
  switch (style.kind) {
    case 'single':
      return [style.symbol]
    case 'category':
      return [...style.categories.map(({ symbol }) => symbol), style.other]
    case 'graduated':
      return [...style.classes.map(({ symbol }) => symbol), style.other]
  }
}

/** Null where all features look alike. */
export function classesOf(style: LayerStyle): CutClasses | null {
  switch (style.kind) {
    case 'single':
      return null
    case 'category':
      return { field: style.field, values: style.categories.map(({ value }) => value) }
    case 'graduated':
      return { field: style.field, ranges: style.classes.map(({ lower, upper }) => [lower, upper]) }
  }
}

/** Null where sizes do not differ by a field. */
export function sizesOf({ size }: LayerStyle): CutSizes | null {
  return size === undefined || size === null ? null : { field: size.field, from: size.from, to: size.to }
}

/** @returns takes the values of a feature; gives the index of its symbol in `symbolsOf` */
export function classPicker(style: LayerStyle): (valueOf: (field: string) => unknown) => number {
  const classes = classesOf(style)
  if (classes === null) return () => 0
  const { field } = classes
  if ('ranges' in classes) return (valueOf) => rangeIndex(classes.ranges, valueOf(field))
  const { values } = classes
  const indices = new Map<unknown, number>(values.map((value: CategoryValue, index) => [value, index]))
  return (valueOf) => indices.get(valueOf(field) ?? null) ?? values.length
}

/** @returns takes the values of a feature; gives how large it is, from 0 to 1; 0 where sizes do not differ */
export function sharePicker(style: LayerStyle): (valueOf: (field: string) => unknown) => number {
  const sizes = sizesOf(style)
  return sizes === null ? () => 0 : (valueOf) => shareOf(valueOf(sizes.field), sizes)
}
