import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FeatureSet } from '../../../renderer/store/featureSet.ts'

const features = fc.array(fc.nat(300), { maxLength: 60 })
const listOf = (set: FeatureSet): number[] => [...set]
const sorted = (list: Iterable<number>): number[] => [...new Set(list)].toSorted((a, b) => a - b)

describe('a set of features', () => {
  test('is what a plain set is', () => {
    fc.assert(
      fc.property(features, features, fc.nat(400), (a, b, one) => {
        const [setA, setB] = [FeatureSet.of(a), FeatureSet.of(b)]
        const [plainA, plainB] = [new Set(a), new Set(b)]
        expect(listOf(setA)).toEqual(sorted(a))
        expect(setA.count).toBe(plainA.size)
        expect(setA.has(one)).toBe(plainA.has(one))
        expect(setA.first).toBe(sorted(a)[0] ?? null)
        expect(listOf(setA.with(b))).toEqual(sorted([...a, ...b]))
        expect(listOf(setA.without(b))).toEqual(sorted(a.filter((one) => !plainB.has(one))))
        expect(listOf(setA.union(setB))).toEqual(sorted([...a, ...b]))
        expect(listOf(setA.intersection(setB))).toEqual(sorted(a.filter((one) => plainB.has(one))))
        expect(listOf(setA.symmetricDifference(setB))).toEqual(
          sorted([...a.filter((one) => !plainB.has(one)), ...b.filter((one) => !plainA.has(one))]),
        )
        expect(listOf(setA.toggled(one))).toEqual(sorted(plainA.has(one) ? a.filter((other) => other !== one) : [...a, one]))
        expect(listOf(new FeatureSet(setA.bits))).toEqual(sorted(a))
      }),
    )
  })

  test('never changes', () => {
    const set = FeatureSet.of([1, 9])
    set.with([2])
    set.without([9])
    set.toggled(1)
    expect(listOf(set)).toEqual([1, 9])
  })
})
