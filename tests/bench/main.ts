/** `npm run bench`: runs the benches, prints a line of JSON for each figure, and with `--write` puts them into `docs/bench.md`. */
import { mkdir, mkdtemp, rename, rm, stat } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../../scripts/runtime.mjs'
import type { Bench, Figure } from './bench.ts'
import { benches } from './benches/index.ts'
import { generate } from './generate.ts'
import { load, thisMachine } from './machine.ts'
import { writeResults } from './results.ts'
import { help, parseWords, type Wish } from './words.ts'

const say = (sentence: string): void => void process.stderr.write(`bench: ${sentence}\n`)

/** A generator that was changed makes other files. */
const generatorKey = createHash('sha256')
  .update(readFileSync(join(import.meta.dirname, 'generate.ts')))
  .digest('hex')
  .slice(0, 8)

async function dataFile(count: number): Promise<string> {
  const folder = join(root, '.cache', 'bench')
  const file = join(folder, `mixed-${count}-${generatorKey}.geojson`)
  if ((await stat(file).catch(() => null)) !== null) return file
  await mkdir(folder, { recursive: true })
  say(`making a file of ${count.toLocaleString('en')} features`)
  // A file that was not finished must not be taken for one.
  await generate(count, `${file}.part`)
  await rename(`${file}.part`, file)
  return file
}

async function* figuresOf(bench: Bench, size: number | null, { runs, without, profiles }: Wish): AsyncGenerator<Figure> {
  const folder = await mkdtemp(join(tmpdir(), 'cartouche-bench-'))
  try {
    for await (const measured of bench.run({ size, runs, without, folder, dataFile, profiles, say })) {
      const { figure, ours, peer, ...others } = measured
      yield {
        bench: bench.name,
        figure,
        size,
        ours: rounded(ours),
        peer: peer === null ? null : rounded(peer),
        ratio: peer === null || peer === 0 ? null : rounded(ours / peer),
        ...others,
        runs,
        load: load(),
      }
    }
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** Three digits say all that can be said. */
const rounded = (value: number): number => (Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3)))

async function run(wish: Wish): Promise<void> {
  const chosen = wish.names.length === 0 ? benches : wish.names.map(benchNamed)
  const figures: Figure[] = []
  if (wish.profiles !== null) await mkdir(wish.profiles, { recursive: true })
  for (const bench of chosen) {
    const sizes = bench.sizes.length === 0 ? [null] : (wish.sizes ?? bench.sizes)
    for (const size of sizes) {
      say(`${bench.name}${size === null ? '' : `, ${size.toLocaleString('en')}`} (load ${load()})`)
      for await (const figure of figuresOf(bench, size, wish)) {
        process.stdout.write(`${JSON.stringify(figure)}\n`)
        figures.push(figure)
      }
    }
  }
  if (wish.write) await writeResults(join(root, 'docs', 'bench.md'), figures, benches, thisMachine())
}

function benchNamed(name: string): Bench {
  const found = benches.find((bench) => bench.name === name)
  if (found === undefined) throw new Error(`There is no bench "${name}". There are ${benches.map((bench) => bench.name).join(', ')}.`)
  return found
}

try {
  const wish = parseWords(process.argv.slice(2))
  if (wish.help) process.stdout.write(`${help}\n${benches.map(({ name, about }) => `  ${name.padEnd(10)} ${about}\n`).join('')}`)
  else await run(wish)
} catch (error) {
  process.stderr.write(`bench: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  process.exitCode = 1
}
