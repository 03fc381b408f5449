/** The attribute table of one layer, under the map. */
import { X } from 'lucide-react'
import { type ReactNode, useEffect } from 'react'
import { findLayer } from '../../document/layers.ts'
import { documentStore } from '../../store/documentStore.ts'
import { panelStore, setPanels } from '../../store/panelStore.ts'
import { sourceStore, statusOf } from '../../store/sourceStore.ts'
import { openTable, tableStore } from '../../store/tableStore.ts'
import { IconButton } from '../parts/Button.tsx'
import { useStore } from '../parts/useStore.ts'
import { ResizeHandle } from '../parts/ResizeHandle.tsx'
import { TableBody } from './TableBody.tsx'
import styles from './AttributeTable.module.css'

export function AttributeTable(): ReactNode {
  const layerId = useStore(tableStore, (state) => state.layerId)
  const layer = useStore(documentStore, (state) => (layerId === null ? null : findLayer(state.history.document, layerId)))
  const status = useStore(sourceStore, (state) => (layer === null ? null : statusOf(state, layer.path)))
  const heightPx = useStore(panelStore, (state) => state.panels.tableHeightPx)
  // A layer that was removed takes its table along.
  useEffect(() => {
    if (layerId !== null && layer === null) openTable(null)
  }, [layerId, layer])
  if (layer === null) return null
  return (
    <section className={styles['panel']} aria-label="Attribute table" style={{ height: heightPx }}>
      <ResizeHandle
        name="Height of the attribute table"
        sizePx={heightPx}
        minPx={160}
        maxPx={1_200}
        side="below"
        onResize={(px) => setPanels({ tableHeightPx: px })}
      />
      {status?.state === 'ready' ? (
        <TableBody key={layer.id} layer={layer} summary={status.summary} />
      ) : (
        <>
          <header className={styles['header']}>
            <h2 className={styles['title']}>
              <bdi>{layer.name}</bdi>
            </h2>
            <span className={styles['space']} />
            <IconButton name="Close attribute table" icon={<X />} side="top" onClick={() => openTable(null)} />
          </header>
          <p className={styles['notReady']} role="status">
            {status?.state === 'failed' ? `${status.refusal.message} ${status.refusal.advice}` : 'The file is being read…'}
          </p>
        </>
      )}
    </section>
  )
}
