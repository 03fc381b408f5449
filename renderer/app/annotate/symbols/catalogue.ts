/** All symbols that an annotation can stand for, with the words that they are found by. */
import type { AnnotationSymbol } from '../../../../electron/contract/annotation.ts'
import { pointSymbols } from '../../../../electron/contract/document.ts'
import { searchText, searchWords } from '../../../document/annotations/searchText.ts'
import { iconWords } from './iconWords.ts'
import { type Affiliation, codeOf, militarySymbols, readCode, symbolSets } from './military.ts'

export type SymbolEntry = { symbol: AnnotationSymbol; name: string; heading: string; /** As searched. */ text: string }

/** The names of the icons; their drawings are half a megabyte and come when the picker opens. */
export type IconNames = { maki: readonly string[]; temaki: readonly string[] }

export function catalogue(icons: IconNames, affiliation: Affiliation, echelon: string): SymbolEntry[] {
  return [
    ...pointSymbols.map((name) => entry({ set: 'mark', name }, capitalised(name), 'Marks', 'plain mark')),
    ...militarySymbols.map((one) =>
      entry(
        { set: 'military', name: codeOf(one, affiliation, echelon) },
        one.name,
        `Military: ${symbolSets[one.group].name.toLowerCase()}`,
        `${one.words} ${affiliation} military ${one.group}`,
      ),
    ),
    ...(['maki', 'temaki'] as const).flatMap((set) =>
      icons[set].map((name) =>
        entry({ set, name }, capitalised(name), `Icons: ${capitalised(set)}`, `${iconWords[name] ?? ''} icon ${set}`),
      ),
    ),
  ]
}

function entry(symbol: AnnotationSymbol, name: string, heading: string, words: string): SymbolEntry {
  return { symbol, name, heading, text: searchText(`${name} ${symbol.name.replaceAll(/[_-]/g, ' ')} ${words}`) }
}

/** Entries that hold all the words; those whose name begins with the first one come first. */
export function findSymbols(entries: readonly SymbolEntry[], search: string): SymbolEntry[] {
  const words = searchWords(search)
  if (words.length === 0) return [...entries]
  const found = entries.filter(({ text }) => words.every((word) => text.includes(word)))
  const [first = ''] = words
  const begins = found.filter(({ text }) => text.startsWith(first))
  return [...begins, ...found.filter((one) => !begins.includes(one))]
}

export type GridRow = { heading: string } | { entries: readonly SymbolEntry[]; /** Place of the first among all. */ first: number }

/** Rows of a grid; each kind of symbol begins a new one under its heading. */
export function gridRows(entries: readonly SymbolEntry[], columns: number): GridRow[] {
  const rows: GridRow[] = []
  let heading: string | null = null
  let open: SymbolEntry[] = []
  entries.forEach((one, index) => {
    if (one.heading !== heading) {
      heading = one.heading
      rows.push({ heading })
      open = []
    }
    if (open.length === 0 || open.length === columns) {
      open = []
      rows.push({ entries: open, first: index })
    }
    open.push(one)
  })
  return rows
}

/** Where an arrow leads from one entry to another, over headings and short rows. */
export function stepInGrid(rows: readonly GridRow[], from: number, key: string): number {
  const lines = rows.filter((row) => 'entries' in row)
  const last = lines.at(-1)
  const count = last === undefined ? 0 : last.first + last.entries.length
  if (key === 'ArrowRight') return Math.min(count - 1, from + 1)
  if (key === 'ArrowLeft') return Math.max(0, from - 1)
  const at = lines.findIndex((row) => from >= row.first && from < row.first + row.entries.length)
  const row = lines[at]
  const next = lines[at + (key === 'ArrowDown' ? 1 : -1)]
  if (row === undefined || next === undefined) return from
  return next.first + Math.min(from - row.first, next.entries.length - 1)
}

/** What a symbol is called. */
export function symbolName({ set, name }: AnnotationSymbol): string {
  if (set !== 'military') return capitalised(name)
  const { symbol, affiliation } = readCode(name)
  return symbol === null ? `Military symbol ${name}` : `${symbol.name}, ${affiliation}`
}

const capitalised = (name: string): string => {
  const words = name.replaceAll(/[_-]/g, ' ')
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}
