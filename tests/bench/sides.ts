/** The sides of a comparison: a window for each run, with a state of its own, closed at the end. */
import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { BenchContext } from './bench.ts'
import type { Side } from './inTurn.ts'
import type { MapWindow, Size } from './mapWindow.ts'
import { type OurWindow, startOurs } from './ours.ts'
import { type PeerName, startPeer } from './peer.ts'

/** Figures of a window; null when it could not do it. */
type Work<W extends MapWindow> = (window: W, file: string) => Promise<Record<string, number> | null>

/** What every window of a comparison is given. */
export type Setting = { folder: string; file: string; mapSize: Size; without: readonly string[] }

/** Makes the file, and looks how large our map is: the peers' are made as large. */
export async function prepare({ folder, size, dataFile, without }: BenchContext): Promise<Setting> {
  const file = await dataFile(size ?? 1)
  const mapSize = await ours({ folder, file, mapSize: { width: 0, height: 0 }, without }, async (window) => window.size)(0)
  if (mapSize === null) throw new Error('The map has no size.')
  return { folder, file, mapSize: mapSize as Size, without }
}

/** @param userData kept from run to run; a fresh one for each when it is left out */
export const ours =
  ({ folder, file }: Setting, work: Work<OurWindow>, userData: string | null = null): Side =>
  async () =>
    withState(folder, userData, async (state) => using(await startOurs(folder, state), file, work))

/** Null when it is not to be measured. */
export const peer = (name: PeerName, { folder, file, mapSize, without }: Setting, work: Work<MapWindow>): Side | null =>
  without.includes(name)
    ? null
    : async () => withState(folder, null, async (state) => using(await startPeer(name, mapSize, file, state), file, work))

async function withState<T>(folder: string, kept: string | null, work: (state: string) => Promise<T>): Promise<T> {
  if (kept !== null) return work(kept)
  const state = await mkdtemp(join(folder, 'state-'))
  try {
    return await work(state)
  } finally {
    await rm(state, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function using<W extends MapWindow>(window: W, file: string, work: Work<W>): Promise<Record<string, number> | null> {
  try {
    return await work(window, file)
  } finally {
    await window.close().catch(() => undefined)
  }
}
