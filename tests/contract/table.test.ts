import { describe, expect, it } from 'vitest'
import { calls, type Calls } from '../../electron/contract/calls.ts'
import { CancelledError, Refusal, RefusalError } from '../../electron/contract/refusal.ts'
import { defineCalls, type Handlers, serve } from '../../electron/contract/table.ts'
import { z } from '../../electron/contract/schema.ts'

const table = defineCalls({
  double: { argument: z.strictObject({ value: z.number() }), result: z.number() },
  fail: { argument: z.strictObject({}), result: z.strictObject({}) },
  unhandled: { argument: z.strictObject({}), result: z.strictObject({}) },
})

/** Serves a call with handlers that note what reached them. */
async function ask(name: unknown, argument: unknown, fail: () => never = () => expect.fail('not called')) {
  const reached: unknown[] = []
  const defects: [unknown, string][] = []
  const handlers = {
    double: ({ value }, context) => {
      reached.push(value, context)
      return value * 2
    },
    fail: async () => fail(),
  } as Partial<Handlers<typeof table, string>> as Handlers<typeof table, string>
  const outcome = await serve(table, handlers, name, argument, 'context', (error, of) => defects.push([error, of]))
  return { outcome, reached, defects }
}

describe('a call', () => {
  it('reaches its handler decoded, with the context, and comes back with the value', async () => {
    expect(await ask('double', { value: 21 })).toEqual({ outcome: { ok: true, value: 42 }, reached: [21, 'context'], defects: [] })
  })

  it.each([
    'no such call',
    'Double',
    ' double',
    '',
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'valueOf',
    5,
    null,
    undefined,
    {},
    ['double'],
    Symbol('double'),
    Object.create(null),
    { toString: () => 'double' },
    {
      toString: () => {
        throw new Error('trap')
      },
    },
  ])('under a name that is not in the table is refused and reaches nothing', async (name) => {
    const { outcome, reached } = await ask(name, { value: 1 })
    expect(reached).toEqual([])
    expect(outcome).toMatchObject({ ok: false })
    expect(Refusal.parse((outcome as { refusal: unknown }).refusal).message).toContain('does not exist')
  })

  it.each([
    undefined,
    null,
    5,
    'text',
    [],
    {},
    { value: '21' },
    { value: null },
    { value: Number.NaN },
    { value: 1, more: 2 },
    [{ value: 1 }],
    JSON.parse('{"value":1,"__proto__":{"value":2}}'),
    JSON.parse('{"__proto__":{"value":2}}'),
  ])('with an argument that is not understood (%j) never reaches its handler', async (argument) => {
    const { outcome, reached, defects } = await ask('double', argument)
    expect(reached).toEqual([])
    expect(outcome).toMatchObject({ ok: false, refusal: { message: 'The program asked for “double” in a way that is not understood.' } })
    expect(defects).toHaveLength(1)
  })

  it('that is refused gives the refusal and is no defect', async () => {
    const refusal = { message: 'a.geojson is gone.', advice: 'Look for it.', file: 'a.geojson', line: 2, column: 7 }
    const { outcome, defects } = await ask('fail', {}, () => {
      throw new RefusalError(refusal)
    })
    expect(outcome).toEqual({ ok: false, refusal })
    expect(defects).toEqual([])
  })

  it('that is cancelled says so and is no defect', async () => {
    const { outcome, defects } = await ask('fail', {}, () => {
      throw new CancelledError()
    })
    expect(outcome).toEqual({ ok: false, cancelled: true })
    expect(defects).toEqual([])
  })

  it.each([new TypeError('x is undefined'), 'text', null, undefined, { message: 'not an error' }])(
    'whose handler breaks (%s) is reported as a defect and reaches the user as a sentence',
    async (thrown) => {
      const { outcome, defects } = await ask('fail', {}, () => {
        // oxlint-disable-next-line typescript/only-throw-error -- packages throw what they like
        throw thrown
      })
      const { message, advice } = Refusal.parse((outcome as { refusal: unknown }).refusal)
      expect(message).toMatch(/^Something went wrong inside Cartouche \(.+\)\.$/)
      expect(advice).toContain('report it')
      expect(defects).toEqual([[thrown, 'fail']])
    },
  )

  it('without a handler is a defect and not a crash', async () => {
    const { outcome, defects } = await ask('unhandled', {})
    expect(outcome).toMatchObject({ ok: false })
    expect(defects).toHaveLength(1)
  })

  it('always has an outcome that can cross a process border', async () => {
    const names = ['double', 'fail', 'nothing', Symbol('x'), {}]
    const boom = (): never => {
      throw new Error('boom')
    }
    const asked = await Promise.all(names.map((name) => ask(name, { value: 1 }, boom)))
    for (const { outcome } of asked) expect(structuredClone(outcome)).toEqual(outcome)
  })
})

describe('the calls table', () => {
  it.each(Object.entries(calls))(
    'takes nothing that is not an object, and nothing with more keys than it knows: %s',
    (_name, { argument }) => {
      for (const value of [undefined, null, 0, '', [], () => undefined]) expect(argument.safeParse(value).success).toBe(false)
      const known = argument.safeParse({ surely: 'unknown' })
      expect(known.error?.issues.some(({ code }) => code === 'unrecognized_keys')).toBe(true)
    },
  )

  const bad: { [N in keyof Calls]?: unknown[] } = {
    'layers.read': [
      { source: '../../etc/passwd', job: 'a' },
      { source: '0123456789ABCDEF', job: 'a' },
      { source: '0123456789abcdef\n', job: 'a' },
      { source: '0123456789abcdef', job: '' },
      { source: '0123456789abcdef', job: 'A b' },
      { source: '0123456789abcdef', job: 'x'.repeat(65) },
    ],
    'layers.records': [
      { source: '0123456789abcdef', features: [-1] },
      { source: '0123456789abcdef', features: [0.5] },
      { source: '0123456789abcdef', features: Array.from({ length: 1_001 }, (_, i) => i) },
    ],
    'layers.values': [{ source: '0123456789abcdef', field: 'a', filter: '', limit: 0 }],
    'layers.page': [
      { source: '0123456789abcdef', query: { filter: '', search: '', sort: null, only: null }, offset: 0, limit: 1_001 },
      { source: '0123456789abcdef', query: { filter: '', search: '', sort: null, only: [1] }, offset: 0, limit: 1 },
      { source: '0123456789abcdef', query: { filter: 'x'.repeat(10_001), search: '', sort: null, only: null }, offset: 0, limit: 1 },
    ],
    'layers.breaks': [{ source: '0123456789abcdef', filter: '', field: 'a', method: 'quantile', classes: 13 }],
    'layers.tally': [{ source: '0123456789abcdef', request: { area: [0, 0, 1], filter: '', field: null } }],
    'layers.problems': [{ source: '0123456789abcdef', offset: -1, limit: 10 }],
    'layers.drop': [{ paths: Array.from({ length: 10_001 }, () => '/a') }, { paths: [5] }],
    'document.save': [{ document: {}, path: null, as: false }],
    'clipboard.write': [{ text: 'x'.repeat(1_000_001) }],
    'network.refused': [{ url: 'x'.repeat(8_193), directive: 'img-src' }],
    'menu.state': [{ disabled: ['no.such.command'], checked: [], undo: null, redo: null, title: '', modified: false }],
  }
  it.each(Object.entries(bad).flatMap(([name, values]) => values.map((value) => [name as keyof Calls, value] as const)))(
    'refuses what it cannot mean: %s',
    (name, value) => {
      expect(calls[name].argument.safeParse(value).success).toBe(false)
    },
  )
})
