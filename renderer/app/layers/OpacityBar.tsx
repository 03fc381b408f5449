/** The foot of the panel: what is set most often for the selected layer. */
import { Palette, Scan } from 'lucide-react'
import { type ReactNode, useRef } from 'react'
import type { Layer } from '../../../electron/contract/document.ts'
import { setOpacity } from '../../document/commands.ts'
import { currentDocument, runCommand } from '../../store/documentStore.ts'
import { startStyling } from '../../store/panelStore.ts'
import { IconButton } from '../parts/Button.tsx'
import { zoomToLayer } from './actions.ts'
import styles from './OpacityBar.module.css'

/** Keystrokes that follow each other sooner are one change. */
const pauseMs = 1000

export function OpacityBar({ layer }: { layer: Layer | null }): ReactNode {
  const gesture = useRef({ number: 0, at: 0 })
  const percent = Math.round((layer?.opacity ?? 1) * 100)
  const begin = (): void => void (gesture.current.number += 1)
  const change = (value: number): void => {
    if (layer === null) return
    const now = performance.now()
    if (!isHeld.current && now - gesture.current.at > pauseMs) begin()
    gesture.current.at = now
    runCommand(setOpacity(currentDocument(), layer.id, value / 100, String(gesture.current.number)))
  }
  const isHeld = useRef(false)
  const letGo = (): void => {
    isHeld.current = false
    begin()
  }
  return (
    <footer className={styles['foot']}>
      <span className={styles['word']} aria-hidden="true">
        Opacity
      </span>
      <input
        type="range"
        min={0}
        max={100}
        step={1}
        value={percent}
        disabled={layer === null}
        className={styles['slider']}
        style={{ '--filled': `${percent}%` }}
        aria-label={layer === null ? 'Opacity' : `Opacity of ${layer.name}`}
        aria-valuetext={`${percent}%`}
        onPointerDown={() => {
          isHeld.current = true
          begin()
        }}
        onPointerUp={letGo}
        onPointerCancel={letGo}
        // A window that comes over this one takes the pointer away, and nothing else says so.
        onLostPointerCapture={letGo}
        onChange={({ target }) => change(Number(target.value))}
      />
      <output className={styles['value']}>{layer === null ? '' : `${percent}%`}</output>
      <IconButton
        name="Zoom to layer"
        icon={<Scan />}
        side="top"
        disabled={layer === null}
        onClick={() => layer !== null && zoomToLayer(layer.id)}
      />
      <IconButton
        name="Style"
        icon={<Palette />}
        side="top"
        disabled={layer === null}
        onClick={() => layer !== null && startStyling(layer.id)}
      />
    </footer>
  )
}
