/** Work in the engine that the window sees the progress of, and can cancel. */
import type { BrowserWindow } from 'electron'
import type { CallOptions } from '../services/engineHost.ts'
import { send } from './ipc.ts'
import type { Program } from './program.ts'

/** Progress reaches the window at most this often. */
const progressMs = 50

/** @param job under which `job.cancel` and `job.progress` know the work; without one it is not told of, and goes on to its end */
export async function asJob<T>(
  { jobs }: Pick<Program, 'jobs'>,
  window: BrowserWindow,
  job: string | undefined,
  work: (options: CallOptions) => Promise<T>,
): Promise<T> {
  if (job === undefined) return work({})
  const abort = new AbortController()
  jobs.set(job, abort)
  let lastSent = 0
  try {
    return await work({
      signal: abort.signal,
      onProgress: (done, total) => {
        const now = performance.now()
        if (now - lastSent < progressMs) return
        lastSent = now
        send(window, 'job.progress', { job, done, total })
      },
    })
  } finally {
    if (jobs.get(job) === abort) jobs.delete(job)
  }
}
