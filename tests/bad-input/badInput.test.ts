/** Every case of bad input through the real engine: the exact sentence, the place, and nothing half-loaded afterwards. */
import { describe, expect, test } from 'vitest'
import { RefusalError } from '../../electron/contract/refusal.ts'
import type { BadInput } from './cases.ts'
import { broken } from './cases/broken.ts'
import { coordinates } from './cases/coordinates.ts'
import { features } from './cases/features.ts'
import { gzip } from './cases/gzip.ts'
import { otherFormats } from './cases/otherFormats.ts'
import { source, useEngine } from './engine.ts'

const groups: [string, BadInput[]][] = [
  ['broken JSON', broken],
  ['another format', otherFormats],
  ['compressed files', gzip],
  ['coordinates', coordinates],
  ['features and reference systems', features],
]

const engine = useEngine()

/** Of a broken file, as many features as its refusal promised can be had, and what is missing is said. */
async function expectPart(path: string, readable: number): Promise<void> {
  const summary = await engine.host.call('open', { source, path, partial: true })
  expect(summary.partial).toBe(true)
  expect(summary.features + summary.withoutGeometry).toBe(readable)
  expect(summary.problems.first.at(-1)?.message).toMatch(/^The file .* What comes after that was not read\.$/)
  const drawn = JSON.parse(new TextDecoder().decode(await engine.host.call('features', { source }))) as { features: unknown[] }
  expect(drawn.features).toHaveLength(summary.features)
  await engine.host.call('close', { source })
}

describe.each(groups)('%s', (_, cases) => {
  test.each(cases)('%s', async (_name, bytes, expected) => {
    const path = await engine.write('bases.geojson', bytes)
    const answer = await engine.open(path)
    if ('message' in expected) {
      expect(answer).toHaveProperty('refusal')
      if (!('refusal' in answer)) return
      const { readable = 0, ...refusal } = answer.refusal
      expect(refusal).toEqual({ ...expected, file: path })
      await expect(engine.host.call('features', { source }), 'nothing half-loaded stays').rejects.toThrow(RefusalError)
      if (readable > 0) await expectPart(path, readable)
      return
    }
    expect(answer).toHaveProperty('summary')
    if (!('summary' in answer)) return
    const { summary } = answer
    expect(summary.problems.first.map(({ outcome, feature, line, column, message }) => [outcome, feature, line, column, message])).toEqual(
      expected.complaints,
    )
    expect(summary.features).toBe(expected.drawn)
    expect(summary.withoutGeometry).toBe(expected.withoutGeometry)
    const drawn = JSON.parse(new TextDecoder().decode(await engine.host.call('features', { source }))) as { features: unknown[] }
    expect(drawn.features, 'what the window gets').toHaveLength(expected.drawn)
    await engine.host.call('close', { source })
  })
})

test('There are at least sixty cases, and no sentence lacks its advice', () => {
  const all = groups.flatMap(([, cases]) => cases)
  expect(all.length).toBeGreaterThanOrEqual(60)
  for (const [name, , outcome] of all) {
    const sentences = 'message' in outcome ? [outcome.message, outcome.advice] : outcome.complaints.map((complaint) => complaint[4])
    for (const sentence of sentences) expect(sentence, name).toMatch(/^[a-zA-Z].*\.$/)
  }
})
