/** What the tool in hand waits for, or what is being drawn in words and figures, over the upper edge of the map. */
import type { ReactNode } from 'react'
import { annotationStore } from '../../../store/annotationStore.ts'
import { useStore } from '../../parts/useStore.ts'
import { faceOf } from './tools.tsx'
import styles from './ToolHint.module.css'

export function ToolHint(): ReactNode {
  const tool = useStore(annotationStore, (state) => state.tool)
  const live = useStore(annotationStore, (state) => state.live)
  const hint = tool === null ? undefined : faceOf(tool)?.hint
  if (live === null && hint === undefined) return null
  return live === null ? (
    <p className={styles['hint']} role="status">
      {hint} <span className={styles['key']}>Esc</span> puts it down.
    </p>
  ) : (
    // Figures change with every movement of the pointer: too many to be spoken.
    <p className={`${styles['hint']} ${styles['live']}`}>{live}</p>
  )
}
