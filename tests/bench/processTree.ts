/** Memory of a program and of all that it started. Linux alone tells it. */
import { readdirSync, readFileSync } from 'node:fs'

/**
 * @returns megabytes (10⁶ bytes) that the processes have among them: what several share is counted once, by its parts (proportional set size, PSS). NaN where
 * the system does not tell
 */
export function treeMb(root: number): number {
  const parents = new Map<number, number>()
  try {
    for (const name of readdirSync('/proc')) {
      const pid = Number(name)
      if (!Number.isInteger(pid)) continue
      const parent = parentOf(pid)
      if (parent !== null) parents.set(pid, parent)
    }
  } catch {
    return Number.NaN
  }
  const isOurs = (pid: number): boolean => pid === root || (parents.has(pid) && pid > 1 && isOurs(parents.get(pid) ?? 0))
  let kb = 0
  for (const pid of parents.keys()) if (isOurs(pid)) kb += pssKb(pid)
  return (kb * 1024) / 1e6
}

/** The name in brackets may have any letter; the parent is the second word after it. */
function parentOf(pid: number): number | null {
  try {
    const status = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return Number(status.slice(status.lastIndexOf(')') + 2).split(' ')[1])
  } catch {
    return null
  }
}

function pssKb(pid: number): number {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0)
  } catch {
    return 0
  }
}
