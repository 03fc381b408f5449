/** The line between two columns: dragged, or moved with the arrow keys. */
import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef } from 'react'
import styles from './ResizeHandle.module.css'

type ResizeHandleProps = {
  name: string
  widthPx: number
  minPx: number
  maxPx: number
  /** Which column the width belongs to: the one left of the line, or the one right of it. */
  side: 'left' | 'right'
  onResize: (widthPx: number) => void
}

const stepPx = 16

export function ResizeHandle({ name, widthPx, minPx, maxPx, side, onResize }: ResizeHandleProps): ReactNode {
  const start = useRef<{ x: number; width: number } | null>(null)
  const direction = side === 'left' ? 1 : -1
  const resize = (width: number): void => onResize(Math.round(Math.min(maxPx, Math.max(minPx, width))))

  const onPointerDown = (event: PointerEvent<HTMLDivElement>): void => {
    event.currentTarget.setPointerCapture(event.pointerId)
    start.current = { x: event.clientX, width: widthPx }
  }
  const onPointerMove = (event: PointerEvent<HTMLDivElement>): void => {
    if (start.current !== null) resize(start.current.width + (event.clientX - start.current.x) * direction)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowLeft') resize(widthPx - stepPx * direction)
    else if (event.key === 'ArrowRight') resize(widthPx + stepPx * direction)
    else return
    event.preventDefault()
  }
  return (
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={name}
      aria-valuenow={widthPx}
      aria-valuemin={minPx}
      aria-valuemax={maxPx}
      tabIndex={0}
      className={styles['handle']}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => (start.current = null)}
      onPointerCancel={() => (start.current = null)}
      onKeyDown={onKeyDown}
    />
  )
}
