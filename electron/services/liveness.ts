/**
 * Whether the run of the program that wrote a journal still runs. Each run keeps a small file beside its journal that names its process; process numbers are
 * used again, so the file also says when the process began, and is touched every few seconds.
 */
import { readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { z } from '../contract/schema.ts'

const touchMs = 5_000
/** A file that was not touched for so long is nobody's. */
const staleMs = 20_000

const Mark = z.object({ pid: z.int(), host: z.string(), began: z.string().nullable() })

export class LivenessMark {
  readonly #path: string
  #timer: NodeJS.Timeout | undefined

  constructor(path: string) {
    this.#path = path
  }

  async place(): Promise<void> {
    const mark: z.infer<typeof Mark> = { pid: process.pid, host: hostname(), began: await beginOf(process.pid) }
    await writeFile(this.#path, JSON.stringify(mark))
    this.#timer = setInterval(() => {
      const now = new Date()
      void utimes(this.#path, now, now).catch(() => undefined)
    }, touchMs).unref()
  }

  async takeAway(): Promise<void> {
    clearInterval(this.#timer)
    await rm(this.#path, { force: true })
  }
}

/** @param path of a mark that may not be there */
export async function isAlive(path: string): Promise<boolean> {
  const mark = await readFile(path, 'utf8').then(
    (text) => Mark.safeParse(parse(text)).data ?? null,
    () => null,
  )
  if (mark === null) return false
  const isFresh = await stat(path).then(
    ({ mtimeMs }) => Date.now() - mtimeMs < staleMs,
    () => false,
  )
  if (mark.host !== hostname()) return isFresh
  if (!isRunning(mark.pid)) return false
  const began = await beginOf(mark.pid)
  return began === null || mark.began === null ? isFresh : began === mark.began
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** When a process began, in a form of the system's own; null where the system does not say. Numbers count from the start of the computer, so that is named too. */
async function beginOf(pid: number): Promise<string | null> {
  try {
    const status = await readFile(`/proc/${pid}/stat`, 'utf8')
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8')
    // The second field is the program's name in brackets, and may hold anything; the beginning is the 22nd.
    const fields = status.slice(status.lastIndexOf(')') + 2).split(' ')
    // A process that has ended and was not yet collected does not run.
    return fields[0] === 'Z' ? 'ended' : `${boot.trim()} ${fields[19] ?? ''}`
  } catch {
    return null
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
