/** Colour ramps for numbers: from light to dark, or from one colour over a pale middle to another. All stay in order for readers with a colour vision deficiency. */

export type Ramp = {
  id: string
  name: string
  kind: 'sequential' | 'diverging'
  /** Evenly spaced, for the lowest value first. */
  stops: readonly string[]
}

const stops = (digits: string): string[] => (digits.match(/.{6}/g) ?? []).map((hex) => `#${hex}`)

/**
 * Sources. Blues to Yellow–Red, and the diverging ones: Cynthia Brewer and Mark Harrower, ColorBrewer 2.0 (Apache licence 2.0), those of nine and
 * eleven classes; of the sequential ones the palest is left out, which cannot be seen on a light ground, of the diverging ones the two ends. Viridis: Stéfan van der Walt and Nathaniel Smith
 * (CC0). Cividis: Jamie Nuñez, Christopher Anderton and Ryan Renslow, PLOS ONE 13 (2018), e0199239 (CC0).
 */
export const ramps: readonly Ramp[] = [
  { id: 'blues', name: 'Blues', kind: 'sequential', stops: stops('deebf7c6dbef9ecae16baed64292c62171b508519c08306b') },
  { id: 'greens', name: 'Greens', kind: 'sequential', stops: stops('e5f5e0c7e9c0a1d99b74c47641ab5d238b45006d2c00441b') },
  { id: 'oranges', name: 'Oranges', kind: 'sequential', stops: stops('fee6cefdd0a2fdae6bfd8d3cf16913d94801a636037f2704') },
  { id: 'purples', name: 'Purples', kind: 'sequential', stops: stops('efedf5dadaebbcbddc9e9ac8807dba6a51a354278f3f007d') },
  { id: 'ylgnbu', name: 'Yellow–Blue', kind: 'sequential', stops: stops('edf8b1c7e9b47fcdbb41b6c41d91c0225ea8253494081d58') },
  { id: 'ylorrd', name: 'Yellow–Red', kind: 'sequential', stops: stops('ffeda0fed976feb24cfd8d3cfc4e2ae31a1cbd0026800026') },
  { id: 'viridis', name: 'Viridis', kind: 'sequential', stops: stops('fde725b5de2b6ece5835b7791f9e8926828e31688e3e4a89482878440154') },
  { id: 'cividis', name: 'Cividis', kind: 'sequential', stops: stops('fee838e1cc55c3b369a59c748a8678707173575d6d3b496c12357000224e') },
  { id: 'rdbu', name: 'Blue–Red', kind: 'diverging', stops: stops('2166ac4393c392c5ded1e5f0f7f7f7fddbc7f4a582d6604db2182b') },
  { id: 'puor', name: 'Purple–Orange', kind: 'diverging', stops: stops('5427888073acb2abd2d8daebf7f7f7fee0b6fdb863e08214b35806') },
  { id: 'brbg', name: 'Teal–Brown', kind: 'diverging', stops: stops('01665e35978f80cdc1c7eae5f5f5f5f6e8c3dfc27dbf812d8c510a') },
  { id: 'rdylbu', name: 'Blue–Yellow–Red', kind: 'diverging', stops: stops('4575b474add1abd9e9e0f3f8ffffbffee090fdae61f46d43d73027') },
]

/** The first one where there is none of that id. */
export const rampOf = (id: string | null): Ramp => ramps.find((ramp) => ramp.id === id) ?? (ramps[0] as Ramp)

/** @returns colours for so many classes, the lowest first; one class has the middle of the ramp */
export function rampColors(ramp: Ramp, classes: number, reversed: boolean): string[] {
  const colors = Array.from({ length: classes }, (_, at) => colorAt(ramp, classes === 1 ? 0.5 : at / (classes - 1)))
  return reversed ? colors.toReversed() : colors
}

function colorAt({ stops: list }: Ramp, at: number): string {
  const place = at * (list.length - 1)
  const first = Math.min(list.length - 2, Math.floor(place))
  const [from = '#000000', to = '#000000'] = [list[first], list[first + 1]]
  const channel = (index: number): string => {
    const [a, b] = [from, to].map((hex) => Number.parseInt(hex.slice(index, index + 2), 16)) as [number, number]
    return Math.round(a + (b - a) * (place - first))
      .toString(16)
      .padStart(2, '0')
  }
  return `#${channel(1)}${channel(3)}${channel(5)}`
}
