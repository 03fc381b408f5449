import { describe, expect, it } from 'vitest'
import { NetworkLog } from '../../../electron/contract/network.ts'
import { NetworkCounter } from '../../../electron/services/networkCounter.ts'

const counting = () => {
  const heard: NetworkLog[] = []
  return { counter: new NetworkCounter((log) => heard.push(log)), heard }
}

describe('the network counter', () => {
  it('begins at nothing, and tells nobody', () => {
    const { counter, heard } = counting()
    expect(counter.log()).toEqual({ left: 0, refused: 0, entries: [] })
    expect(heard).toEqual([])
  })

  it('notes what was refused, newest first, with who stopped it, and tells at once', () => {
    const { counter, heard } = counting()
    const before = Date.now()
    counter.refuse('https://a.example/', 'request filter')
    counter.refuse('https://b.example/', 'navigation lock')
    const log = NetworkLog.parse(counter.log())
    expect(log.refused).toBe(2)
    expect(log.left).toBe(0)
    expect(log.entries.map(({ url, by }) => `${url} ${by}`)).toEqual([
      'https://b.example/ navigation lock',
      'https://a.example/ request filter',
    ])
    expect(log.entries[0]!.at).toBeGreaterThanOrEqual(before)
    expect(heard.map(({ refused }) => refused)).toEqual([1, 2])
  })

  it('goes on counting when it has stopped listing, and keeps the newest', () => {
    const { counter } = counting()
    for (let i = 0; i < 250; i += 1) counter.refuse(`https://example/${i}`, 'request filter')
    const log = NetworkLog.parse(counter.log())
    expect(log.refused).toBe(250)
    expect(log.entries).toHaveLength(200)
    expect(log.entries[0]!.url).toBe('https://example/249')
  })

  it('cuts addresses to a readable length', () => {
    const { counter } = counting()
    counter.refuse(`https://example/${'x'.repeat(100_000)}`, 'content security policy')
    expect(counter.log().entries[0]!.url).toHaveLength(300)
  })

  it('counts what left by itself', () => {
    const { counter, heard } = counting()
    counter.leave()
    expect(counter.log()).toEqual({ left: 1, refused: 0, entries: [] })
    expect(heard).toHaveLength(1)
  })

  it('does not change a log that it gave away', () => {
    const { counter, heard } = counting()
    counter.refuse('https://a.example/', 'window lock')
    counter.refuse('https://b.example/', 'window lock')
    expect(heard[0]!.entries).toHaveLength(1)
  })
})
