/** Writes figures into a page of tables, one for each bench. What the page says of other figures stays, if it was measured on the same machine. */
import { readFile, writeFile } from 'node:fs/promises'
import type { Bench, Figure } from './bench.ts'

const headings = ['figure', 'size', 'ours', 'peer', 'ratio', 'peer is', 'runs', 'load', 'measured', 'note']

/** The cells of a row; the first three and the peer's name tell rows apart. */
type Row = { bench: string; cells: string[] }

/** @param machine in one sentence */
export async function writeResults(path: string, figures: readonly Figure[], benches: readonly Bench[], machine: string): Promise<void> {
  const before = await readFile(path, 'utf8').catch(() => '')
  const today = new Date().toISOString().slice(0, 10)
  await writeFile(path, resultsText(before, figures, benches, machine, today))
}

/** @param before what the page says now; empty when there is none @param today as 2026-01-31 */
export function resultsText(before: string, figures: readonly Figure[], benches: readonly Bench[], machine: string, today: string): string {
  const rows = new Map<string, Row>()
  const kept = before.includes(`\n${machineLine(machine)}\n`) ? rowsOf(before) : []
  for (const row of [...kept, ...figures.map((figure) => rowOf(figure, today))]) rows.set(keyOf(row), row)
  const sections = benches.flatMap(({ name, about }) => {
    const its = [...rows.values()].filter(({ bench }) => bench === name).toSorted(bySize)
    return its.length === 0 ? [] : [`## ${name}\n\n${about}\n\n${table(its)}`]
  })
  return `${[intro, machineLine(machine), ...sections].join('\n\n')}\n`
}

const intro = `# Bench

Written by \`npm run bench -- --write\`; \`tests/bench\` says how each figure is measured. Ours and the peer's are measured in turn in the same run, in windows of
the same kind and maps of the same size, and the medians count. Times are of one machine that does other work as well: the ratios are the result.`

const machineLine = (machine: string): string => `Measured on ${machine}.`

function rowOf({ bench, figure, size, ours, peer, peerName, ratio, unit, runs, load, note = '' }: Figure, today: string): Row {
  const amount = (value: number | null): string => (value === null ? '–' : `${value.toLocaleString('en')} ${unit}`)
  const count = size === null ? '–' : size.toLocaleString('en')
  return {
    bench,
    cells: [figure, count, amount(ours), amount(peer), String(ratio ?? '–'), peerName ?? '–', String(runs), String(load), today, note],
  }
}

const keyOf = ({ bench, cells: [figure, size, , , , peer] }: Row): string => [bench, figure, size, peer].join('|')

/** Small ones first; otherwise in the order in which they were measured. */
const bySize = (a: Row, b: Row): number => sizeOf(a) - sizeOf(b)
const sizeOf = ({ cells: [, size = ''] }: Row): number => Number(size.replaceAll(',', '')) || 0

function table(rows: readonly Row[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [line(headings), line(headings.map(() => '---')), ...rows.map(({ cells }) => line(cells))].join('\n')
}

function rowsOf(text: string): Row[] {
  let bench = ''
  return text.split('\n').flatMap((line) => {
    if (line.startsWith('## ')) bench = line.slice(3)
    if (!line.startsWith('| ') || line.startsWith('| ---') || line.startsWith('| figure |')) return []
    return [{ bench, cells: line.slice(2, -2).split(' | ') }]
  })
}
