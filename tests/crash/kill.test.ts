/**
 * `kill -9` at each step of a save and of the journal, and at random moments while a script draws. `npm run crash` kills 200 times at random; within all the
 * other tests it is fewer.
 */
import { describe, expect, it } from 'vitest'
import { type Kill, killAndLook, type Remains } from './kill.ts'

const runs = Number(process.env['CARTOUCHE_KILLS'] ?? 10)
const allowedLossS = 2
/** A run waits for the disk and for the clock: side by side they take half the time, and what they may lose is measured on a machine that has other work. */
const sideBySide = 3

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

/** Kills a run at each of these moments. @returns what they left, when none left anything wrong */
async function killAt(moments: Kill['at'][]): Promise<Remains[]> {
  const remains: Remains[] = []
  const left = [...moments]
  const inTurn = async (): Promise<void> => {
    for (let at = left.shift(); at !== undefined; at = left.shift()) {
      const one = await killAndLook({ at })
      const when = 'ms' in at ? `after ${at.ms.toFixed(1)} ms` : `at “${at.step}”, time ${at.occurrence}`
      expect(one.faults, `killed ${when}`).toEqual([])
      expect(one.lossS, `killed ${when}`).toBeLessThan(allowedLossS)
      remains.push(one)
    }
  }
  await Promise.all(Array.from({ length: sideBySide }, inTurn))
  return remains
}

describe('a run that is killed', () => {
  it(
    'at each write step loses nothing that was saved, and two seconds at most of the rest',
    async () => {
      const remains = await killAt(steps.flatMap((step) => occurrences.map((occurrence) => ({ step, occurrence }))))
      expect(remains).toHaveLength(steps.length * occurrences.length)
      print('at write steps', remains)
    },
    20 * 60_000,
  )

  it(
    'at a random moment loses nothing that was saved, and two seconds at most of the rest',
    async () => {
      // Some runs are longer than what may be lost: only they can show that more is.
      const remains = await killAt(
        Array.from({ length: runs }, (_, nth) => ({ ms: nth % 4 === 3 ? 2_000 + Math.random() * 1_500 : Math.random() * 900 })),
      )
      expect(remains).toHaveLength(runs)
      print('at random moments', remains)
    },
    20 * 60_000,
  )
})
