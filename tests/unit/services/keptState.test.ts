import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { KeptState } from '../../../electron/services/keptState.ts'
import { temporaryFolder } from './folder.ts'

const Counter = z.strictObject({ count: z.int() })
const make = async () => {
  const path = join(await temporaryFolder(), 'state', 'counter.json')
  return { path, kept: new KeptState(path, Counter) }
}

describe('kept state', () => {
  it('is null before anything was kept', async () => {
    const { kept } = await make()
    expect(await kept.read()).toBeNull()
  })

  it('comes back, in another run too', async () => {
    const { path, kept } = await make()
    await kept.write({ count: 7 })
    expect(await kept.read()).toEqual({ count: 7 })
    expect(await new KeptState(path, Counter).read()).toEqual({ count: 7 })
  })

  it.each(['', '{', '{"count":"7"}', '{"count":7,"more":1}', '[]', 'null', '\u0000\u0000\u0000', '{"count":1}{"count":2}'])(
    'that was damaged (%j) costs the state and not the start',
    async (text) => {
      const { path, kept } = await make()
      await kept.write({ count: 7 })
      await writeFile(path, text)
      expect(await kept.read()).toBeNull()
      await kept.write({ count: 8 })
      expect(await kept.read()).toEqual({ count: 8 })
    },
  )

  it('is null when its file is a folder', async () => {
    const { path, kept } = await make()
    await mkdir(path, { recursive: true })
    expect(await kept.read()).toBeNull()
  })

  it('ends with the last of many states that are written at once', async () => {
    const { kept } = await make()
    await Promise.all(Array.from({ length: 100 }, (_, count) => kept.write({ count })))
    expect(await kept.read()).toEqual({ count: 99 })
  })

  it('folds what comes while it is being written: not every state costs a write', async () => {
    const { path, kept } = await make()
    const writes = Array.from({ length: 100 }, (_, count) => kept.write({ count }))
    const versions = new Set<string>()
    await Promise.all(
      writes.map(async (write) => {
        await write
        const { ino, mtimeNs } = await stat(path, { bigint: true })
        versions.add(`${ino} ${mtimeNs}`)
      }),
    )
    // The first is on its way when the others arrive; they become one.
    expect(versions.size).toBeLessThanOrEqual(2)
  })

  it('is on disk when the promise of a write is kept, whenever it came', async () => {
    const { path, kept } = await make()
    // States that arrive at every stage of a write under way; each promise must hold for its own state or a later one.
    const checks: Promise<void>[] = []
    for (let count = 0; count < 60; count += 1) {
      checks.push(
        kept.write({ count }).then(async () => {
          const onDisk = Counter.parse(JSON.parse(await readFile(path, 'utf8')))
          expect(onDisk.count).toBeGreaterThanOrEqual(count)
        }),
      )
      for (let turn = 0; turn < count % 7; turn += 1) await new Promise((resolve) => setImmediate(resolve))
    }
    await Promise.all(checks)
    expect(await kept.read()).toEqual({ count: 59 })
  })

  it('tells of a write that failed, and writes the next', async () => {
    const { path, kept } = await make()
    await mkdir(path, { recursive: true })
    await expect(kept.write({ count: 1 })).rejects.toBeInstanceOf(Error)
    await rm(path, { recursive: true })
    await kept.write({ count: 2 })
    expect(await kept.read()).toEqual({ count: 2 })
  })

  it('leaves no temporary files', async () => {
    const { path, kept } = await make()
    await Promise.all([kept.write({ count: 1 }), kept.write({ count: 2 })])
    expect(await readdir(join(path, '..'))).toEqual(['counter.json'])
  })
})
