/** The filter of a layer, with its fields at hand. */
import { type ReactNode, useId, useRef } from 'react'
import type { Layer } from '../../../electron/contract/document.ts'
import { fieldText } from '../../../electron/contract/expression/index.ts'
import type { LayerSummary } from '../../../electron/contract/layer.ts'
import { findLayer } from '../../document/layers.ts'
import { documentStore } from '../../store/documentStore.ts'
import { panelStore } from '../../store/panelStore.ts'
import { sourceStore, statusOf } from '../../store/sourceStore.ts'
import { Button } from '../parts/Button.tsx'
import { Modal } from '../parts/Modal.tsx'
import { useStore } from '../parts/useStore.ts'
import { typeNames } from '../styling/fields.ts'
import { countInWords } from './FilterBar.tsx'
import { FilterEditor, write } from './FilterEditor.tsx'
import { FilterProblemLine } from './FilterProblemLine.tsx'
import { useFilterDraft } from './useFilterDraft.ts'
import styles from './FilterEditor.module.css'

export function FilterDialog({ layerId, onClose }: { layerId: string; onClose: () => void }): ReactNode {
  const layer = useStore(documentStore, (state) => findLayer(state.history.document, layerId))
  const status = useStore(sourceStore, (state) => (layer === null ? null : statusOf(state, layer.path)))
  if (layer === null || status?.state !== 'ready') {
    return (
      <Modal title="Filter" onClose={onClose}>
        <p>The file of this layer is not open.</p>
      </Modal>
    )
  }
  return <OpenFilter layer={layer} summary={status.summary} onClose={onClose} />
}

function OpenFilter({ layer, summary, onClose }: { layer: Layer; summary: LayerSummary; onClose: () => void }): ReactNode {
  const draft = useFilterDraft(layer, summary)
  const field = useRef<HTMLTextAreaElement>(null)
  const problemId = useId()
  const recent = useStore(panelStore, (state) => state.panels.recentFilters)
  const apply = (): void => {
    if (draft.apply()) onClose()
  }
  const insert = (name: string): void => {
    const { current } = field
    if (current !== null) write(current, current.selectionStart, current.selectionEnd, `${fieldText(name)} `, draft.text)
  }
  return (
    <Modal
      title={`Filter ${layer.name}`}
      widthPx={620}
      onClose={onClose}
      actions={
        <>
          <Button
            disabled={layer.filter === '' && draft.text === ''}
            onClick={() => {
              draft.clear()
              onClose()
            }}
          >
            Clear filter
          </Button>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" disabled={!draft.isReadable} onClick={apply}>
            Apply
          </Button>
        </>
      }
    >
      <div className={styles['form']}>
        <p>Only the features for which this holds are shown on the map, in the table and in the legend.</p>
        <FilterEditor
          draft={draft}
          summary={summary}
          name="Filter"
          lines={4}
          field={field}
          autoFocus
          describedBy={draft.problem === null ? undefined : problemId}
          onEnter={apply}
        />
        <div className={styles['line']}>
          {draft.problem === null && draft.failure === null ? (
            <span role="status">{countInWords(draft)}</span>
          ) : (
            <FilterProblemLine id={problemId} draft={draft} field={field} />
          )}
        </div>
        <h3 className={styles['heading']}>Fields</h3>
        <div className={styles['fields']}>
          {summary.fields.slice(0, 300).map(({ name, type }) => (
            <button key={name} type="button" className={styles['fieldChip']} title={`Write ${name}`} onClick={() => insert(name)}>
              <bdi>{name}</bdi>
              <span>{typeNames[type]}</span>
            </button>
          ))}
        </div>
        {recent.length === 0 ? null : (
          <>
            <h3 className={styles['heading']}>Recent filters</h3>
            <ul className={styles['recent']}>
              {recent.slice(0, 5).map((filter) => (
                <li key={filter} className={styles['recent']}>
                  <button type="button" className={styles['recentButton']} title={filter} onClick={() => draft.setText(filter)}>
                    {filter}
                  </button>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </Modal>
  )
}
