/** Where a dragged row would go, and its name at the pointer. */
import type { ReactNode } from 'react'
import type { Drag } from './useRowDrag.ts'
import styles from './LayerTree.module.css'

export function DropMark({ drag }: { drag: Drag }): ReactNode {
  const mark = drag.drop?.mark
  return (
    <>
      {mark?.kind === 'line' ? (
        <div className={styles['line']} data-drop-line="" style={{ top: mark.y, left: mark.level === 1 ? 6 : 24 }} />
      ) : null}
      <div className={styles['carried']} style={{ left: drag.x + 12, top: drag.y + 8 }} dir="auto" aria-hidden="true">
        {drag.name}
      </div>
    </>
  )
}
