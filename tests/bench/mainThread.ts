/** What a window's main thread did, task by task, as Chromium itself records it: nothing asks the thread meanwhile, and other processes' work is not in it. */
import { readFile, rm } from 'node:fs/promises'
import type { ElectronApplication } from '@playwright/test'

/** In microseconds of the trace's clock; `workUs` is time that the thread had, whatever else the machine did. */
export type Task = { fromUs: number; toUs: number; workUs: number }

/** A mark that the window made by `performance.mark`, without the prefix. */
export type TraceMark = { name: string; atUs: number }

export type Trace = { tasks: Task[]; marks: TraceMark[] }

/** What one event of the pointer or keyboard cost, in milliseconds. */
export type Answer = {
  /** By the clock: from the event to the painted frame. */
  paintedMs: number
  /** Work of the main thread up to that frame. */
  firstMs: number
  /** All of its work until it rested, or until the next event. */
  allMs: number
  /** The longest of its tasks: for so long, nothing else is answered. */
  longestMs: number
}

/** Of the names of marks. */
export const prefix = 'bench '

type TraceEvent = { name: string; cat: string; ph: string; ts: number; dur?: number; tdur?: number; pid: number; tid: number }

export async function startTrace(electron: ElectronApplication): Promise<void> {
  await electron.evaluate(async ({ contentTracing }) =>
    contentTracing.startRecording({ included_categories: ['toplevel', 'blink.user_timing'], excluded_categories: ['*'] }),
  )
}

/** @throws when the window made no marks meanwhile */
export async function stopTrace(electron: ElectronApplication): Promise<Trace> {
  const path = await electron.evaluate(async ({ contentTracing }) => contentTracing.stopRecording())
  const { traceEvents } = JSON.parse(await readFile(path, 'utf8')) as { traceEvents: TraceEvent[] }
  await rm(path, { force: true })
  return traceOf(traceEvents)
}

/** The thread is the one that made the marks. */
export function traceOf(events: readonly TraceEvent[]): Trace {
  const marks = events.filter(({ cat, name }) => cat.includes('blink.user_timing') && name.startsWith(prefix))
  const [first] = marks
  if (first === undefined) throw new Error('The trace holds no marks.')
  const tasks: Task[] = []
  const own = events.filter(({ name, ph, pid, tid }) => name.endsWith('RunTask') && ph === 'X' && pid === first.pid && tid === first.tid)
  for (const { ts, dur = 0, tdur = dur } of own.toSorted((a, b) => a.ts - b.ts)) {
    // A task within a task is a part of it.
    if (ts >= (tasks.at(-1)?.toUs ?? -Infinity)) tasks.push({ fromUs: ts, toUs: ts + dur, workUs: tdur })
  }
  return {
    tasks,
    marks: marks.map(({ name, ts }) => ({ name: name.slice(prefix.length), atUs: ts })).toSorted((a, b) => a.atUs - b.atUs),
  }
}

/** What each event of a type cost: from its mark to the next one named `painted`, and on to `quiet`, or to the next event. */
export function answersOf({ tasks, marks }: Trace, type: string): Answer[] {
  return marks.flatMap((mark, index): Answer[] => {
    if (mark.name !== type) return []
    const rest = marks.slice(index + 1)
    const painted = rest.find(({ name }) => name === 'painted')
    if (painted === undefined) return []
    const end = rest.find(({ name, atUs }) => name === 'quiet' || (name !== 'painted' && atUs > painted.atUs)) ?? painted
    // The task of the event itself has begun before its mark; what asks for rest at the end is not counted.
    const all = tasks.filter(({ toUs }) => toUs > mark.atUs && toUs <= Math.max(end.atUs, painted.atUs))
    const first = all.filter(({ fromUs }) => fromUs < painted.atUs)
    return [
      {
        paintedMs: (painted.atUs - mark.atUs) / 1_000,
        firstMs: sum(first) / 1_000,
        allMs: sum(all) / 1_000,
        longestMs: Math.max(0, ...all.map(({ workUs }) => workUs)) / 1_000,
      },
    ]
  })
}

const sum = (tasks: readonly Task[]): number => tasks.reduce((total, { workUs }) => total + workUs, 0)
