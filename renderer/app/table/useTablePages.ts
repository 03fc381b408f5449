/** The rows of a query. While another one is being answered, the rows of the one before stay, so that the table is never blank. */
import { useEffect, useReducer, useState } from 'react'
import type { SourceId } from '../../../electron/contract/layer.ts'
import type { TableQuery } from '../../../electron/contract/query.ts'
import { pageRows, TablePages } from '../../store/tablePages.ts'
import { askPage } from '../../store/tableQueries.ts'

export type ShownPages = {
  pages: TablePages | null
  /** What `pages` are of. */
  query: TableQuery | null
  /** Another query is being answered. */
  isPending: boolean
  /** How much of that work is done, 0 to 1; null before it is known. */
  share: number | null
}

/** @param contentKey of the file: another version is asked anew @param query the same object as long as it is the same query */
export function useTablePages(source: SourceId, contentKey: string, query: TableQuery): ShownPages {
  const [shown, setShown] = useState<{ pages: TablePages; query: TableQuery } | null>(null)
  const [, redraw] = useReducer((count: number) => count + 1, 0)
  const [isPending, setIsPending] = useState(true)
  const [share, setShare] = useState<number | null>(null)
  useEffect(() => {
    const running = new Set<() => void>()
    const pages = new TablePages(
      async (offset, limit) => {
        const { answer, cancel } = askPage(source, query, offset, limit, (done) => !pages.isOver && setShare(done))
        running.add(cancel)
        return answer.finally(() => running.delete(cancel))
      },
      () => {
        setShown((before) => (before?.pages === pages ? before : { pages, query }))
        setIsPending(false)
        redraw()
      },
    )
    setIsPending(true)
    setShare(null)
    pages.want(0, pageRows)
    return () => {
      pages.end()
      for (const cancel of running) cancel()
    }
  }, [source, contentKey, query])
  return { pages: shown?.pages ?? null, query: shown?.query ?? null, isPending, share }
}
