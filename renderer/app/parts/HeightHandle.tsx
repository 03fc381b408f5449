/** The upper edge of a section: dragged, or moved with the arrow keys. */
import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef } from 'react'
import styles from './HeightHandle.module.css'

type HeightHandleProps = {
  name: string
  heightPx: number
  minPx: number
  onResize: (heightPx: number) => void
}

const [maxPx, stepPx] = [1_200, 16]

export function HeightHandle({ name, heightPx, minPx, onResize }: HeightHandleProps): ReactNode {
  const start = useRef<{ y: number; height: number } | null>(null)
  const resize = (height: number): void => onResize(Math.round(Math.min(maxPx, Math.max(minPx, height))))
  const onPointerDown = (event: PointerEvent<HTMLDivElement>): void => {
    event.currentTarget.setPointerCapture(event.pointerId)
    // The section may be smaller than it was made, in a small window.
    start.current = { y: event.clientY, height: event.currentTarget.parentElement?.offsetHeight ?? heightPx }
  }
  const onPointerMove = (event: PointerEvent<HTMLDivElement>): void => {
    if (start.current !== null) resize(start.current.height - (event.clientY - start.current.y))
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const direction = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0
    if (direction === 0) return
    event.preventDefault()
    resize(heightPx + direction * stepPx)
  }
  return (
    <div
      role="separator"
      aria-orientation="horizontal"
      aria-label={name}
      aria-valuenow={heightPx}
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
