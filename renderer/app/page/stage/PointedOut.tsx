/** A ring around the place of a name that is not written, with the name beside it: on the screen alone. */
import { type ReactNode, useEffect, useRef } from 'react'
import { mapSlots, type PageDrawing } from '../../../page/drawing.ts'
import { placer } from '../../../page/mapView.ts'
import { useStore } from '../../parts/useStore.ts'
import { pageStore } from '../pageStore.ts'
import styles from './Overlay.module.css'

export function PointedOut({ drawing, pxPerMm }: { drawing: PageDrawing; pxPerMm: number }): ReactNode {
  const name = useStore(pageStore, (state) => state.pointedOut)
  const ring = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // On a large sheet it may be out of sight.
    if (name !== null) ring.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [name])
  const slot = name === null ? undefined : mapSlots(drawing).find(({ element }) => element === name.frame)
  if (name === null || slot === undefined) return null
  const [x, y] = placer(slot.view, slot.box)(name.at)
  return (
    <div ref={ring} className={styles['pointedOut']} style={{ left: x * pxPerMm, top: y * pxPerMm }} aria-hidden>
      <bdi>{name.text.replaceAll(/\s*\n\s*/g, ' ')}</bdi>
    </div>
  )
}
