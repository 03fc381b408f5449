/** The layers of the map, topmost first: what is drawn, how it looks, and what became of its file. */
import { FolderPlus, Plus, Table2 } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { commands } from '../../../electron/contract/commands.ts'
import type { LayerNode } from '../../../electron/contract/document.ts'
import { documentStore } from '../../store/documentStore.ts'
import { selectionStore } from '../../store/selectionStore.ts'
import { readSource, sourceOf, sourceStore } from '../../store/sourceStore.ts'
import { tableStore, openTable } from '../../store/tableStore.ts'
import { keysFor } from '../commands/keys.ts'
import { chooseLayers } from '../files.ts'
import { Button, IconButton } from '../parts/Button.tsx'
import { useStore } from '../parts/useStore.ts'
import { groupNode } from './actions.ts'
import { announcementStore } from './announcements.ts'
import { IncomingFiles } from './IncomingFiles.tsx'
import { LayerTree } from './LayerTree.tsx'
import { OpacityBar } from './OpacityBar.tsx'
import { useFocusThatStays } from './useFocusThatStays.ts'
import styles from './LayersPanel.module.css'

export function LayersPanel(): ReactNode {
  const nodes = useStore(documentStore, (state) => state.history.document.layers)
  const ground = useStore(documentStore, (state) => state.history.document.basemap.style)
  const nodeId = useStore(selectionStore, (state) => state.nodeId)
  const tableOf = useStore(tableStore, (state) => state.layerId)
  const announcement = useStore(announcementStore, (state) => state.text)
  const selected = nodes.flatMap((node) => (node.type === 'group' ? node.layers : [node])).find(({ id }) => id === nodeId) ?? null
  const isEmpty = nodes.length === 0
  const isReading = useStore(sourceStore, ({ status }) => Object.values(status).some(({ state }) => state === 'reading'))
  const panel = useRef<HTMLElement>(null)
  const focusHandlers = useFocusThatStays(panel, '[role=treeitem][tabindex="0"]', '[data-first]')
  useReadingOfWhatReturned(nodes)
  return (
    <section ref={panel} className={styles['panel']} aria-label="Layers" {...focusHandlers}>
      <header className={styles['header']}>
        <h2 className={styles['title']}>Layers</h2>
        <span className={styles['tools']}>
          <IconButton
            name="Attribute table"
            keys={keysFor(commands['layer.table'].keys)}
            icon={<Table2 />}
            disabled={selected === null}
            pressed={selected !== null && selected.id === tableOf}
            onClick={() => selected !== null && openTable(selected.id === tableOf ? null : selected.id)}
          />
          <IconButton
            name="Group"
            icon={<FolderPlus />}
            disabled={selected === null}
            onClick={() => selected !== null && groupNode(selected.id)}
          />
          <IconButton name="Add layer" icon={<Plus />} onClick={() => void chooseLayers()} />
        </span>
      </header>
      <IncomingFiles />
      {isEmpty && !isReading ? <NoLayers /> : null}
      {isEmpty ? null : <LayerTree nodes={nodes} ground={ground} />}
      {isEmpty ? null : <OpacityBar layer={selected} />}
      <p className="visually-hidden" aria-live="polite">
        {announcement}
      </p>
    </section>
  )
}

function NoLayers(): ReactNode {
  return (
    <div className={styles['empty']}>
      <p>No layers yet. Add a file, or drop GeoJSON here.</p>
      <Button data-first="" onClick={() => void chooseLayers()}>
        Add a file…
      </Button>
    </div>
  )
}

/** A layer that undo brought back may stand for a file that nothing is known of: it is read again. */
function useReadingOfWhatReturned(nodes: readonly LayerNode[]): void {
  useEffect(() => {
    for (const { path } of nodes.flatMap((node) => (node.type === 'group' ? node.layers : [node]))) {
      const source = sourceOf(path)
      if (source !== null && sourceStore.getState().status[source.id] === undefined) void readSource(source)
    }
  }, [nodes])
}
