import { describe, expect, test } from 'vitest'
import { valuesOf } from '../../../../electron/engine/answer/values.ts'
import { CancelledError } from '../../../../electron/contract/refusal.ts'
import { collection, feature, useLayers } from '../layer.ts'

const layers = useLayers()
const options = { signal: new AbortController().signal, onProgress: () => {} }
const withStatus = (...values: unknown[]): string => collection(...values.map((status) => feature(null, { status })))

describe('Distinct values', () => {
  test('are counted, most frequent first, then in the order of the file', async () => {
    const { open } = await layers.read(withStatus('held', 'handed over', 'handed over', 1, 1, 1.0, true, null, '1'))
    expect(await valuesOf(open, 'status', '', 10, options)).toEqual({
      values: [
        { value: 1, count: 3 },
        { value: 'handed over', count: 2 },
        { value: 'held', count: 1 },
        { value: true, count: 1 },
        { value: null, count: 1 },
        { value: '1', count: 1 },
      ],
      more: false,
    })
  })

  test('say when there are more than were asked for', async () => {
    const { open } = await layers.read(withStatus('a', 'b', 'b', 'c'))
    expect(await valuesOf(open, 'status', '', 1, options)).toEqual({ values: [{ value: 'b', count: 2 }], more: true })
  })

  test('are null where a feature lacks the field', async () => {
    const { open } = await layers.read(withStatus('a', 'a'))
    expect((await valuesOf(open, 'other', '', 5, options)).values).toEqual([{ value: null, count: 2 }])
  })

  test('of lists and objects are their JSON, and of numbers beyond all numbers their digits', async () => {
    const { open } = await layers.read(
      collection(...['[1,2]', '{"a":1}', '1e999'].map((value) => `{"type":"Feature","geometry":null,"properties":{"status":${value}}}`)),
    )
    expect((await valuesOf(open, 'status', '', 5, options)).values.map(({ value }) => value)).toEqual(['[1,2]', '{"a":1}', '1e999'])
  })

  test('can be cancelled', async () => {
    const { open } = await layers.read(withStatus('a'))
    await expect(valuesOf(open, 'status', '', 5, { ...options, signal: AbortSignal.abort() })).rejects.toThrow(CancelledError)
  })
})
