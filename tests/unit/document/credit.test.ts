import { describe, expect, it } from 'vitest'
import { creditFrom } from '../../../renderer/document/credit.ts'

describe('a credit from a file', () => {
  it('is taken as it is written', () => {
    expect(creditFrom('GeoNames (CC BY 4.0).')).toEqual({ text: 'GeoNames (CC BY 4.0).', url: null })
    expect(creditFrom('© وزارة الدفاع')).toEqual({ text: '© وزارة الدفاع', url: null })
    expect(creditFrom('a < b & c > d')).toEqual({ text: 'a < b & c > d', url: null })
  })

  it('loses its tags and keeps its address, where it was written for a web page', () => {
    expect(
      creditFrom('<a href="https://www.openstreetmap.org/copyright" target=_blank>&copy; OpenStreetMap</a> contributors, ODbL'),
    ).toEqual({
      text: '© OpenStreetMap contributors, ODbL',
      url: 'https://www.openstreetmap.org/copyright',
    })
    expect(creditFrom('See <b>ACLED</b>, https://acleddata.com.').url).toBe('https://acleddata.com')
    expect(creditFrom('&#169; A &#x26; B &amp; C &unknown; &#55296;').text).toBe('© A & B & C &unknown; &#55296;')
  })
})
