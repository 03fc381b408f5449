/** Page mode: the whole page as it will be exported, on a desk; its elements are taken hold of where they are. */
import { type ReactNode, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { Page } from '../../../../electron/contract/page.ts'
import { createPageView, type PageView } from '../../../export/pageView.ts'
import { layoutPage } from '../../../page/layout.ts'
import { sizeMm } from '../../../page/units.ts'
import { documentStore } from '../../../store/documentStore.ts'
import { notifyRefusal } from '../../../store/noticeStore.ts'
import { useStore } from '../../parts/useStore.ts'
import { theMeasure } from '../actions.ts'
import { pageStore, pxPerMmAt, setNames, usePage } from '../pageStore.ts'
import { useFrameFacts, useSummaries } from '../useFrameFacts.ts'
import { NoPage } from './NoPage.tsx'
import { Overlay } from './Overlay.tsx'
import { PageBar } from './PageBar.tsx'
import { usePagePointer } from './usePagePointer.ts'
import { usePaperZoom } from './usePaperZoom.ts'
import { useWholePixels } from './useWholePixels.ts'
import styles from './PageStage.module.css'

export function PageStage(): ReactNode {
  const page = usePage()
  return (
    <section className={styles['stage']} aria-label="Page view">
      {page === null ? <NoPage /> : <Desk page={page} />}
      <PageBar />
    </section>
  )
}

function Desk({ page }: { page: Page }): ReactNode {
  const viewport = useRef<HTMLDivElement>(null)
  const paper = useRef<HTMLDivElement>(null)
  const host = useRef<HTMLDivElement>(null)
  const view = useRef<PageView | null>(null)
  const document_ = useStore(documentStore, (state) => state.history.document)
  const zoom = useStore(pageStore, (state) => state.zoom)
  const fitZoom = useStore(pageStore, (state) => state.fitZoom)
  const summaries = useSummaries()
  const facts = useFrameFacts(page, document_, summaries)
  const isDragged = useStore(pageStore, (state) => state.draft !== null)
  const pxPerMm = pxPerMmAt({ zoom, fitZoom })
  const { width, height } = sizeMm(page.size)
  const [isDrawn, setDrawn] = useState(false)
  const drawing = useMemo(
    () => (facts === null ? null : layoutPage(page, { document: document_, frames: facts, measure: theMeasure() })),
    [page, document_, facts],
  )
  usePaperZoom(viewport, paper, page)
  useWholePixels(viewport, paper, [width * pxPerMm, height * pxPerMm])
  const { hovered, marquee } = usePagePointer(viewport, paper, view)

  useLayoutEffect(() => {
    if (host.current === null) return undefined
    const made = createPageView(host.current, {
      problem: (message) => notifyRefusal({ message, advice: '', file: null, line: null, column: null }),
      change: () => {
        const isComplete = made.isComplete()
        setDrawn(isComplete)
        // The drawing is what knows: whatever made it another, its names are those that are listed.
        if (isComplete) setNames(made.names())
      },
    })
    view.current = made
    return () => {
      view.current = null
      made.destroy()
      setNames([])
    }
  }, [])
  useLayoutEffect(() => {
    if (drawing !== null) view.current?.show({ drawing, document: document_, summaries, pxPerMm, isDragged })
  }, [drawing, document_, summaries, pxPerMm, isDragged])
  useEffect(() => pageStore.setState({ drawing, facts }), [drawing, facts])
  // Where tests and scripts can read it, as of the map.
  const isReady = isDrawn && drawing !== null
  useEffect(() => {
    const { dataset } = document.documentElement
    dataset['page'] = isReady ? 'ready' : 'busy'
    return () => void delete dataset['page']
  }, [isReady])

  return (
    <div ref={viewport} className={styles['viewport']} data-viewport="">
      <div className={styles['desk']}>
        <div ref={paper} className={styles['paper']} style={{ width: width * pxPerMm, height: height * pxPerMm }}>
          <div ref={host} data-sheet="" className={styles['sheet']} style={{ backgroundColor: page.background }} />
          {drawing === null ? null : <Overlay {...{ page, drawing, pxPerMm, hovered, marquee }} />}
        </div>
      </div>
    </div>
  )
}
