import { describe, expect, it } from 'vitest'
import { parseWords } from '../../bench/words.ts'

describe('the words of npm run bench', () => {
  it('name benches, sizes and runs', () => {
    expect(parseWords(['open', 'pan', '--size', '1e6', '--size=10_000', '--runs', '5', '--write'])).toEqual({
      names: ['open', 'pan'],
      sizes: [1_000_000, 10_000],
      runs: 5,
      without: [],
      write: true,
      profiles: null,
      help: false,
    })
  })

  it('may be left out', () => {
    expect(parseWords(['--without', 'maplibre']).without).toEqual(['maplibre'])
    expect(parseWords([])).toEqual({ names: [], sizes: null, runs: 3, without: [], write: false, profiles: null, help: false })
  })

  it('name a folder for profiles', () => {
    expect(parseWords(['annotate', '--profile', 'profiles']).profiles).toBe('profiles')
  })

  it('are refused when they make no sense', () => {
    expect(() => parseWords(['--size'])).toThrow('--size needs a whole number above 0')
    expect(() => parseWords(['--runs', '0'])).toThrow('--runs needs a whole number above 0')
    expect(() => parseWords(['--profile'])).toThrow('--profile needs a folder')
    expect(() => parseWords(['--without', 'qgis'])).toThrow('--without needs a peer')
    expect(() => parseWords(['--wirte'])).toThrow('There is no option --wirte.')
  })
})
