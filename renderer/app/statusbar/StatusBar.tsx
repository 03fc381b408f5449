/** The line below the map: where the pointer is, the scale, and that nothing left the computer. */
import { ShieldAlert, ShieldCheck } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { LonLat } from '../../../electron/contract/document.ts'
import { coordinateForClipboard, formatCoordinate, formatScale, parseScale, scaleAt } from '../../map/index.ts'
import { networkStore } from '../../store/networkStore.ts'
import { notify } from '../../store/noticeStore.ts'
import { openDialog, panelStore } from '../../store/panelStore.ts'
import { viewStore } from '../../store/viewStore.ts'
import { nextCoordinateFormat } from '../commands/perform.ts'
import { pageStore } from '../page/pageStore.ts'
import { IconButton } from '../parts/Button.tsx'
import { copyText } from '../parts/copyText.ts'
import { useStore } from '../parts/useStore.ts'
import { Copy } from 'lucide-react'
import { theMap } from '../theMap.ts'
import styles from './StatusBar.module.css'

export function StatusBar(): ReactNode {
  const isPage = useStore(pageStore, (state) => state.isOpen)
  return (
    <footer className={styles['bar']}>
      <PointerPosition />
      {isPage ? null : (
        <>
          <Scale />
          <Zoom />
        </>
      )}
      <Network />
    </footer>
  )
}

const formatNames = { dd: 'DD', dms: 'DMS', utm: 'UTM', mgrs: 'MGRS' } as const

function PointerPosition(): ReactNode {
  const pointer = useStore(viewStore, (state) => state.pointer)
  const center = useStore(viewStore, (state) => state.center)
  const format = useStore(panelStore, (state) => state.panels.coordinates)
  // Copying is done with the pointer on a button, so the last place on the map is what is meant.
  const [last, setLast] = useState<LonLat | null>(null)
  if (pointer !== null && pointer !== last) setLast(pointer)
  const place = pointer ?? last ?? center
  const text = formatCoordinate(place, format)
  const copy = (): void => void copyText(coordinateForClipboard(place, format), 'Coordinates')
  return (
    <div className={styles['position']}>
      <div role="status" aria-label="Pointer position" aria-live="off" className={styles['coordinate']}>
        <button
          type="button"
          className={styles['cell']}
          title="Click for the next format, and to copy the position"
          aria-label={`${formatNames[format]}: ${text}. Copy, and show the next format`}
          onClick={() => {
            copy()
            nextCoordinateFormat()
          }}
        >
          <span className={styles['format']}>{formatNames[format]}</span>
          <span className={styles['digits']}>{text}</span>
        </button>
      </div>
      <IconButton name="Copy position" side="top" icon={<Copy />} className={styles['copy']} onClick={copy} />
    </div>
  )
}

function Scale(): ReactNode {
  const resolution = useStore(viewStore, (state) => state.resolutionM)
  const latitude = useStore(viewStore, (state) => state.center[1])
  const [typed, setTyped] = useState<string | null>(null)
  const shown = formatScale(scaleAt(resolution, latitude))
  const commit = (): void => {
    if (typed !== null && typed.trim() !== shown) {
      const scale = parseScale(typed)
      if (scale === null) notify(`“${typed.slice(0, 40)}” is not a scale.`, 'Write it as 1:250,000, 250000, 250k or 1.5M.')
      else theMap()?.setScale(scale)
    }
    setTyped(null)
  }
  return (
    <label className={styles['scale']}>
      <span className={styles['format']}>Scale</span>
      <input
        className={styles['field']}
        aria-label="Scale"
        value={typed ?? shown}
        spellCheck={false}
        onFocus={(event) => {
          setTyped(shown)
          const field = event.currentTarget
          requestAnimationFrame(() => field.select())
        }}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur()
          if (event.key === 'Escape') {
            setTyped(null)
            const field = event.currentTarget
            requestAnimationFrame(() => field.blur())
          }
        }}
      />
    </label>
  )
}

function Zoom(): ReactNode {
  const zoom = useStore(viewStore, (state) => state.zoom)
  return (
    <span className={styles['zoom']}>
      <span className={styles['format']}>Zoom</span>
      <span className={styles['digits']}>{zoom.toFixed(1)}</span>
    </span>
  )
}

function Network(): ReactNode {
  const { left, refused } = useStore(networkStore)
  const text = `Offline: ${left} ${left === 1 ? 'request' : 'requests'} left this computer`
  return (
    <div role="status" aria-label="Network" className={styles['network']}>
      <button type="button" className={styles['cell']} title="Show what was refused" onClick={() => openDialog({ kind: 'network' })}>
        {left === 0 ? <ShieldCheck className={styles['good']} /> : <ShieldAlert className={styles['bad']} />}
        {text}
        {refused > 0 ? <span className={styles['refused']}>{refused} refused</span> : null}
      </button>
    </div>
  )
}
