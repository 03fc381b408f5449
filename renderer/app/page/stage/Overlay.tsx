/** What stands over the paper and is not printed: the selection with its handles, guides, and a place for the keyboard on each element. */
import { Lock, Move } from 'lucide-react'
import type { KeyboardEvent, ReactNode } from 'react'
import type { Page, PageElement } from '../../../../electron/contract/page.ts'
import { formatScale } from '../../../document/geodesy/scale.ts'
import type { Box, PageDrawing } from '../../../page/drawing.ts'
import { elementNames, emptyPicture } from '../../../page/elements.ts'
import { coveredBy, handles, type Hit } from '../../../page/hitTest.ts'
import { frameView } from '../../../page/mapView.ts'
import { sizeMm } from '../../../page/units.ts'
import { useStore } from '../../parts/useStore.ts'
import { pageStore, selectElements } from '../pageStore.ts'
import { PointedOut } from './PointedOut.tsx'
import { stageKey } from './stageKeys.ts'
import styles from './Overlay.module.css'

type OverlayProps = { page: Page; drawing: PageDrawing; pxPerMm: number; hovered: Hit | null; marquee: Box | null }

export function Overlay({ page, drawing, pxPerMm, hovered, marquee }: OverlayProps): ReactNode {
  const selected = useStore(pageStore, (state) => state.selected)
  const draft = useStore(pageStore, (state) => state.draft)
  const guides = useStore(pageStore, (state) => state.guides)
  const place = (box: Box) => ({ left: box.x * pxPerMm, top: box.y * pxPerMm, width: box.width * pxPerMm, height: box.height * pxPerMm })
  const { width, height } = sizeMm(page.size)
  const shown = page.elements.filter(({ visible }) => visible)
  const chosen = shown.filter(({ id }) => selected.includes(id))
  const [only] = chosen
  const over = hovered === null || selected.includes(hovered.id) || draft !== null ? undefined : shown.find(({ id }) => id === hovered.id)
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!stageKey(event)) return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className={styles['overlay']}>
      {page.marginMm > 0 && draft !== null ? (
        <div
          className={styles['margin']}
          style={place({ x: page.marginMm, y: page.marginMm, width: width - 2 * page.marginMm, height: height - 2 * page.marginMm })}
        />
      ) : null}
      {/* Topmost first, as in the list. */}
      <div role="group" aria-label="Elements on the page" onKeyDown={onKeyDown}>
        {shown.toReversed().map((element) => (
          <button
            key={element.id}
            type="button"
            data-page-element={element.id}
            className={styles['target']}
            style={place(coveredBy(element, drawing))}
            aria-label={spoken(element)}
            aria-pressed={selected.includes(element.id)}
            onFocus={() => selected.includes(element.id) || selectElements([element.id])}
            onClick={(event) => event.detail === 0 && selectElements([element.id])}
          />
        ))}
      </div>
      {shown.map((element) => {
        const hint = hintFor(element, drawing)
        return hint === null ? null : (
          <div key={element.id} className={styles['empty']} style={place(element.box)} aria-hidden>
            <span>{hint}</span>
          </div>
        )
      })}
      {over === undefined ? null : <div className={styles['hover']} style={place(coveredBy(over, drawing))} />}
      {chosen.map((element) => (
        <div key={element.id} className={[styles['frame'], element.locked ? styles['locked'] : ''].join(' ')} style={place(element.box)}>
          {element.locked ? <Lock className={styles['lock']} /> : null}
          {element.type === 'mapFrame' && !element.locked && draft === null ? (
            <span data-grip={element.id} className={styles['grip']} title="Drag to move the frame. Dragging the map moves the map.">
              <Move />
            </span>
          ) : null}
        </div>
      ))}
      {only !== undefined && chosen.length === 1 && !only.locked ? <Handles element={only} place={place} /> : null}
      {guides.map(({ axis, at, of }) => (
        <div
          key={`${axis} ${at} ${of}`}
          className={axis === 'x' ? styles['upright'] : styles['level']}
          style={axis === 'x' ? { left: at * pxPerMm } : { top: at * pxPerMm }}
        />
      ))}
      <PointedOut drawing={drawing} pxPerMm={pxPerMm} />
      {marquee === null ? null : <div className={styles['marquee']} style={place(marquee)} />}
      {draft !== null && only !== undefined ? (
        <span
          className={styles['tag']}
          style={{ left: (only.box.x + only.box.width / 2) * pxPerMm, top: (only.box.y + only.box.height) * pxPerMm }}
        >
          {readout(only)}
        </span>
      ) : null}
    </div>
  )
}

/** What is printed of an element so far is nothing: then this stands in its place, on the screen alone. */
function hintFor(element: PageElement, { elements }: PageDrawing): string | null {
  if (element.type === 'image') return element.data === emptyPicture ? 'Choose a picture' : null
  if ((elements.find(({ id }) => id === element.id)?.marks.length ?? 1) > 0) return null
  switch (element.type) {
    case 'text':
      return `${element.name}: double-click to write`
    case 'title':
    case 'subtitle':
    case 'asOf':
      return element.name
    case 'legend':
      return `${element.name}: nothing on the map to list`
    default:
      return null
  }
}

function Handles({ element, place }: { element: PageElement; place: (box: Box) => object }): ReactNode {
  return (
    <div className={styles['handles']} style={place(element.box)}>
      {handles.map(({ handle, at }) => (
        <span
          key={handle}
          data-handle={handle}
          data-element={element.id}
          className={styles['handle']}
          style={{ left: `${at[0] * 100}%`, top: `${at[1] * 100}%`, cursor: `${handle}-resize` }}
        />
      ))}
    </div>
  )
}

function spoken({ name, type, locked }: PageElement): string {
  const kind = elementNames[type]
  return [name === kind ? name : `${name}, ${kind.toLowerCase()}`, locked ? 'locked' : ''].filter((word) => word !== '').join(', ')
}

/** What the hand is changing, in figures. */
function readout(element: PageElement): string {
  const { box } = element
  const mm = (value: number): string => (Math.round(value * 10) / 10).toFixed(1)
  const size = `${mm(box.x)}, ${mm(box.y)} · ${mm(box.width)} × ${mm(box.height)} mm`
  if (element.type !== 'mapFrame') return size
  const turned = element.rotationDeg === 0 ? '' : ` · ${element.rotationDeg}°`
  return `${size} · ${formatScale(frameView(element).scale)}${turned}`
}
