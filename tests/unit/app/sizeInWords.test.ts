import { expect, it } from 'vitest'
import { sizeInWords } from '../../../renderer/app/sizeInWords.ts'

it.each([
  [1, '1 byte'],
  [812, '812 bytes'],
  [1_000, '1.0 kB'],
  [1_449, '1.4 kB'],
  [9_949, '9.9 kB'],
  [9_950, '10 kB'],
  [312_400_000, '312 MB'],
  [999_600, '1.0 MB'],
  [4_294_967_296, '4.3 GB'],
])('%d bytes are %s', (bytes, words) => {
  expect(sizeInWords(bytes)).toBe(words)
})
