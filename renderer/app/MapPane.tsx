/** The place of the map in the window. */
import { type ReactNode, useEffect, useRef } from 'react'
import { createMap } from '../map/index.ts'
import { viewStore } from '../store/viewStore.ts'
import { useStore } from './parts/useStore.ts'
import { keepAsLarge } from './keepAsLarge.ts'
import { setTheMap } from './theMap.ts'
import styles from './MapPane.module.css'

export function MapPane(): ReactNode {
  const pane = useRef<HTMLElement>(null)
  const element = useRef<HTMLDivElement>(null)
  const drawingRectangle = useStore(viewStore, (state) => state.drawingRectangle)
  useEffect(() => {
    if (pane.current === null || element.current === null) return undefined
    const stop = keepAsLarge(element.current, pane.current)
    const map = createMap(element.current)
    setTheMap(map)
    return () => {
      stop()
      setTheMap(null)
      map.destroy()
    }
  }, [])
  return (
    <section ref={pane} className={styles['pane']} aria-label="Map">
      <div
        ref={element}
        className={[styles['map'], drawingRectangle ? styles['drawing'] : ''].join(' ')}
        tabIndex={0}
        role="application"
        aria-label="Map view. Arrow keys move, plus and minus zoom."
      />
      {drawingRectangle ? (
        <p className={styles['hint']} role="status">
          Drag a rectangle to zoom to it. Esc cancels.
        </p>
      ) : null}
    </section>
  )
}
