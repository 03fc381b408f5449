import { describe, expect, it } from 'vitest'
import type { FromWorker, PictureOrder, ToWorker } from '../../../../renderer/map/painter/messages.ts'
import { Painter } from '../../../../renderer/map/painter/painter.ts'

/** A worker that paints when it is told to. */
class FakeWorker extends EventTarget {
  readonly asked: ToWorker[] = []
  ended = false
  postMessage(message: ToWorker): void {
    this.asked.push(message)
  }
  terminate(): void {
    this.ended = true
  }
  answer(data: FromWorker): void {
    this.dispatchEvent(new MessageEvent('message', { data }))
  }
  crash(): void {
    this.dispatchEvent(new Event('error'))
  }
  get jobs(): number[] {
    return this.asked.map(({ job }) => job)
  }
}

const order = { address: 'a' } as PictureOrder
const { signal } = new AbortController()

function painting(): { painter: Painter; workers: FakeWorker[] } {
  const workers: FakeWorker[] = []
  const painter = new Painter(() => {
    workers.push(new FakeWorker())
    return workers.at(-1) as unknown as Worker
  })
  return { painter, workers }
}

const settled = async (one: Promise<unknown>): Promise<string> =>
  one.then(
    () => 'painted',
    (error: Error) => error.message,
  )

describe('the painter', () => {
  it('paints two at a time, and the view before its surroundings', () => {
    const { painter, workers } = painting()
    for (const urgency of ['view', 'surroundings', 'surroundings', 'view'] as const) void painter.paint(order, urgency, signal)
    expect(workers[0]?.jobs).toEqual([1, 2])
    workers[0]?.answer({ type: 'picture', job: 1, picture: null })
    expect(workers[0]?.jobs).toEqual([1, 2, 4])
    workers[0]?.answer({ type: 'picture', job: 2, picture: null })
    expect(workers[0]?.jobs).toEqual([1, 2, 4, 3])
  })

  it('forgets what is cancelled before it begins, and tells the worker of what it has begun', async () => {
    const { painter, workers } = painting()
    const aborts = Array.from({ length: 3 }, () => new AbortController())
    const pictures = aborts.map((abort) => settled(painter.paint(order, 'view', abort.signal)))
    aborts[2]?.abort()
    aborts[0]?.abort()
    expect(workers[0]?.asked.at(-1)).toEqual({ type: 'cancel', job: 1 })
    workers[0]?.answer({ type: 'cancelled', job: 1 })
    workers[0]?.answer({ type: 'failed', job: 2, message: 'There is no memory left to draw in.' })
    expect(await Promise.all(pictures)).toEqual(['Cancelled.', 'There is no memory left to draw in.', 'Cancelled.'])
    expect(workers[0]?.jobs).not.toContain(3)
  })

  it('starts a worker that fails once more, with what it was painting; then says so', async () => {
    const { painter, workers } = painting()
    const first = settled(painter.paint(order, 'view', signal))
    workers[0]?.crash()
    expect([workers.length, workers[0]?.ended, workers[1]?.jobs]).toEqual([2, true, [1]])
    workers[1]?.crash()
    expect(await first).toMatch(/^The part of Cartouche that draws big layers stopped\./)
    expect(await settled(painter.paint(order, 'view', signal))).toMatch(/^The part of Cartouche/)
    expect(workers).toHaveLength(2)
  })
})
