import { describe, expect, test } from 'vitest'
import { type LabelledPoint, PointLabels } from '../../../../renderer/map/labels/pointLabels.ts'
import { seeded } from '../../../bench/generate.ts'

function crowd(count: number, seed: number): LabelledPoint[] {
  const random = seeded(seed)
  return Array.from({ length: count }, (_, index) => ({
    key: `p${index}`,
    at: [random() * 900, random() * 900] as const,
    radiusPx: 4,
    text: `Site ${index}`,
    font: '12px sans-serif',
    heightPx: 14,
  }))
}

const placesOf = (labels: PointLabels, points: readonly LabelledPoint[]) => points.map(({ key }) => labels.placementOf(key, 1))

describe('Names that are placed a part at a time', () => {
  test('come to stand where they would have been placed at once', () => {
    const points = crowd(600, 1)
    const [atOnce, sliced] = [
      new PointLabels(
        () => points,
        () => 0,
      ),
      new PointLabels(
        () => points,
        () => 0,
      ),
    ]
    placesOf(sliced, points)
    // Another order: as after changes one by one.
    sliced.amend(
      points.slice(0, 100),
      points.slice(0, 100).map(({ key }) => key),
    )
    expect(placesOf(sliced, points)).not.toEqual(placesOf(atOnce, points))
    const steps = sliced.placing()
    let count = 0
    let step = steps.next()
    for (; step.done !== true; step = steps.next()) count += 1
    expect(step.value).toBe(true)
    expect(count, 'in parts').toBeGreaterThan(5)
    expect(placesOf(sliced, points)).toEqual(placesOf(atOnce, points))
  })

  test('leave those that are there in force until they are done', () => {
    const points = crowd(400, 2)
    const labels = new PointLabels(
      () => points,
      () => 0,
    )
    labels.placementOf('p0', 1)
    labels.amend(
      points.slice(0, 50),
      points.slice(0, 50).map(({ key }) => key),
    )
    const before = placesOf(labels, points)
    const steps = labels.placing()
    steps.next()
    steps.next()
    expect(placesOf(labels, points)).toEqual(before)
  })

  test('are given up when something changes meanwhile', () => {
    const points = crowd(400, 3)
    for (const change of [
      (labels: PointLabels) => labels.amend([{ ...points[0]!, at: [5, 5] }], ['p0']),
      (labels: PointLabels) => labels.invalidate(),
      (labels: PointLabels) => labels.placementOf('p0', 2),
    ]) {
      const labels = new PointLabels(
        () => points,
        () => 0,
      )
      labels.placementOf('p0', 1)
      const steps = labels.placing()
      steps.next()
      change(labels)
      expect(steps.next()).toEqual({ done: true, value: false })
    }
  })
})
