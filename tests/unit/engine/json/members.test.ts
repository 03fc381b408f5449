import { Buffer } from 'node:buffer'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { endOfValue, membersOf } from '../../../../electron/engine/json/members.ts'
import { stringText } from '../../../../electron/engine/json/text.ts'

test('The members of any object are found, with the bytes of their values', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.constantFrom(undefined, 1), (value, indent) => {
      const bytes = Buffer.from(JSON.stringify(value, null, indent))
      const found = [...membersOf(bytes, 0)].map(({ nameFrom, nameTo, nameEscaped, valueFrom, valueTo }) => [
        stringText(bytes, nameFrom, nameTo, nameEscaped),
        bytes.subarray(valueFrom, valueTo).toString(),
      ])
      expect(found.map(([name]) => name)).toEqual(Object.keys(value))
      for (const [name, text] of found) expect(JSON.parse(text as string)).toEqual(JSON.parse(JSON.stringify(value[name as string])))
    }),
    { numRuns: 500, seed: 1 },
  )
})

test('A value ends where it ends, whatever brackets its texts hold', () => {
  const bytes = Buffer.from('  {"a":"}]\\"}",  "b":[{},[]]} ,1')
  expect(endOfValue(bytes, 2)).toBe(bytes.indexOf(' ,1'))
})
