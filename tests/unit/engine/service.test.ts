/** The service over a port that is only a pair of functions: what it answers, and what it does with what is no request. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { EngineReply } from '../../../electron/contract/engine.ts'
import { startService } from '../../../electron/engine/service.ts'
import { collection, feature, point, source, useLayers } from './layer.ts'

const layers = useLayers()

function connect(): {
  send: (message: unknown) => void
  replies: EngineReply[]
  defects: unknown[]
  endAll: (message: string) => void
  outcomeOf: (id: number) => Promise<unknown>
  /** The first that is told. */
  progressOf: (id: number) => Promise<{ done: number; total: number }>
} {
  const replies: EngineReply[] = []
  const defects: unknown[] = []
  const waiting = new Map<number, (outcome: unknown) => void>()
  const watching = new Map<number, (progress: { done: number; total: number }) => void>()
  let receive: (message: unknown) => void = () => {}
  const endAll = startService(
    {
      post(reply) {
        replies.push(reply)
        if (reply.type === 'progress') watching.get(reply.id)?.(reply)
        if (reply.type === 'outcome') waiting.get(reply.id)?.(reply.outcome)
      },
      onMessage(listener) {
        receive = listener
      },
    },
    (error) => defects.push(error),
  )
  return {
    send: (message) => receive(message),
    replies,
    defects,
    endAll,
    outcomeOf: (id) =>
      new Promise((resolve) => {
        waiting.set(id, resolve)
      }),
    progressOf: (id) =>
      new Promise((resolve) => {
        watching.set(id, resolve)
      }),
  }
}

describe('A call', () => {
  test('is answered with its value under its own number', async () => {
    await layers.read(collection(point(1, 2)))
    const { send, outcomeOf } = connect()
    const answers = [outcomeOf(7), outcomeOf(8)]
    send({ type: 'call', id: 7, name: 'open', argument: { source, path: join(layers.folder, 'layer.geojson') } })
    send({ type: 'call', id: 8, name: 'close', argument: { source: 'ffffffffffffffff' } })
    expect(await Promise.all(answers)).toMatchObject([
      { ok: true, value: { features: 1 } },
      { ok: true, value: {} },
    ])
  })

  test.each([
    ['of a name that does not exist', 'explode', {}],
    ['of a name that every object has', 'toString', {}],
    ['with an argument of another shape', 'open', { source, path: 5 }],
    ['with a source that is no id', 'records', { source: '../../etc', features: [0] }],
    ['for a layer that is not open', 'records', { source, features: [0] }],
  ])('%s is refused in a sentence', async (_, name, argument) => {
    const { send, outcomeOf } = connect()
    const outcome = outcomeOf(1)
    send({ type: 'call', id: 1, name, argument })
    expect(await outcome).toMatchObject({ ok: false, refusal: { message: expect.stringMatching(/\.$/) as string } })
  })

  test('that is cancelled says so, once', async () => {
    await layers.read(collection(...Array.from({ length: 50_000 }, () => point(1, 2))))
    const { send, outcomeOf, replies } = connect()
    const outcome = outcomeOf(1)
    send({ type: 'call', id: 1, name: 'open', argument: { source, path: join(layers.folder, 'layer.geojson') } })
    send({ type: 'cancel', id: 1 })
    send({ type: 'cancel', id: 1 })
    expect(await outcome).toEqual({ ok: false, cancelled: true })
    expect(replies.filter(({ type }) => type === 'outcome')).toHaveLength(1)
  })
})

test('A long sort tells how far it is, and ends when it is cancelled there; the next question is answered', async () => {
  const names = Array.from({ length: 60_000 }, (_, n) => feature(null, { name: `base ${(n * 7_919) % 60_000} of ${n % 97}` }))
  const path = join(layers.folder, 'names.geojson')
  await writeFile(path, collection(...names))
  const { send, replies, outcomeOf, progressOf } = connect()
  const opened = outcomeOf(1)
  send({ type: 'call', id: 1, name: 'open', argument: { source, path } })
  expect(await opened).toMatchObject({ ok: true })
  const page = (id: number, sort: unknown): void =>
    send({
      type: 'call',
      id,
      name: 'page',
      argument: { source, query: { filter: '', search: '', sort, only: null }, offset: 0, limit: 1 },
    })

  const [told, sorted] = [progressOf(2), outcomeOf(2)]
  page(2, { field: 'name', descending: false })
  const { done, total } = await told
  expect(done / total).toBeGreaterThanOrEqual(0)
  expect(done / total).toBeLessThan(1)
  send({ type: 'cancel', id: 2 })
  expect(await sorted).toEqual({ ok: false, cancelled: true })

  const plain = outcomeOf(3)
  page(3, null)
  expect(await plain).toMatchObject({ ok: true, value: { total: 60_000, records: [{ feature: 0 }] } })
  // What was given up says no more.
  expect(replies.filter(({ type, id }) => id === 2 && type === 'outcome')).toHaveLength(1)
})

test('Messages that are no requests are dropped', () => {
  const { send, replies, defects } = connect()
  for (const message of [null, 5, 'call', [], { type: 'call' }, { type: 'call', id: '1', name: 'open' }, { type: 'other', id: 1 }])
    send(message)
  expect(replies).toEqual([])
  expect(defects).toHaveLength(7)
})

test('An error that belongs to no call ends those that are running with a refusal, and the service goes on', async () => {
  await layers.read(collection(...Array.from({ length: 50_000 }, () => point(1, 2))))
  const { send, outcomeOf, endAll, replies } = connect()
  const outcome = outcomeOf(1)
  send({ type: 'call', id: 1, name: 'open', argument: { source, path: join(layers.folder, 'layer.geojson') } })
  endAll('Something went wrong inside Cartouche (test).')
  expect(await outcome).toMatchObject({ ok: false, refusal: { message: 'Something went wrong inside Cartouche (test).' } })
  const next = outcomeOf(2)
  send({ type: 'call', id: 2, name: 'close', argument: { source } })
  expect(await next).toEqual({ ok: true, value: {} })
  expect(replies.filter(({ type, id }) => type === 'outcome' && id === 1)).toHaveLength(1)
})
