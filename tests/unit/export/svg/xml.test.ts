import { describe, expect, it } from 'vitest'
import { attributes, escaped, exactNumber, number } from '../../../../renderer/export/svg/xml.ts'

describe('XML of an SVG', () => {
  it('escapes what would end a word, and leaves out what XML cannot have', () => {
    expect(escaped('A & B <c> "d"\u0000\u000b\ud800 عين')).toBe('A &amp; B &lt;c&gt; &quot;d&quot;\ufffd عين')
  })

  it('writes only attributes that have a value', () => {
    expect(attributes({ id: 'a"b', fill: null, x: '1' })).toBe(' id="a&quot;b" x="1"')
  })

  it('writes numbers without an exponent that SVG 1.1 readers stumble on', () => {
    expect([number(1 / 3), number(-0.001), number(1e6)]).toEqual(['0.33', '0', '1000000'])
    expect(exactNumber(1 / 3)).toBe('0.333333333')
  })
})
