import { expect, test } from 'vitest'
import { answersOf, traceOf } from '../../bench/mainThread.ts'

const task = (ts: number, dur: number, tdur: number, tid = 1) => ({
  name: 'ThreadControllerImpl::RunTask',
  cat: 'toplevel',
  ph: 'X',
  pid: 1,
  ts,
  dur,
  tdur,
  tid,
})
const mark = (name: string, ts: number) => ({ name: `bench ${name}`, cat: 'blink.user_timing', ph: 'R', pid: 1, tid: 1, ts })

test('what an event cost is counted from its own task to the frame, and on to the next rest', () => {
  const trace = traceOf([
    task(0, 1_000, 1_000),
    // The event's task, with a task within it, another thread's, the frame's, one that follows, and that which asks for rest.
    task(10_000, 6_000, 4_000),
    task(11_000, 1_000, 1_000),
    task(10_000, 50_000, 50_000, 2),
    mark('keydown', 10_500),
    task(20_000, 5_000, 5_000),
    mark('painted', 26_000),
    task(25_900, 200, 100),
    task(30_000, 20_000, 9_000),
    mark('quiet', 60_000),
    task(59_000, 3_000, 3_000),
    mark('keydown', 70_000),
    mark('painted', 71_000),
  ])
  expect(answersOf(trace, 'keydown')).toEqual([
    { paintedMs: 15.5, firstMs: 9.1, allMs: 18.1, longestMs: 9 },
    { paintedMs: 1, firstMs: 0, allMs: 0, longestMs: 0 },
  ])
})

test('what follows an event is counted to the next event where there was no rest between', () => {
  const trace = traceOf([
    mark('pointermove', 0),
    mark('painted', 5_000),
    task(6_000, 1_000, 1_000),
    mark('pointermove', 8_000),
    mark('painted', 9_000),
    task(10_000, 1_000, 1_000),
    mark('quiet', 20_000),
  ])
  expect(answersOf(trace, 'pointermove').map(({ allMs }) => allMs)).toEqual([1, 1])
})

test('a trace without marks is refused', () => {
  expect(() => traceOf([task(0, 1, 1)])).toThrow('The trace holds no marks.')
})
