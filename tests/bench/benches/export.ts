/** How long an export takes, and how much memory, from the command line: the program's start is counted. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { root } from '../../../scripts/runtime.mjs'
import type { Bench, Measured } from '../bench.ts'
import { inTurn } from '../inTurn.ts'
import { againstPeers } from '../measured.ts'
import { treeMb } from '../processTree.ts'

const demo = join(root, 'data', 'projects', 'iraq-bases.cartouche')
const sampleMs = 250

/** @throws Error with what the program said */
async function exported(words: readonly string[]): Promise<{ ms: number; peakMb: number }> {
  const started = performance.now()
  const child = spawn(process.execPath, [join(root, 'scripts', 'cartouche.mjs'), 'export', ...words], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let [peakMb, said] = [Number.NaN, '']
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
  const sample = setInterval(() => {
    const now = treeMb(child.pid ?? 0)
    if (!(peakMb >= now)) peakMb = now
  }, sampleMs)
  const code = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve))
  clearInterval(sample)
  if (code !== 0) throw new Error(`The export ended with ${code}: ${said}`)
  return { ms: performance.now() - started, peakMb }
}

const kinds = [
  { name: 'A4, 300 dpi, PNG', words: ['--size', 'a4', '--dpi', '300'], ending: 'png' },
  { name: 'A3, 300 dpi, PNG', words: ['--size', 'a3', '--dpi', '300'], ending: 'png' },
  { name: 'A3, PDF', words: ['--size', 'a3'], ending: 'pdf' },
  { name: 'A3, SVG', words: ['--size', 'a3'], ending: 'svg' },
] as const
/** With the demo alone: so large a sheet is drawn in bands. */
const poster = { name: 'A0, 300 dpi, PNG', words: ['--size', 'a0', '--dpi', '300'], ending: 'png' } as const

export const exporting: Bench = {
  name: 'export',
  about:
    'A page from the command line to the written file, the start of the program included, and the most memory that all of its processes had among them (PSS, four times a second). Size 0 is the demo, in the sizes of a preset.',
  sizes: [0, 100_000],
  async *run({ size, runs, folder, dataFile }): AsyncGenerator<Measured> {
    const isDemo = size === 0 || size === null
    const subject = isDemo ? demo : await dataFile(size)
    for (const { name, words, ending } of isDemo ? [...kinds, poster] : kinds) {
      const page = ['--page', 'plain-figure']
      const medians = await inTurn(runs, {
        ours: async () => exported([subject, '--out', join(folder, `map.${ending}`), ...page, ...words]),
      })
      yield* againstPeers(medians, {}, [
        { figure: `${name}, time`, of: 'ms', unit: 'ms' },
        { figure: `${name}, peak memory`, of: 'peakMb', unit: 'MB' },
      ])
    }
  },
}
