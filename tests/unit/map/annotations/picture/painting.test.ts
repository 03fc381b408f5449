import { describe, expect, test, vi } from 'vitest'
import type { DrawnAnnotations } from '../../../../../renderer/map/annotations/picture/drawnAnnotations.ts'
import { Painting } from '../../../../../renderer/map/annotations/picture/painting.ts'
import type { GridBox, PictureWindow } from '../../../../../renderer/map/annotations/picture/pictureWindow.ts'
import type { Shown } from '../../../../../renderer/map/annotations/annotationFeatures.ts'

const window: PictureWindow = { resolution: 1, rotation: 0, pixelRatio: 1, x: 100, y: 200, width: 400, height: 300 }
const whole: GridBox = { left: 100, top: 200, right: 500, bottom: 500 }

/** Annotations that note when they are painted: `b` their bodies, `n` their names. */
function scene(ids: readonly string[], seenIn: (id: string) => number[] = () => [0]) {
  const painted: string[] = []
  const calls: [string, ...unknown[]][] = []
  const context = new Proxy(
    {},
    {
      get:
        (_, name: string) =>
        (...words: unknown[]) =>
          calls.push([name, ...words]),
    },
  ) as unknown as CanvasRenderingContext2D
  const drawing = (word: string, id: string) => ({
    draw: (_: unknown, __: unknown, offset: number) => painted.push(`${word} ${id} ${offset}`),
  })
  const idOf = (shown: Shown): string => shown.annotation.id
  const drawn = {
    copiesIn: (shown: Shown) => seenIn(idOf(shown)),
    body: (shown: Shown) => drawing('b', idOf(shown)),
    name: (shown: Shown) => (idOf(shown).startsWith('quiet') ? null : drawing('n', idOf(shown))),
  } as unknown as DrawnAnnotations
  const all = ids.map((id, order) => ({ annotation: { id }, order })) as unknown as Shown[]
  return { painted, calls, begin: (boxes: readonly GridBox[] = [whole]) => new Painting(context, window, boxes, drawn, all) }
}

describe('A painting', () => {
  test('has bodies from the bottom up, and all names over all bodies', () => {
    const { painted, begin } = scene(['a', 'quiet', 'b'])
    expect(begin().goOn(Infinity)).toBe(true)
    expect(painted).toEqual(['b a 0', 'b quiet 0', 'b b 0', 'n a 0', 'n b 0'])
  })

  test('has what is seen several times as often, and leaves out what is not seen', () => {
    const { painted, begin } = scene(['a', 'b'], (id) => (id === 'a' ? [-10, 0] : []))
    begin().goOn(Infinity)
    expect(painted).toEqual(['b a -10', 'b a 0', 'n a -10', 'n a 0'])
  })

  test('clears its boxes first, and keeps to them', () => {
    const { calls, begin } = scene(['a'])
    const box = { left: 110, top: 220, right: 130, bottom: 260 }
    begin([box]).goOn(Infinity)
    expect(calls.slice(0, 5)).toEqual([['clearRect', 10, 20, 20, 40], ['save'], ['beginPath'], ['rect', 10, 20, 20, 40], ['clip']])
    expect(calls.at(-1)).toEqual(['restore'])
  })

  test('goes on where its time was up, and paints nothing twice', () => {
    const ids = Array.from({ length: 40 }, (_, index) => `a${index}`)
    const { painted, begin } = scene(ids)
    let now = 0
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => (now += 1))
    const painting = begin()
    let slices = 1
    while (!painting.goOn(0)) slices += 1
    clock.mockRestore()
    expect(slices).toBeGreaterThan(5)
    expect(painted).toEqual([...ids.map((id) => `b ${id} 0`), ...ids.map((id) => `n ${id} 0`)])
  })
})
