/** Where an element comes to stand that a user adds to a page, and how large it is there. */
import type { ElementType, Page, PageElement } from '../../electron/contract/page.ts'
import { inset } from './boxes.ts'
import type { Box } from './drawing.ts'
import { newElement, plate, proportionsOf } from './elements.ts'
import { framesOf } from './mapView.ts'
import { ptToMm, sizeMm } from './units.ts'

type Corner = 'top-left' | 'top-right' | 'bottom-left' | 'bottom-right' | 'center'

/** @param id of the new element */
export function addedElement<T extends ElementType>(page: Page, type: T, id: string): Extract<PageElement, { type: T }> {
  const { width, height } = sizeMm(page.size)
  const proportions = proportionsOf(page.size)
  const letter = ptToMm(proportions.basePt)
  const sheet = inset({ x: 0, y: 0, width, height }, Math.min(page.marginMm, width / 4, height / 4))
  // What speaks of the map stands in it.
  const frame = framesOf(page)[0]
  const ground = frame !== undefined && standsOnMap.has(type) ? inset(frame.box, proportions.gutterMm * 0.6) : sheet
  const { corner, size } = placeOf(type, sheet, letter)
  const box = inCornerOf(ground, corner, Math.min(size[0], ground.width), Math.min(size[1], ground.height))
  const free = freed(box, page)
  return newElement(type, id, free, proportions, {
    ...(onPlates.has(type) ? { panel: plate(proportions) } : {}),
    name: nameFor(page, type),
  } as object)
}

const standsOnMap = new Set<ElementType>(['legend', 'scaleBar', 'northArrow', 'inset', 'text', 'image'])
const onPlates = new Set<ElementType>(['legend', 'scaleBar', 'text'])

function placeOf(type: ElementType, sheet: Box, letter: number): { corner: Corner; size: readonly [number, number] } {
  const short = Math.min(sheet.width, sheet.height)
  switch (type) {
    case 'mapFrame':
      return { corner: 'center', size: [sheet.width * 0.9, sheet.height * 0.8] }
    case 'title':
      return { corner: 'top-left', size: [sheet.width, letter * 3.4] }
    case 'subtitle':
      return { corner: 'top-left', size: [sheet.width, letter * 2] }
    case 'asOf':
      return { corner: 'top-right', size: [letter * 18, letter * 1.8] }
    case 'legend':
      return { corner: 'bottom-left', size: [letter * 20, short * 0.5] }
    case 'scaleBar':
      return { corner: 'bottom-right', size: [letter * 24, letter * 6.5] }
    case 'northArrow':
      return { corner: 'top-right', size: [short * 0.08, short * 0.08] }
    case 'inset':
      return { corner: 'top-right', size: [short * 0.28, short * 0.2] }
    case 'text':
      return { corner: 'top-left', size: [letter * 22, letter * 16] }
    case 'image':
      return { corner: 'top-left', size: [short * 0.15, short * 0.15] }
    case 'credits':
      return { corner: 'bottom-left', size: [sheet.width, letter * 2.4] }
    case 'rectangle':
      return { corner: 'center', size: [sheet.width, sheet.height] }
  }
}

function inCornerOf(ground: Box, corner: Corner, width: number, height: number): Box {
  const [spareX, spareY] = [ground.width - width, ground.height - height]
  if (corner === 'center') return { x: ground.x + spareX / 2, y: ground.y + spareY / 2, width, height }
  return {
    x: ground.x + (corner.endsWith('left') ? 0 : spareX),
    y: ground.y + (corner.startsWith('top') ? 0 : spareY),
    width,
    height,
  }
}

/** A second one does not hide the first. */
function freed(box: Box, { elements }: Page): Box {
  const isTaken = (by: number): boolean =>
    elements.some(({ box: { x, y } }) => Math.abs(x - box.x - by) < 0.5 && Math.abs(y - box.y - by) < 0.5)
  let by = 0
  while (by < 80 && isTaken(by)) by += 4
  return { ...box, x: box.x + by, y: box.y + by }
}

/** 'Legend', 'Legend 2', … */
function nameFor({ elements }: Page, type: ElementType): string {
  const usual = newElement(type, '', { x: 0, y: 0, width: 1, height: 1 }, proportionsOf({ unit: 'mm', width: 210, height: 297 })).name
  const taken = new Set(elements.map(({ name }) => name))
  if (!taken.has(usual)) return usual
  let number = 2
  while (taken.has(`${usual} ${number}`)) number += 1
  return `${usual} ${number}`
}
