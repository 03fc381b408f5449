/** What the tool in hand waits for, over the upper edge of the map; while something is drawn, its figures and how it is finished. */
import type { ReactNode } from 'react'
import { annotationStore } from '../../../store/annotationStore.ts'
import { useStore } from '../../parts/useStore.ts'
import { faceOf } from './tools.tsx'
import styles from './ToolHint.module.css'

/** Of a drawing that has no figures yet. */
const noFigures = 'Drawing'

export function ToolHint(): ReactNode {
  const tool = useStore(annotationStore, (state) => state.tool)
  const live = useStore(annotationStore, (state) => state.live)
  const face = tool === null ? undefined : faceOf(tool)
  if (live === null)
    return face === undefined ? null : (
      <p className={styles['hint']} role="status">
        {face.hint} Esc puts the tool down.
      </p>
    )
  const figures = live === noFigures ? null : live
  if (figures === null && face?.drawing === undefined) return null
  return (
    // Figures change with every movement of the pointer: too many to be spoken.
    <p className={styles['hint']}>
      {figures === null ? null : <strong className={styles['live']}>{figures}</strong>}
      {face?.drawing}
    </p>
  )
}
