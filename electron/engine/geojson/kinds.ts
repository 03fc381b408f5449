/** Kinds of GeoJSON objects, told apart without making a text of their `type`. */
import { geometryTypes } from '../../contract/layer.ts'
import { stringText } from '../json/text.ts'

/** Kinds from 0 on are indices into the contract's `geometryTypes`. */
export const unknownKind = -1
export const wrongKind = -2
export const featureKind = geometryTypes.length
export const featureCollectionKind = featureKind + 1

const names = [...geometryTypes, 'Feature', 'FeatureCollection']
const encoded = names.map((name) => new TextEncoder().encode(name))

/** Kind that a `type` names: `wrongKind` when GeoJSON has none of that name. */
export function kindOf(bytes: Uint8Array, from: number, to: number, escaped: boolean): number {
  if (escaped) {
    const kind = names.indexOf(stringText(bytes, from, to, true))
    return kind === -1 ? wrongKind : kind
  }
  const kind = indexOfName(encoded, bytes, from, to)
  return kind === -1 ? wrongKind : kind
}

/** Index of the name that stands in the bytes, or −1. */
export function indexOfName(candidates: readonly Uint8Array[], bytes: Uint8Array, from: number, to: number): number {
  const length = to - from
  for (let index = 0; index < candidates.length; index++) {
    const candidate = candidates[index] as Uint8Array
    if (candidate.length !== length || candidate[0] !== bytes[from] || length === 0) continue
    let i = 1
    while (i < length && candidate[i] === bytes[from + i]) i++
    if (i === length) return index
  }
  return -1
}
