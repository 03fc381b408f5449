/** What is below a layer's line while its file is read, and when it could not be. */
import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Layer } from '../../../electron/contract/document.ts'
import { sourceStore, statusOf } from '../../store/sourceStore.ts'
import { useStore } from '../parts/useStore.ts'
import { locateLayer, reloadLayer } from './actions.ts'
import { ReadingProgress } from './ReadingProgress.tsx'
import styles from './FileState.module.css'

export function FileState({ layer, tabIndex }: { layer: Layer; tabIndex: number }): ReactNode {
  const source = useStore(sourceStore, (state) => state.byPath[layer.path] ?? null)
  const status = useStore(sourceStore, (state) => statusOf(state, layer.path))
  if (source === null || status === null || status.state === 'ready') return null
  if (status.state === 'reading') return <ReadingProgress source={source} status={status} what={layer.name} tabIndex={tabIndex} />
  const { message, advice } = status.refusal
  return (
    <div className={styles['failed']}>
      <CircleAlert className={styles['sign']} aria-label="Not shown" />
      <p className={styles['sentence']}>
        {message} {advice}
      </p>
      <p className={styles['remedies']}>
        <button type="button" tabIndex={tabIndex} onClick={() => void locateLayer(layer.id)}>
          Locate…
        </button>
        <button type="button" tabIndex={tabIndex} onClick={() => reloadLayer(layer.id)}>
          Reload
        </button>
      </p>
    </div>
  )
}
