/** Files and folders can be dropped anywhere on the window. */
import { type DragEvent, type ReactNode, useRef, useState } from 'react'
import { dropFiles } from './files.ts'
import styles from './DropTarget.module.css'

export function DropTarget({ children }: { children: ReactNode }): ReactNode {
  const [isOver, setIsOver] = useState(false)
  /** Entering a child leaves its parent: only when as many were left as entered is the pointer gone. */
  const depth = useRef(0)

  const carriesFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files')
  const onDragEnter = (event: DragEvent): void => {
    if (!carriesFiles(event)) return
    depth.current += 1
    setIsOver(true)
  }
  const onDragLeave = (event: DragEvent): void => {
    if (!carriesFiles(event)) return
    depth.current = Math.max(0, depth.current - 1)
    if (depth.current === 0) setIsOver(false)
  }
  const onDragOver = (event: DragEvent): void => {
    event.preventDefault()
    event.dataTransfer.dropEffect = carriesFiles(event) ? 'copy' : 'none'
  }
  const onDrop = (event: DragEvent): void => {
    event.preventDefault()
    depth.current = 0
    setIsOver(false)
    const files = [...event.dataTransfer.files]
    if (files.length > 0) void dropFiles(files)
  }
  return (
    <div className={styles['target']} onDragEnter={onDragEnter} onDragLeave={onDragLeave} onDragOver={onDragOver} onDrop={onDrop}>
      {children}
      {isOver ? (
        <div className={styles['veil']}>
          <p className={styles['invitation']}>Drop to add as layers</p>
        </div>
      ) : null}
    </div>
  )
}
