/**
 * `kill -9` at each step of a save and of the journal, and at random moments while a script draws. `npm run crash` kills 200 times at random; within all the
 * other tests it is fewer.
 */
import { describe, expect, it } from 'vitest'
import { killAndLook, type Remains } from './kill.ts'

const runs = Number(process.env['CARTOUCHE_KILLS'] ?? 10)
const allowedLossS = 2

const writeSteps = [
  'before the temporary file',
  'temporary file opened',
  'temporary file written',
  'temporary file synced',
  'renamed',
  'folder synced',
]
const steps = [
  ...writeSteps.map((step) => `journal begin: ${step}`),
  ...['before the write', 'written', 'synced'].map((step) => `journal append: ${step}`),
  ...[...writeSteps, 'backup made', 'backup in place'].map((step) => `save: ${step}`),
]
const occurrences = runs >= 100 ? [1, 2, 3] : [2]

function print(what: string, remains: Remains[]): void {
  const files = remains.filter(({ hasFile }) => hasFile).length
  const open = remains.filter(({ hasFile, faults }) => hasFile && faults.length === 0).length
  const worst = Math.max(...remains.map(({ lossS }) => lossS))
  const done = remains.reduce((sum, one) => sum + one.done, 0)
  console.warn(
    `${what}: ${remains.length} kills: ${open} of the ${files} files that were saved by then open, worst loss ${worst.toFixed(2)} s (of ${done} changes in all)`,
  )
}

describe('a run that is killed', () => {
  it(
    'at each write step loses nothing that was saved, and two seconds at most of the rest',
    async () => {
      const remains: Remains[] = []
      for (const step of steps)
        for (const occurrence of occurrences) {
          const one = await killAndLook({ at: { step, occurrence } })
          expect(one.faults, `killed at “${step}”, time ${occurrence}`).toEqual([])
          expect(one.lossS, `killed at “${step}”, time ${occurrence}`).toBeLessThan(allowedLossS)
          remains.push(one)
        }
      print('at write steps', remains)
    },
    20 * 60_000,
  )

  it(
    'at a random moment loses nothing that was saved, and two seconds at most of the rest',
    async () => {
      const remains: Remains[] = []
      for (let nth = 0; nth < runs; nth += 1) {
        // Some runs are longer than what may be lost: only they can show that more is.
        const ms = nth % 4 === 3 ? 2_000 + Math.random() * 1_500 : Math.random() * 900
        const one = await killAndLook({ at: { ms } })
        expect(one.faults, `killed after ${ms.toFixed(1)} ms`).toEqual([])
        expect(one.lossS, `killed after ${ms.toFixed(1)} ms`).toBeLessThan(allowedLossS)
        remains.push(one)
      }
      print('at random moments', remains)
    },
    20 * 60_000,
  )
})
