import { describe, expect, test } from 'vitest'
import type { TablePage } from '../../../electron/contract/query.ts'
import { pageRows, TablePages } from '../../../renderer/store/tablePages.ts'

const total = 1_000_000

type Asked = { page: number; answer: () => Promise<void>; fail: (error: Error) => Promise<void> }

/** Pages that are answered by hand. */
function table(): { pages: TablePages; asked: Asked[]; changes: () => number } {
  const asked: Asked[] = []
  let changed = 0
  const pages = new TablePages(
    (offset, limit) =>
      new Promise<TablePage>((resolve, reject) => {
        const settle = async (work: () => void): Promise<void> => {
          work()
          await new Promise(setImmediate)
        }
        const records = Array.from({ length: Math.min(limit, total - offset) }, (_, i) => ({
          feature: offset + i,
          geometryType: null,
          attributes: [],
        }))
        asked.push({
          page: offset / pageRows,
          answer: () => settle(() => resolve({ total, records })),
          fail: (error) => settle(() => reject(error)),
        })
      }),
    () => (changed += 1),
  )
  return { pages, asked, changes: () => changed }
}

const last = (asked: Asked[]): Asked => asked.at(-1)!

describe('pages of a table', () => {
  test('are asked for as their rows come into view, and each once', async () => {
    const { pages, asked, changes } = table()
    pages.want(0, 30)
    pages.want(5, 35)
    expect(asked.map(({ page }) => page)).toEqual([0])
    expect(pages.recordAt(7)).toBeNull()
    await last(asked).answer()
    expect([pages.total, pages.recordAt(7)?.feature, changes()]).toEqual([total, 7, 1])
    pages.want(90, 120)
    expect(asked.map(({ page }) => page)).toEqual([0, 1])
  })

  test('that were scrolled past are not asked for, whatever was wanted meanwhile', async () => {
    const { pages, asked } = table()
    for (let row = 0; row < 100_000; row += 1_000) pages.want(row, row + 30)
    expect(asked.map(({ page }) => page)).toEqual([0, 10])
    await asked[0]!.answer()
    expect(asked.map(({ page }) => page)).toEqual([0, 10, 990])
  })

  test('are let go from the one that was not seen the longest', async () => {
    const { pages, asked } = table()
    for (let page = 0; page < 61; page++) {
      pages.want(0, 1)
      pages.want(page * pageRows, page * pageRows + 1)
      await last(asked).answer()
    }
    expect(pages.recordAt(0)?.feature).toBe(0)
    expect(pages.recordAt(pageRows)).toBeNull()
    expect(pages.recordAt(60 * pageRows)?.feature).toBe(6_000)
  })

  test('tell of a failure and ask no more', async () => {
    const { pages, asked, changes } = table()
    pages.want(0, 300)
    await asked[0]!.fail(new Error('gone'))
    await asked[1]!.answer()
    pages.want(5_000, 5_030)
    expect([pages.failure, asked.length, changes()]).toEqual([new Error('gone'), 2, 2])
  })

  test('of a query that is over tell nobody', async () => {
    const { pages, asked, changes } = table()
    pages.want(0, 500)
    pages.end()
    await asked[0]!.answer()
    expect([asked.length, changes()]).toEqual([2, 0])
  })
})
