/** The line at the edge of a panel: dragged, or moved with the arrow keys. */
import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef } from 'react'
import styles from './ResizeHandle.module.css'

type ResizeHandleProps = {
  name: string
  sizePx: number
  minPx: number
  maxPx: number
  /** Where the panel is whose size it is, as seen from the line. One below the line has the line inside, at its upper edge. */
  side: 'left' | 'right' | 'below'
  onResize: (sizePx: number) => void
}

const stepPx = 16

const growing = { left: 'ArrowRight', right: 'ArrowLeft', below: 'ArrowUp' }
const shrinking = { left: 'ArrowLeft', right: 'ArrowRight', below: 'ArrowDown' }

export function ResizeHandle({ name, sizePx, minPx, maxPx, side, onResize }: ResizeHandleProps): ReactNode {
  const start = useRef<{ at: number; sizePx: number } | null>(null)
  const isLevel = side === 'below'
  const resize = (px: number): void => onResize(Math.round(Math.min(maxPx, Math.max(minPx, px))))

  const onPointerDown = (event: PointerEvent<HTMLDivElement>): void => {
    event.currentTarget.setPointerCapture(event.pointerId)
    // A panel may be lower than it was made, in a small window.
    const shownPx = isLevel ? event.currentTarget.parentElement?.offsetHeight : undefined
    start.current = { at: isLevel ? event.clientY : event.clientX, sizePx: shownPx ?? sizePx }
  }
  const onPointerMove = (event: PointerEvent<HTMLDivElement>): void => {
    if (start.current === null) return
    const moved = (isLevel ? event.clientY : event.clientX) - start.current.at
    resize(start.current.sizePx + (side === 'left' ? moved : -moved))
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === growing[side]) resize(sizePx + stepPx)
    else if (event.key === shrinking[side]) resize(sizePx - stepPx)
    else return
    event.preventDefault()
  }
  return (
    <div
      role="separator"
      aria-orientation={isLevel ? 'horizontal' : 'vertical'}
      aria-label={name}
      aria-valuenow={sizePx}
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
