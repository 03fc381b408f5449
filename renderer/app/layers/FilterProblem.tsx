/** What is below a layer's line when its filter cannot be understood: nothing of the layer is shown then, and here is why. */
import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Layer } from '../../../electron/contract/document.ts'
import { problemSentence, readFilter } from '../../../electron/contract/expression/index.ts'
import { setFilter } from '../../document/commands.ts'
import { currentDocument, runCommand } from '../../store/documentStore.ts'
import { sourceStore, statusOf } from '../../store/sourceStore.ts'
import { useStore } from '../parts/useStore.ts'
import styles from './FileState.module.css'

export function FilterProblem({ layer, tabIndex }: { layer: Layer; tabIndex: number }): ReactNode {
  const status = useStore(sourceStore, (state) => statusOf(state, layer.path))
  if (status?.state !== 'ready') return null
  const reading = readFilter(layer.filter, status.summary.fields)
  if (reading.ok) return null
  return (
    <div className={styles['failed']}>
      <CircleAlert className={styles['sign']} aria-label="Not shown" />
      <p className={styles['sentence']}>Nothing is shown, since the filter cannot be understood. {problemSentence(reading.problem)}</p>
      <p className={styles['remedies']}>
        <button type="button" tabIndex={tabIndex} onClick={() => runCommand(setFilter(currentDocument(), layer.id, ''))}>
          Remove Filter
        </button>
      </p>
    </div>
  )
}
