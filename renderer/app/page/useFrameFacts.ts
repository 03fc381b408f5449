/** What is inside the frames of the page, found out again when the map or its layers change. */
import { useEffect, useMemo, useRef, useState } from 'react'
import type { MapDocument } from '../../../electron/contract/document.ts'
import type { LayerSummary } from '../../../electron/contract/layer.ts'
import type { Page } from '../../../electron/contract/page.ts'
import type { BoundingBox } from '../../../electron/contract/values.ts'
import { layersInFrame } from '../../map/index.ts'
import type { LayerFacts } from '../../page/context.ts'
import { framesOf, frameView } from '../../page/mapView.ts'
import { notifyRefusal } from '../../store/noticeStore.ts'
import { currentDocument } from '../../store/documentStore.ts'
import { refusalOf, type SourceState, sourceStore } from '../../store/sourceStore.ts'
import { useShallow, useStore } from '../parts/useStore.ts'

/** A map that is dragged is looked into when it has come to rest. */
const restMs = 120

export type Facts = ReadonlyMap<string, readonly LayerFacts[]>

/** Files of the layers, as they were read, by path. Progress of a file that is being read changes nothing here. */
export function useSummaries(): ReadonlyMap<string, LayerSummary> {
  const paths = useStore(
    sourceStore,
    useShallow((state) => readSources(state).map(([path]) => path)),
  )
  const summaries = useStore(
    sourceStore,
    useShallow((state) => readSources(state).map(([, summary]) => summary)),
  )
  return useMemo(() => new Map(summaries.map((summary, index) => [paths[index] ?? '', summary])), [paths, summaries])
}

const readSources = ({ byPath, status }: SourceState): (readonly [path: string, summary: LayerSummary])[] =>
  Object.values(byPath).flatMap(({ id, path }) => {
    const one = status[id]
    return one?.state === 'ready' ? [[path, one.summary] as const] : []
  })

/** @returns null before anything is known of this page */
export function useFrameFacts(page: Page | null, document: MapDocument, summaries: ReadonlyMap<string, LayerSummary>): Facts | null {
  const [found, setFound] = useState<{ page: string; facts: Facts } | null>(null)
  const frames = page === null ? [] : framesOf(page).map((frame) => [frame.id, frameView(frame).extent] as const)
  const wanted = JSON.stringify(frames)
  const pageId = page?.id ?? null
  const { layers } = document
  const foundFor = useRef<string | null>(null)
  useEffect(() => {
    if (pageId === null) return undefined
    let isStale = false
    const find = async (): Promise<void> => {
      try {
        const extents = JSON.parse(wanted) as [string, BoundingBox][]
        const all = await Promise.all(
          extents.map(async ([id, extent]) => [id, await layersInFrame({ ...currentDocument(), layers }, summaries, extent)] as const),
        )
        if (isStale) return
        foundFor.current = pageId
        setFound({ page: pageId, facts: new Map(all) })
      } catch (error) {
        if (isStale) return
        setFound({ page: pageId, facts: new Map() })
        notifyRefusal(refusalOf(error))
      }
    }
    const timer = setTimeout(() => void find(), foundFor.current === pageId ? restMs : 0)
    return () => {
      isStale = true
      clearTimeout(timer)
    }
  }, [pageId, wanted, layers, summaries])
  return found !== null && found.page === pageId ? found.facts : null
}
