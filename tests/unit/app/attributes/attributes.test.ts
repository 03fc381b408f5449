import { describe, expect, it } from 'vitest'
import type { Attribute, FeatureRecord } from '../../../../electron/contract/layer.ts'
import { excerpt } from '../../../../renderer/app/attributes/excerpt.ts'
import { featureTitle } from '../../../../renderer/app/attributes/featureTitle.ts'
import { indentJson } from '../../../../renderer/app/attributes/indentJson.ts'
import { partsUntil, splitLinks } from '../../../../renderer/app/attributes/links.ts'
import { tabSeparated } from '../../../../renderer/app/attributes/tabSeparated.ts'

const attribute = (name: string, text: string, type: Attribute['type'] = 'text'): Attribute => ({ name, type, text })
const record = (...attributes: Attribute[]): FeatureRecord => ({ feature: 11, geometryType: 'Point', attributes })

describe('the title of a feature', () => {
  it('is what the layer is labelled with', () => {
    expect(featureTitle(record(attribute('name', 'Taji'), attribute('icao', 'ORTI')), 'icao')).toBe('ORTI')
  })

  it('is a name otherwise, the plainest first', () => {
    expect(featureTitle(record(attribute('Title', 'B'), attribute('NAME', 'A')), null)).toBe('A')
    expect(featureTitle(record(attribute('status', 'x'), attribute('name:en', 'Mosul')), null)).toBe('Mosul')
  })

  it('is its number when nothing names it', () => {
    expect(featureTitle(record(attribute('status', 'held')), null)).toBe('Feature 12')
    expect(featureTitle(record(attribute('name', ' '), attribute('label', '', 'null')), 'gone')).toBe('Feature 12')
  })

  it('is one short line', () => {
    const title = featureTitle(record(attribute('name', `a\n\tb ${'x'.repeat(5_000_000)}`)), null)
    expect(title).toMatch(/^a b x+…$/)
    expect(title).toHaveLength(120)
  })
})

describe('web addresses in a text', () => {
  const links = (text: string): string[] =>
    splitLinks(text)
      .filter(({ kind }) => kind === 'link')
      .map((part) => part.text)

  it('are found where they stand, without the punctuation around them', () => {
    expect(links('See https://a.org/x?y=1&z=2#k, (http://b.org/w_(x)) and https://c.org.')).toEqual([
      'https://a.org/x?y=1&z=2#k',
      'http://b.org/w_(x)',
      'https://c.org',
    ])
    expect(links('انظر https://a.org/عربي الآن')).toEqual(['https://a.org/عربي'])
  })

  it('are http and https alone', () => {
    expect(links('javascript:alert(1) file:///etc/passwd ftp://a.org data:text/html,x xhttps://a.org https://')).toEqual([])
  })

  it('end where they could be made to look like another address', () => {
    expect(links('https://good.org/\u202egpj.evil')).toEqual(['https://good.org/'])
    expect(links('https://a.org/\u200bb <a href="https://b.org/">')).toEqual(['https://a.org/', 'https://b.org/'])
  })

  it('leave the text whole', () => {
    for (const text of ['', 'no address', 'https://a.org', '((https://a.org)) https://b.org…', 'https://a.org,https://b.org']) {
      expect(
        splitLinks(text)
          .map((part) => part.text)
          .join(''),
      ).toBe(text)
    }
  })

  it('can be copied whole when they are cut', () => {
    expect(partsUntil(splitLinks('see https://a.org/long, and more'), 12)).toEqual([
      { kind: 'text', text: 'see ', at: 0, shown: 'see ' },
      { kind: 'link', text: 'https://a.org/long', at: 4, shown: 'https://' },
    ])
  })

  it('are found in a megabyte in no time', () => {
    const started = performance.now()
    splitLinks('https://a.org/('.repeat(60_000))
    splitLinks(`https://a.org/${'('.repeat(1_000_000)}`)
    splitLinks(`https://a.org/${')'.repeat(1_000_000)}`)
    expect(performance.now() - started).toBeLessThan(1_500)
  })
})

describe('a long value', () => {
  it('is shown to its twelfth line', () => {
    const text = Array.from({ length: 40 }, (_, line) => `line ${line + 1}`).join('\n')
    const { text: shown, rest } = excerpt(text, 0)
    expect(shown.endsWith('line 12')).toBe(true)
    expect(rest).toBe(text.length - shown.length)
    expect(excerpt(text, 1)).toEqual({ text, rest: 0 })
  })

  it('is shown whole when little is missing', () => {
    expect(excerpt('x'.repeat(650), 0).rest).toBe(0)
    expect(excerpt('x'.repeat(700), 0).rest).toBe(100)
  })

  it('of a megabyte comes in pieces that the window can draw', () => {
    const text = 'x'.repeat(1_048_576)
    expect([0, 1, 2].map((steps) => excerpt(text, steps).text.length)).toEqual([600, 20_000, 40_000])
  })

  it('is not cut inside a character', () => {
    const { text } = excerpt(`x${'😀'.repeat(1_000)}`, 0)
    expect(text.isWellFormed()).toBe(true)
  })
})

describe('JSON', () => {
  it('is indented and keeps every digit', () => {
    expect(indentJson('{"a":[1.10,{"b":12345678901234567890}],"c":{},"d":[]}')).toBe(
      '{\n  "a": [\n    1.10,\n    {\n      "b": 12345678901234567890\n    }\n  ],\n  "c": {},\n  "d": []\n}',
    )
  })

  it('keeps what stands in strings', () => {
    const json = String.raw`{"a":"x, {y}: \"z\" [1]"}`
    expect(JSON.parse(indentJson(json))).toEqual(JSON.parse(json))
    expect(indentJson(json)).toContain(String.raw`"x, {y}: \"z\" [1]"`)
  })

  it('that is not JSON is shown all the same', () => {
    expect(indentJson('}}"unfinished')).toContain('unfinished')
  })
})

it('hands attributes to a spreadsheet, a line each', () => {
  expect(
    tabSeparated([
      attribute('name', 'Taji'),
      attribute('icao', 'null', 'null'),
      attribute('note', 'a\t"b"\nc'),
      attribute('n', '1.10', 'number'),
    ]),
  ).toBe('name\tTaji\nicao\t\nnote\t"a\t""b""\nc"\nn\t1.10')
})
