import milsymbol from 'milsymbol'
import { describe, expect, test } from 'vitest'
import { catalogue, findSymbols, gridRows, stepInGrid, symbolName } from '../../../../renderer/app/annotate/symbols/catalogue.ts'
import { affiliations, codeOf, echelons, militarySymbols, readCode } from '../../../../renderer/app/annotate/symbols/military.ts'

const entries = catalogue({ maki: ['airfield', 'fire-station'], temaki: ['power_tower'] }, 'hostile', '16')
const names = (search: string): string[] => findSymbols(entries, search).map(({ name }) => name)

describe('the military symbols', () => {
  test('are each drawn by the library, in every affiliation', () => {
    for (const one of militarySymbols) {
      for (const { id } of affiliations) {
        const symbol = new milsymbol.Symbol(codeOf(one, id))
        expect(symbol.isValid(), `${one.name} ${id}`).toBe(true)
      }
    }
  })

  test('are drawn with something in their frame', () => {
    const inside = (code: string): string => new milsymbol.Symbol(code, { frame: false }).asSVG().replaceAll(/<svg[^>]*>|<\/svg>/g, '')
    const empty = militarySymbols.filter((one) => inside(codeOf(one, 'friend')).trim() === '')
    expect(empty.map(({ name }) => name)).toEqual([])
  })

  test('are found by a name and a code of their own', () => {
    const codes = militarySymbols.map((one) => codeOf(one, 'friend'))
    expect(new Set(codes).size).toBe(codes.length)
    for (const code of codes) expect(code).toMatch(/^\d{20}$/)
    expect(militarySymbols.length).toBeGreaterThanOrEqual(80)
  })

  test('are read from their code again', () => {
    const [infantry] = militarySymbols
    if (infantry === undefined) throw new Error('empty')
    for (const { id } of affiliations)
      for (const { digits } of echelons)
        expect(readCode(codeOf(infantry, id, digits))).toEqual({ symbol: infantry, affiliation: id, echelon: digits })
    expect(readCode('10031099001211990000').symbol).toBeNull()
  })

  test('have an echelon only when they are units', () => {
    const tank = militarySymbols.find(({ name }) => name === 'Tank')
    expect(tank === undefined ? '' : codeOf(tank, 'hostile', '16')).toBe('10061500001202000000')
  })
})

describe('the search', () => {
  test('finds by any of the words, in any order', () => {
    expect(names('hospital field')).toContain('Medical treatment facility')
    expect(names('drone')).toContain('Unmanned aerial vehicle')
    expect(names('pylon')).toEqual(['Power tower'])
    expect(names('FIRE station')).toEqual(['Fire station'])
    expect(names('no such thing')).toEqual([])
  })

  test('puts names that begin with the word first', () => {
    expect(names('air')[0]).toMatch(/^Air/)
    expect(names('mortar')[0]).toBe('Mortar')
  })

  test('finds all for no word', () => {
    expect(names(' ')).toHaveLength(entries.length)
  })
})

describe('the grid', () => {
  const rows = gridRows(entries.slice(0, 12), 5)

  test('begins a row with every kind', () => {
    expect(rows.map((row) => ('heading' in row ? row.heading : row.entries.length))).toEqual(['Marks', 5, 3, 'Military: units', 4])
  })

  test('is walked by arrows over headings and short rows, and not out of it', () => {
    expect(stepInGrid(rows, 4, 'ArrowDown')).toBe(7)
    expect(stepInGrid(rows, 7, 'ArrowDown')).toBe(10)
    expect(stepInGrid(rows, 10, 'ArrowDown')).toBe(10)
    expect(stepInGrid(rows, 10, 'ArrowUp')).toBe(7)
    expect(stepInGrid(rows, 11, 'ArrowRight')).toBe(11)
    expect(stepInGrid(rows, 0, 'ArrowLeft')).toBe(0)
  })
})

test('a symbol is called what it is', () => {
  expect(symbolName({ set: 'maki', name: 'fire-station' })).toBe('Fire station')
  expect(symbolName({ set: 'military', name: '10061000161211000000' })).toBe('Infantry, hostile')
  expect(symbolName({ set: 'military', name: '10061000169999990000' })).toBe('Military symbol 10061000169999990000')
})
