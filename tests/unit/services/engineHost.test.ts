/** The host's side of the engine, over a port that the test holds; and once over a real worker that dies. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { EngineRequest } from '../../../electron/contract/engine.ts'
import { CancelledError, RefusalError } from '../../../electron/contract/refusal.ts'
import { EngineHost } from '../../../electron/services/engineHost.ts'
import { startEngineWorker } from '../../../electron/services/engineWorker.ts'

const source = '00000000000000aa'

/** A host whose engines are played by the test. */
function playedHost(): {
  host: EngineHost
  engines: { requests: EngineRequest[]; reply: (message: unknown) => void; die: (reason: string) => void; stopped: boolean }[]
  deaths: [string, string][]
} {
  const deaths: [string, string][] = []
  const engines: ReturnType<typeof playedHost>['engines'] = []
  const host = new EngineHost(
    () => {
      const engine: (typeof engines)[number] = { requests: [], reply: () => {}, die: () => {}, stopped: false }
      engines.push(engine)
      return {
        post: (request) => engine.requests.push(request),
        onMessage: (listener) => {
          engine.reply = listener
        },
        onExit: (listener) => {
          engine.die = listener
        },
        stop: () => {
          engine.stopped = true
        },
      }
    },
    (message, reason) => deaths.push([message, reason]),
  )
  return { host, engines, deaths }
}

describe('A call', () => {
  test('gives what the engine answers to it, and not what it answers to others', async () => {
    const { host, engines } = playedHost()
    const calls = [host.call('close', { source }), host.call('problems', { source, offset: 0, limit: 1 })]
    engines[0]?.reply({ type: 'outcome', id: 99, outcome: { ok: true, value: {} } })
    engines[0]?.reply({ type: 'outcome', id: 2, outcome: { ok: true, value: [] } })
    engines[0]?.reply({ type: 'outcome', id: 1, outcome: { ok: true, value: {} } })
    expect(await Promise.all(calls)).toEqual([{}, []])
    expect(engines).toHaveLength(1)
  })

  test('throws the refusal that the engine gives', async () => {
    const { host, engines } = playedHost()
    const call = host.call('close', { source })
    const refusal = { message: 'No.', advice: 'Try.', file: 'a', line: 1, column: 2 }
    engines[0]?.reply({ type: 'outcome', id: 1, outcome: { ok: false, refusal } })
    await expect(call).rejects.toMatchObject({ refusal })
  })

  test('does not let through a value of another shape', async () => {
    const { host, engines } = playedHost()
    const call = host.call('problems', { source, offset: 0, limit: 1 })
    engines[0]?.reply({ type: 'outcome', id: 1, outcome: { ok: true, value: 'nothing' } })
    await expect(call).rejects.toBeInstanceOf(Error)
  })

  test('tells its progress', async () => {
    const { host, engines } = playedHost()
    const told: number[][] = []
    const call = host.call('close', { source }, { onProgress: (done, total) => told.push([done, total]) })
    engines[0]?.reply({ type: 'progress', id: 1, done: 5, total: 10 })
    engines[0]?.reply({ type: 'outcome', id: 1, outcome: { ok: true, value: {} } })
    await call
    expect(told).toEqual([[5, 10]])
  })

  test('that is aborted asks the engine to cancel, and ends when the engine says so', async () => {
    const { host, engines } = playedHost()
    const controller = new AbortController()
    const call = host.call('close', { source }, { signal: controller.signal })
    controller.abort()
    expect(engines[0]?.requests.at(-1)).toEqual({ type: 'cancel', id: 1 })
    engines[0]?.reply({ type: 'outcome', id: 1, outcome: { ok: false, cancelled: true } })
    await expect(call).rejects.toThrow(CancelledError)
  })

  test('that was aborted before it began does not start an engine', async () => {
    const { host, engines } = playedHost()
    await expect(host.call('close', { source }, { signal: AbortSignal.abort() })).rejects.toThrow(CancelledError)
    expect(engines).toHaveLength(0)
  })
})

describe('An engine that dies', () => {
  test('refuses what was asked of it in a sentence, is reported, and another one takes the next call', async () => {
    const { host, engines, deaths } = playedHost()
    const call = host.call('close', { source })
    engines[0]?.die('out of memory')
    await expect(call).rejects.toThrow(RefusalError)
    expect(deaths).toEqual([['The part of Cartouche that reads layers stopped unexpectedly and is started again.', 'out of memory']])
    const next = host.call('close', { source })
    engines[1]?.reply({ type: 'outcome', id: 2, outcome: { ok: true, value: {} } })
    expect(await next).toEqual({})
  })

  test('is not missed when it was stopped', async () => {
    const { host, engines, deaths } = playedHost()
    const call = host.call('close', { source })
    host.stop()
    await expect(call).rejects.toThrow(CancelledError)
    engines[0]?.die('asked to')
    expect(engines[0]?.stopped).toBe(true)
    expect(deaths).toEqual([])
    await expect(host.call('close', { source })).rejects.toThrow('Cartouche is closing.')
  })
})

test('A worker that reads in earnest, is ended in the midst of it, and is started again', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'cartouche-host-'))
  const path = join(folder, 'layer.geojson')
  await writeFile(path, '{"type":"Point","coordinates":[44,33]}')
  let kill: () => void = () => {}
  const host = new EngineHost(() => {
    const port = startEngineWorker(new URL('../../../electron/engine/index.ts', import.meta.url))
    kill = () => port.stop()
    return port
  })
  const interrupted = host.call('open', { source, path })
  kill()
  await expect(interrupted).rejects.toThrow('stopped unexpectedly')
  expect(await host.call('open', { source, path })).toMatchObject({ features: 1 })
  host.stop()
  await rm(folder, { recursive: true })
})
