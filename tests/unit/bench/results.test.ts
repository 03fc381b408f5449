import { describe, expect, it } from 'vitest'
import type { Bench, Figure } from '../../bench/bench.ts'
import { resultsText } from '../../bench/results.ts'

const bench = (name: string): Bench => ({ name, about: `What ${name} is.`, sizes: [], run: async function* () {} })
const benches = [bench('open'), bench('pan')]

const figure = (change: Partial<Figure>): Figure => ({
  bench: 'open',
  figure: 'first picture',
  size: 10_000,
  ours: 1,
  peer: 2,
  peerName: 'OpenLayers',
  ratio: 0.5,
  unit: 'ms',
  runs: 3,
  load: 1.5,
  ...change,
})

const write = (before: string, figures: Figure[], machine = '2 × Some processor'): string =>
  resultsText(before, figures, benches, machine, '2026-01-31')

describe('written results', () => {
  it('are a table for each bench, small sizes first', () => {
    const text = write('', [figure({ bench: 'pan' }), figure({ size: 1_000_000 }), figure({})])
    expect(text.split('\n').filter((line) => line.startsWith('## '))).toEqual(['## open', '## pan'])
    expect(text).toContain('Measured on 2 × Some processor.')
    expect(text.indexOf('| 10,000 |')).toBeLessThan(text.indexOf('| 1,000,000 |'))
    expect(text).toContain('| first picture | 10,000 | 1 ms | 2 ms | 0.5 | OpenLayers | 3 | 1.5 | 2026-01-31 |')
  })

  it('replace what was written of the same figure, and leave the rest', () => {
    const first = write('', [figure({ ours: 11 }), figure({ bench: 'pan', ours: 33 }), figure({ peerName: 'MapLibre GL', ours: 44 })])
    const second = write(first, [figure({ ours: 22 })])
    expect(second).not.toContain('| 11 ms |')
    for (const text of ['| 22 ms |', '| 33 ms |', '| 44 ms |']) expect(second).toContain(text)
    expect(write(second, [])).toBe(second)
  })

  it('do not stand beside those of another machine', () => {
    const other = write(write('', [figure({ ours: 11 })]), [figure({ bench: 'pan', ours: 33 })], '64 × Some other')
    expect(other).not.toContain('| 11 ms |')
    expect(other).toContain('| 33 ms |')
  })
})
