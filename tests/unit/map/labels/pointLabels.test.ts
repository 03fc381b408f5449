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

describe('Names that have a choice of places', () => {
  const cover = { left: -20, top: -10, right: 20, bottom: 10 }
  const shape = (key: string, ...places: [number, number][]): LabelledPoint => {
    const [at = [0, 0], ...others] = places
    const choices = others.map((other) => ({ at: other, coverPx: cover, maxResolution: 2 }))
    return { key, at, radiusPx: 0, coverPx: cover, choices, text: '', font: '', heightPx: 0 }
  }
  const mark = (key: string, x: number, y: number): LabelledPoint => ({ key, at: [x, y], radiusPx: 4, text: '', font: '', heightPx: 0 })
  const choiceOf = (points: readonly LabelledPoint[], key: string, resolution = 1) =>
    new PointLabels(
      () => points,
      () => 0,
    ).placementOf(key, resolution)?.choice

  test('stand in the first that is free', () => {
    const name = shape('name', [0, 0], [100, 0], [200, 0])
    expect(choiceOf([name], 'name')).toBe(0)
    expect(choiceOf([name, mark('a', 5, 5)], 'name')).toBe(1)
    expect(choiceOf([name, mark('a', 5, 5), mark('b', 100, 3)], 'name')).toBe(2)
  })

  test('stand where they cover least when none is free: they are never left out', () => {
    const name = shape('name', [0, 0], [100, 0])
    expect(choiceOf([name, mark('a', 5, 5), mark('b', 5, -5), mark('c', 100, 3)], 'name')).toBe(1)
    expect(choiceOf([name, mark('a', 5, 5), mark('c', 100, 3), mark('d', 90, 0)], 'name')).toBe(0)
  })

  test('stay in their own place on a map that shows too much for another', () => {
    expect(choiceOf([shape('name', [0, 0], [300, 0]), mark('a', 5, 5)], 'name', 3)).toBe(0)
  })

  test('keep clear of one another, and the names of points of them', () => {
    const points = [shape('one', [0, 0], [100, 0]), shape('other', [10, 0], [0, 100])]
    const labels = new PointLabels(
      () => points,
      () => 0,
    )
    expect(['one', 'other'].map((key) => labels.placementOf(key, 1)?.choice)).toEqual([0, 1])
    // Another comes in the way of the first.
    labels.amend([shape('one', [0, 100], [100, 0])], ['one'])
    expect(labels.placementOf('one', 1)?.choice).toBe(1)
  })
})

describe('What is reported of names', () => {
  const window = { minX: -400, minY: -400, maxX: 400, maxY: 400 }
  const labelsOf = (points: LabelledPoint[], middleX = 0) =>
    new PointLabels(
      () => points,
      () => 0,
      (toPx) => {
        const [x] = toPx([middleX, 0])
        return { forbidden: [], window: { ...window, minX: window.minX + x, maxX: window.maxX + x }, middleX }
      },
    )
  const point = (key: string, x: number, more: Partial<LabelledPoint> = {}): LabelledPoint => ({
    key,
    at: [x, 0],
    radiusPx: 4,
    text: key,
    font: '12px sans-serif',
    heightPx: 14,
    ...more,
  })

  test('is of the present view, also when nothing has asked for a place', () => {
    const crowded = Array.from({ length: 30 }, (_, index) => point(`Place ${index}`, index))
    const labels = labelsOf(crowded)
    const far = labels.report(1)
    expect(far.filter(({ state }) => state === 'noRoom').length).toBeGreaterThan(10)
    // As when the scale is taken back: the same map again has the same names.
    expect(labels.report(0.001).length).toBeLessThan(30)
    expect(labels.report(1)).toEqual(far)
  })

  test('leaves out marks beyond the edge, and has those beyond the antimeridian', () => {
    expect(labelsOf([point('inside', 100), point('outside', 900)]).report(1)).toEqual([
      { key: 'inside', text: 'inside', at: [100, 0], state: 'placed' },
    ])
    const half = 20_037_508.342789244
    const over = labelsOf([point('Fiji', half - 100), point('Samoa', 100 - half)], half).report(1)
    expect(over.map(({ text, state }) => [text, state])).toEqual([
      ['Fiji', 'placed'],
      ['Samoa', 'placed'],
    ])
  })

  test('counts every name of a map that has more of them than are placed', () => {
    const many = Array.from({ length: 12_000 }, (_, index) =>
      point(`N${index}`, (index % 700) - 350, { at: [(index % 700) - 350, Math.floor(index / 700)] }),
    )
    const report = labelsOf(many).report(1)
    expect(report).toHaveLength(12_000)
    expect(report.at(-1)).toMatchObject({ text: 'N11999', state: 'noRoom' })
  })
})
