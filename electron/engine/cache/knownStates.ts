/** In which states of which files a content has been seen, so that it is known again without being read. */
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import type { FileState } from '../file/layerFile.ts'
import { temporaryFor } from './sectionFile.ts'

/** Copies of one content that are told apart; the one that was not seen for the longest time goes. */
const maxStates = 16

type Known = { contentKey: string; states: string[] }

export const stateKey = ({ dev, ino, size, mtimeNs, ctimeNs }: FileState): string => [dev, ino, size, mtimeNs, ctimeNs].join('-')

/** @returns whether the content was seen in this state of a file */
export async function isKnown(path: string, contentKey: string, state: FileState): Promise<boolean> {
  const known = await read(path)
  return known.contentKey === contentKey && known.states.includes(stateKey(state))
}

/** @throws the file system's error */
export async function remember(path: string, contentKey: string, state: FileState): Promise<void> {
  const known = await read(path)
  const key = stateKey(state)
  const states = known.contentKey === contentKey ? known.states.filter((one) => one !== key) : []
  const temporary = temporaryFor(path)
  try {
    await writeFile(temporary, JSON.stringify({ contentKey, states: [...states, key].slice(-maxStates) } satisfies Known))
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}

/** What is damaged knows nothing. */
async function read(path: string): Promise<Known> {
  try {
    const known = JSON.parse(await readFile(path, 'utf8')) as Partial<Known>
    if (typeof known.contentKey === 'string' && Array.isArray(known.states)) return { contentKey: known.contentKey, states: known.states }
  } catch {
    // There is none, or it is damaged.
  }
  return { contentKey: '', states: [] }
}
