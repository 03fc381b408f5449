/** What the last click on the map found: the features of all visible layers under the pointer, one of them open and marked on the map. */
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useMemo, useRef } from 'react'
import { findLayer } from '../../document/layers.ts'
import { documentStore } from '../../store/documentStore.ts'
import { clearIdentified, type Identified, mark, selectionStore } from '../../store/selectionStore.ts'
import { IconButton } from '../parts/Button.tsx'
import { DetailsPanel } from '../parts/DetailsPanel.tsx'
import { useStore } from '../parts/useStore.ts'
import { FeatureCard } from './FeatureCard.tsx'
import { groupByLayer } from './groupByLayer.ts'
import styles from './AttributesPanel.module.css'

export function AttributesPanel({ onClose = clearIdentified }: { onClose?: () => void }): ReactNode {
  const identified = useStore(selectionStore, (state) => state.identified)
  const marked = useStore(selectionStore, (state) => state.marked)
  const failed = useStore(selectionStore, (state) => state.identifyFailed)
  const document = useStore(documentStore, (state) => state.history.document)
  const body = useRef<HTMLDivElement>(null)
  const groups = useMemo(() => groupByLayer(identified ?? []), [identified])
  if (identified === null) return null

  const at = identified.findIndex((one) => isSame(one, marked))
  const choose = (index: number, focus: boolean): void => {
    const one = identified[index]
    if (one === undefined) return
    mark({ layerId: one.layerId, feature: one.record.feature })
    if (focus) body.current?.querySelectorAll<HTMLElement>('[data-feature]')[index]?.focus()
  }
  const stepByKey = (event: KeyboardEvent): void => {
    const from =
      event.target instanceof HTMLElement && event.target.dataset['feature'] !== undefined ? Number(event.target.dataset['feature']) : -1
    const to = nextIndex(event.key, from, identified.length)
    if (from < 0 || to === null) return
    event.preventDefault()
    choose(to, true)
  }

  const labelFieldOf = (layerId: string): string | null => findLayer(document, layerId)?.style.label?.field ?? null
  return (
    <DetailsPanel
      name="Attributes"
      heading={<span aria-live="polite">{headingFor(identified.length, failed !== null)}</span>}
      onClose={onClose}
      actions={
        identified.length > 1 ? (
          <div role="group" aria-label="Features" className={styles['pager']}>
            <IconButton name="Previous feature" icon={<ChevronLeft />} disabled={at <= 0} onClick={() => choose(at - 1, false)} />
            <span className={styles['position']}>
              {at < 0 ? '–' : at + 1} of {identified.length}
            </span>
            <IconButton
              name="Next feature"
              icon={<ChevronRight />}
              disabled={at >= identified.length - 1}
              onClick={() => choose(at + 1, false)}
            />
          </div>
        ) : null
      }
    >
      {failed === null ? null : (
        <div role="alert" className={styles['failed']}>
          <p>{failed.message}</p>
          {failed.advice === '' ? null : <p>{failed.advice}</p>}
        </div>
      )}
      {failed === null && identified.length === 0 ? (
        <p className={styles['empty']}>Nothing here. Click a feature of a visible layer.</p>
      ) : null}
      <div ref={body} onKeyDown={stepByKey} role="presentation">
        {groups.map(({ layerId, layerName, first, members }) => (
          <section key={layerId} aria-label={layerName} className={styles['group']}>
            <h3 className={styles['layer']}>
              <bdi>{layerName}</bdi>
              {members.length > 1 ? <span className={styles['count']}>{members.length}</span> : null}
            </h3>
            {members.map((one, index) => (
              <FeatureCard
                key={one.record.feature}
                index={first + index}
                identified={one}
                labelField={labelFieldOf(layerId)}
                open={isSame(one, marked)}
                onToggle={(open) => (open ? choose(first + index, false) : mark(null))}
              />
            ))}
          </section>
        ))}
      </div>
    </DetailsPanel>
  )
}

const isSame = (one: Identified, marked: { layerId: string; feature: number } | null): boolean =>
  marked !== null && one.layerId === marked.layerId && one.record.feature === marked.feature

function headingFor(count: number, failed: boolean): string {
  if (failed) return 'Attributes could not be read'
  if (count === 0) return 'No features here'
  return count === 1 ? '1 feature here' : `${count} features here`
}

/** @returns null for a key that does not go anywhere */
function nextIndex(key: string, from: number, count: number): number | null {
  if (key === 'ArrowDown') return Math.min(count - 1, from + 1)
  if (key === 'ArrowUp') return Math.max(0, from - 1)
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : null
}
