import { describe, expect, it } from 'vitest'
import { cutAddress, origin, parseAddress } from '../../../electron/contract/addresses.ts'
import type { CutRequest } from '../../../electron/contract/cut.ts'
import { RefusalError } from '../../../electron/contract/refusal.ts'
import { createMapProtocol, type MapProtocolParts } from '../../../electron/services/mapProtocol.ts'

const source = '0123456789abcdef'
const request: CutRequest = {
  box: [0, 0, 1_000, 500],
  resolution: 2,
  reachPx: 4,
  filter: '',
  classes: { field: 'kind', values: ['a', null, 3] },
}

type Cut = MapProtocolParts['cut']

function asking(cut: Cut): (body: unknown, init?: RequestInit) => Promise<Response> {
  const none = async (): Promise<never> => Promise.reject(new Error('not asked for'))
  const protocol = createMapProtocol({ appFolder: '/none', basemapFolder: '/none', reliefTile: () => null, features: none, cut })
  return (body, init = {}) => protocol(new Request(cutAddress(source), { method: 'POST', body: JSON.stringify(body), ...init }))
}

describe('a cut', () => {
  it('has an address of its own', () => {
    expect(parseAddress(cutAddress(source))).toEqual({ kind: 'cut', source })
    expect(parseAddress(`${origin}/layer/elsewhere/cut`)).toBeNull()
  })

  it('is asked for in the body, and answered piece by piece', async () => {
    const asked: unknown[] = []
    const ask = asking(async (id, wanted, _signal, onPiece) => {
      asked.push(id, wanted)
      onPiece(new Uint8Array([1, 2]))
      await new Promise(setImmediate)
      onPiece(new Uint8Array([3]))
    })
    const response = await ask(request)
    expect([response.status, [...new Uint8Array(await response.arrayBuffer())]]).toEqual([200, [1, 2, 3]])
    expect(asked).toEqual([source, request])
  })

  it('may be empty', async () => {
    const response = await asking(async () => {})(request)
    expect([response.status, (await response.arrayBuffer()).byteLength]).toEqual([200, 0])
  })

  it.each([
    null,
    {},
    { ...request, box: [0, 0, 1_000] },
    { ...request, resolution: 0 },
    { ...request, resolution: 0.001 },
    { ...request, box: [1_000, 0, 0, 500] },
    { ...request, box: [0, 0, Infinity, 500] },
    { ...request, more: 1 },
  ])('is not made for what cannot be a picture (%j)', async (body) => {
    const response = await asking(() => Promise.reject(new Error('asked for')))(body)
    expect(response.status).toBe(400)
  })

  it('is only made for a POST', async () => {
    const response = await asking(() => Promise.reject(new Error('asked for')))(null, { method: 'GET', body: null })
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST'])
  })

  it('is refused in a sentence before it begins, and breaks off after', async () => {
    const refuse = asking(() => Promise.reject(new RefusalError({ message: 'This layer is not open.' })))
    const refused = await refuse(request)
    expect([refused.status, ((await refused.json()) as { message: string }).message]).toEqual([422, 'This layer is not open.'])
    const broken = await asking(async (_id, _wanted, _signal, onPiece) => {
      onPiece(new Uint8Array([1]))
      await new Promise(setImmediate)
      throw new Error('It broke.')
    })(request)
    expect(broken.status).toBe(200)
    await expect(broken.arrayBuffer()).rejects.toThrow('It broke.')
  })

  it('is cancelled when nobody reads on', async () => {
    let cancelled = false
    const ask = asking(async (_id, _wanted, signal, onPiece) => {
      onPiece(new Uint8Array([1]))
      await new Promise((resolve) => signal.addEventListener('abort', resolve))
      cancelled = true
    })
    const response = await ask(request)
    await response.body?.cancel()
    await new Promise(setImmediate)
    expect(cancelled).toBe(true)
  })
})
