/** Keys that are compared instead of texts give the order that the collator gives. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { collationKey, collator } from '../../../../electron/engine/query/collation.ts'
import { Pauses } from '../../../../electron/engine/query/pause.ts'
import { slicedSort } from '../../../../electron/engine/query/slicedSort.ts'
import { CancelledError } from '../../../../electron/contract/refusal.ts'

const ascii = fc.string({ unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)), maxLength: 12 })
/** Few letters, so that much is alike. */
const crowded = fc.string({ unit: fc.constantFrom('a', 'A', 'b', 'B', '0', '1', '9', ' ', '-', '.', '_'), maxLength: 8 })

test('Keys of two texts are in the order of the collator', () => {
  const pairs = fc.oneof(fc.tuple(ascii, ascii), fc.tuple(crowded, crowded))
  fc.assert(
    fc.property(pairs, ([a, b]) => {
      const [keyA, keyB] = [collationKey(a) ?? '', collationKey(b) ?? '']
      expect(Math.sign(keyA < keyB ? -1 : keyA > keyB ? 1 : 0)).toBe(Math.sign(collator.compare(a, b)))
    }),
    { numRuns: 20_000, seed: 5 },
  )
})

test.each(['été', 'قاعدة', '\t', '1'.repeat(101)])('%j has no key: the collator alone knows', (text) => {
  expect(collationKey(text)).toBeNull()
})

test('A sort in slices is the sort at once, and keeps what is equal in its order', async () => {
  const values = Array.from({ length: 50_001 }, (_, i) => (i * 7_919) % 1_000)
  const compare = (a: number, b: number): number => (values[a] ?? 0) - (values[b] ?? 0)
  const items = Uint32Array.from(values.keys())
  const sorted = await slicedSort(items, compare, new Pauses(new AbortController().signal))
  expect([...sorted]).toEqual([...items].toSorted(compare))
  await expect(
    slicedSort(
      Uint32Array.from({ length: 500_000 }, (_, i) => i),
      compare,
      new Pauses(AbortSignal.abort()),
    ),
  ).rejects.toThrow(CancelledError)
})
