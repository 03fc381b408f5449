/** The window: layers and annotations at the left, the tools, the map and the attribute table in the middle, details at the right, the status line below. */
import { CSPProvider } from '@base-ui/react/csp-provider'
import { Tooltip } from '@base-ui/react/tooltip'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { annotationStore } from '../store/annotationStore.ts'
import { panelStore, setPanels } from '../store/panelStore.ts'
import { clearIdentified, selectionStore } from '../store/selectionStore.ts'
import { AnnotationsPanel } from './annotate/list/AnnotationsPanel.tsx'
import { RecordPanel } from './annotate/record/RecordPanel.tsx'
import { useSelectedAnnotations } from './annotate/selected.ts'
import { AnnotateToolbar } from './annotate/toolbar/AnnotateToolbar.tsx'
import { ToolHint } from './annotate/toolbar/ToolHint.tsx'
import { AttributesPanel } from './attributes/AttributesPanel.tsx'
import { Dialogs } from './dialogs/Dialogs.tsx'
import { DropTarget } from './DropTarget.tsx'
import { LayersPanel } from './layers/LayersPanel.tsx'
import { MapPane } from './MapPane.tsx'
import { Notices } from './notices/Notices.tsx'
import { PagePanel } from './page/panel/PagePanel.tsx'
import { pageStore } from './page/pageStore.ts'
import { PageStage } from './page/stage/PageStage.tsx'
import { Palette } from './palette/Palette.tsx'
import { ResizeHandle } from './parts/ResizeHandle.tsx'
import { useStore } from './parts/useStore.ts'
import { StatusBar } from './statusbar/StatusBar.tsx'
import { AttributeTable } from './table/AttributeTable.tsx'
import { StylePanel } from './styling/StylePanel.tsx'
import { Toolbar } from './toolbar/Toolbar.tsx'
import styles from './App.module.css'

export function App(): ReactNode {
  const { layersOpen, layersWidthPx } = useStore(panelStore, (state) => state.panels)
  const isPage = useStore(pageStore, (state) => state.isOpen)
  return (
    <CSPProvider disableStyleElements>
      <Tooltip.Provider>
        <DropTarget>
          <div className={styles['window']}>
            <Toolbar />
            <main className={styles['columns']}>
              {layersOpen ? (
                <>
                  <div className={styles['side']} style={{ width: layersWidthPx }}>
                    <LayersPanel />
                    <AnnotationsPanel />
                  </div>
                  <ResizeHandle
                    name="Width of the layers panel"
                    sizePx={layersWidthPx}
                    minPx={200}
                    maxPx={560}
                    side="left"
                    onResize={(px) => setPanels({ layersWidthPx: px })}
                  />
                </>
              ) : null}
              <div className={styles['middle']}>
                {isPage ? <PageStage /> : null}
                <div className={styles['stage']} hidden={isPage}>
                  <AnnotateToolbar />
                  <div className={styles['ground']}>
                    <MapPane />
                    <ToolHint />
                  </div>
                </div>
                <AttributeTable />
              </div>
              <Details />
            </main>
            <StatusBar />
          </div>
          <Notices />
        </DropTarget>
        <Palette />
        <Dialogs />
      </Tooltip.Provider>
    </CSPProvider>
  )
}

/** A layer that is being styled comes before annotations that are selected, and those before the page or what was clicked. */
function Details(): ReactNode {
  const styling = useStore(panelStore, (state) => state.styling)
  const width = useStore(panelStore, (state) => state.panels.detailsWidthPx)
  const hasIdentified = useStore(selectionStore, (state) => state.identified !== null)
  const annotations = useSelectedAnnotations()
  const isPage = useStore(pageStore, (state) => state.isOpen)
  // The column opens at once, since the map makes room for it; what is in it comes a frame later.
  const isSelected = useStore(annotationStore, (state) => state.selected.length > 0)
  const isRecord = styling === null && isSelected
  // The record stays as it was, out of sight: the next one only changes what it shows.
  const [last, setLast] = useState(annotations)
  if (annotations.length > 0 && last !== annotations) setLast(annotations)
  const record = annotations.length > 0 ? annotations : last
  const column = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // What is open in it, as the list of statuses, would stay open over the window: then the whole record goes.
    const opened = column.current?.querySelector('[aria-expanded="true"]') ?? null
    if (!isRecord && opened !== null) setLast([])
  }, [isRecord, annotations])
  const isShown = isRecord || styling !== null || hasIdentified || isPage
  if (!isShown && record.length === 0) return null
  return (
    <div className={styles['details']} data-away={isShown ? undefined : ''}>
      <ResizeHandle
        name="Width of the details panel"
        sizePx={width}
        minPx={260}
        maxPx={720}
        side="right"
        onResize={(px) => setPanels({ detailsWidthPx: px })}
      />
      <div ref={column} className={styles['side']} style={{ width }}>
        {styling !== null ? (
          <StylePanel layerId={styling} onClose={() => panelStore.setState({ styling: null })} />
        ) : isRecord ? null : isPage ? (
          <PagePanel />
        ) : hasIdentified ? (
          <AttributesPanel onClose={clearIdentified} />
        ) : null}
        {record.length === 0 ? null : (
          <RecordPanel annotations={record} hidden={isShown && !isRecord} isWaiting={annotations.length === 0} />
        )}
      </div>
    </div>
  )
}
