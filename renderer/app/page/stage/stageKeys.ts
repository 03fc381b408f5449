/** The keys of the page: selected elements are moved a millimetre at a time, made larger and smaller with Alt and Shift; the map in a frame is moved with Ctrl. */
import type { KeyboardEvent } from 'react'
import type { Point } from '../../../page/drawing.ts'
import { middle } from '../../../page/boxes.ts'
import { panned, zoomedAt } from '../../../page/frameMoves.ts'
import { change, deleteElements, nudge, stretch } from '../actions.ts'
import { pageStore, selectedElements, selectElements, setZoom } from '../pageStore.ts'
import { focusText } from './focus.ts'

const arrows: Record<string, Point> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }

/** Steps that follow each other sooner than this are one entry of the history. */
const runMs = 800
let run = { number: 0, at: 0, of: '' }

function gesture(of: string): string {
  const now = performance.now()
  run = { number: run.of === of && now - run.at < runMs ? run.number : run.number + 1, at: now, of }
  return `keys ${run.number}`
}

/** @returns whether the key was one of the page's */
export function stageKey({ key, shiftKey, altKey, ctrlKey, metaKey }: KeyboardEvent): boolean {
  const mod = ctrlKey || metaKey
  const arrow = arrows[key]
  const { selected } = pageStore.getState()
  if (arrow !== undefined) {
    if (selected.length === 0) return false
    if (mod && !altKey) return moveMap(arrow, shiftKey ? 1 : 10)
    if (mod) return false
    if (altKey && shiftKey) {
      stretch(arrow[0], arrow[1], gesture(`stretch ${selected.join(' ')}`))
      return true
    }
    const step = altKey ? 0.1 : shiftKey ? 10 : 1
    nudge(arrow[0] * step, arrow[1] * step, gesture(`move ${selected.join(' ')}`))
    return true
  }
  if (mod || altKey) return false
  switch (key) {
    case 'Delete':
    case 'Backspace':
      deleteElements()
      return selected.length > 0
    case 'Escape':
      if (selected.length === 0) return false
      selectElements([])
      return true
    case 'Enter':
      focusText()
      return true
    case '+':
    case '=':
      return zoomMap(1.25)
    case '-':
      return zoomMap(0.8)
    case '0':
      setZoom('fit')
      return true
    default:
      return false
  }
}

/** What lies in the direction of the arrow comes into the frame. */
function moveMap([x, y]: Point, step: number): boolean {
  const frame = selectedElements().find((element) => element.type === 'mapFrame')
  if (frame === undefined || frame.locked) return false
  change([frame.id], { view: panned(frame, [-x * step, -y * step]) }, gesture(`map ${frame.id}`))
  return true
}

function zoomMap(times: number): boolean {
  const frame = selectedElements().find((element) => element.type === 'mapFrame')
  if (frame === undefined || frame.locked) return false
  change([frame.id], { view: zoomedAt(frame, middle(frame.box), times) }, gesture(`zoom ${frame.id}`))
  return true
}
