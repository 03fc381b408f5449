/** Kills a run of the program, and looks at what it left as the next start would. */
import { spawn } from 'node:child_process'
import { access, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { FilePrints } from '../../electron/services/filePrints.ts'
import { readDocument } from '../../electron/services/documentFile.ts'
import { Recovery } from '../../electron/services/recovery.ts'
import { undo } from '../../renderer/document/history.ts'
import { playStory } from '../../renderer/document/journal.ts'

const host = join(import.meta.dirname, 'host.ts')

export type Kill = { at: { step: string; occurrence: number } | { ms: number } }

export type Remains = {
  /** Seconds of work that are missing from what is recovered. */
  lossS: number
  /** Things done before the kill. */
  done: number
  /** The saved file is there; it was opened if so. */
  hasFile: boolean
  /** What is wrong; empty when all is well. */
  faults: string[]
}

type Told = {
  did: { mark: string; at: number }[]
  saved: string | null
  saving: string | null
  isReady: boolean
  killedAt: number | null
  trouble: string[]
}

export async function killAndLook({ at }: Kill): Promise<Remains> {
  const folder = await mkdtemp(join(tmpdir(), 'cartouche-kill-'))
  try {
    const told = await runAndKill(folder, at)
    return await look(folder, told)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function runAndKill(folder: string, at: Kill['at']): Promise<Told> {
  const stop = 'step' in at ? [at.step, String(at.occurrence)] : []
  const child = spawn(process.execPath, ['--no-warnings', host, folder, ...stop], { stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  let errors = ''
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  const ended = new Promise<NodeJS.Signals | null>((resolve) => child.on('close', (_code, signal) => resolve(signal)))
  const ready = new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString()
      if (output.includes('ready')) resolve()
    })
  })
  let killedAt: number | null = null
  if ('ms' in at) {
    await Promise.race([ready, ended])
    await wait(at.ms)
    killedAt = performance.timeOrigin + performance.now()
    child.kill('SIGKILL')
  }
  const signal = await ended
  const told = parse(output, killedAt)
  if (signal !== 'SIGKILL') told.trouble.push(`the run was not killed, it ended by itself ${errors}`)
  return told
}

function parse(output: string, killedAt: number | null): Told {
  const told: Told = { did: [{ mark: '0', at: 0 }], saved: null, saving: null, isReady: false, killedAt, trouble: [] }
  // The last line may be torn.
  for (const line of output.split('\n').slice(0, -1)) {
    const [what, ...rest] = line.split(' ')
    const [mark = '', at = ''] = rest
    if (what === 'ready') told.isReady = true
    else if (what === 'did') told.did.push({ mark, at: Number(at) })
    else if (what === 'saving') told.saving = mark
    else if (what === 'saved') told.saved = mark
    else if (what === 'killed') told.killedAt = Number(mark)
    else told.trouble.push(line)
  }
  return told
}

async function look(folder: string, told: Told): Promise<Remains> {
  const faults = [...told.trouble]
  const file = join(folder, 'map.cartouche')
  const hasFile = await isThere(file)
  const allowed = [told.saved, told.saving]
  if (hasFile) {
    const saved = await readDocument(file).catch((error: unknown) => String(error))
    if (typeof saved === 'string') faults.push(`the saved file does not open: ${saved}`)
    else if (!allowed.includes(saved.subtitle)) faults.push(`the file holds ${saved.subtitle}, and not ${allowed.join(' or ')}`)
  } else if (told.saved !== null) faults.push('the saved file is gone')
  if (await isThere(`${file}.bak`)) {
    await readDocument(`${file}.bak`).catch((error: unknown) => faults.push(`the backup does not open: ${String(error)}`))
  }
  const recovered = await recover(folder, file, faults)
  const index = told.did.findLastIndex(({ mark }) => mark === recovered)
  if (index < 0 && recovered !== null) faults.push(`what is recovered (${recovered}) was never there`)
  const firstLost = told.did[(recovered === null ? 0 : index) + 1]
  const lossS = firstLost === undefined || told.killedAt === null ? 0 : Math.max(0, told.killedAt - firstLost.at) / 1000
  return { lossS, done: told.did.length - 1, hasFile, faults }
}

/** @returns the mark of the state that the next start would offer; null when there is none */
async function recover(folder: string, file: string, faults: string[]): Promise<string | null> {
  const recovery = new Recovery(join(folder, 'journals'))
  await recovery.survey()
  const [offer] = recovery.offers()
  const found = offer === undefined ? recovery.session : recovery.unfinished(offer.id)
  if (found === null) return null
  const { history, played } = playStory(found.story)
  if (played < found.story.records.length) faults.push(`${found.story.records.length - played} changes could not be played`)
  const { history: begun } = playStory({ state: found.story.state, records: [] })
  if (JSON.stringify(undoAll(history)) !== JSON.stringify(undoAll(begun))) faults.push('undoing everything does not lead to the beginning')
  const prints = new FilePrints()
  prints.note(file, found.prints)
  if (!(await prints.isOurs(file))) faults.push('the file looks as if another program had changed it')
  return history.document.subtitle
}

function undoAll(history: Parameters<typeof undo>[0]) {
  let at = history
  while (at.past.length > 0) at = undo(at)
  return at.document
}

const isThere = async (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )
