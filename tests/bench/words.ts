/** What `npm run bench` was asked for. */

export type Wish = {
  /** Names of benches; empty for all. */
  names: string[]
  /** Instead of each bench's own sizes. */
  sizes: number[] | null
  runs: number
  /** Peers that are not measured. */
  without: string[]
  /** Whether the results go to `docs/bench.md`. */
  write: boolean
  /** A folder for CPU profiles; null for none. */
  profiles: string | null
  help: boolean
}

export const help = `npm run bench                     every bench, at its own sizes
npm run bench -- NAME…            these benches
npm run bench -- --size 1e6       at this many features (may be given several times)

  --runs N    how often each side is measured; the medians count (3)
  --profile FOLDER  keeps CPU profiles of the window there (annotate); the figures are slower then
  --without PEER  leaves openlayers or maplibre out (may be given twice): with a million features, a peer takes minutes for each run
  --write     writes the results to docs/bench.md, in the place of what it says of the same figures

Each figure is one line of JSON on stdout: ours, a peer's measured in turn with it, and the ratio. What goes on is told on stderr.
Files to measure with are kept in .cache/bench/ (a million features: 0.5 GB).
`

/** @throws with a sentence when the words make no sense */
export function parseWords(words: readonly string[]): Wish {
  const wish: Wish = { names: [], sizes: null, runs: 3, without: [], write: false, profiles: null, help: false }
  const rest = [...words]
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    const [flag, attached] = word.split('=', 2) as [string, string?]
    if (flag === '--size') wish.sizes = [...(wish.sizes ?? []), wholeNumber(flag, attached ?? rest.shift())]
    else if (flag === '--runs') wish.runs = wholeNumber(flag, attached ?? rest.shift())
    else if (flag === '--profile') wish.profiles = folderName(flag, attached ?? rest.shift())
    else if (flag === '--without') wish.without.push(peerNamed(attached ?? rest.shift()))
    else if (word === '--write') wish.write = true
    else if (word === '--help') wish.help = true
    else if (word.startsWith('-')) throw new Error(`There is no option ${word}.`)
    else wish.names.push(word)
  }
  return wish
}

function folderName(flag: string, text: string | undefined): string {
  if (text === undefined || text === '') throw new Error(`${flag} needs a folder.`)
  return text
}

function peerNamed(name: string | undefined): string {
  if (name === 'openlayers' || name === 'maplibre') return name
  throw new Error('--without needs a peer: openlayers or maplibre.')
}

function wholeNumber(flag: string, text: string | undefined): number {
  const value = Number(text?.replaceAll(/[,_]/g, ''))
  if (!Number.isInteger(value) || value < 1) throw new Error(`${flag} needs a whole number above 0, as 100000 or 1e6.`)
  return value
}
