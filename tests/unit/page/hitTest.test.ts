import { describe, expect, it } from 'vitest'
import { elementAt, elementsWithin } from '../../../renderer/page/hitTest.ts'
import { layoutPage } from '../../../renderer/page/layout.ts'
import { contextOf, frame, make, pageOf } from './content.ts'

const neat = make('rectangle', { x: 5, y: 5, width: 280, height: 200 }, {}, 'neat')
const band = make('rectangle', { x: 0, y: 0, width: 297, height: 20 }, { panel: { ...neat.panel, fill: '#222222' } }, 'band')
const scaleBar = make('scaleBar', { x: 20, y: 150, width: 80, height: 30 }, { fit: 'bottom-left' })
const page = pageOf(band, frame(), scaleBar, neat)
const drawing = layoutPage(page, contextOf())

describe('what is under the pointer', () => {
  it('is the map inside its frame, and the frame at its edge', () => {
    expect(elementAt(page, drawing, [150, 100], 2)).toEqual({ id: 'map', part: 'inside' })
    expect(elementAt(page, drawing, [11, 100], 2)).toEqual({ id: 'map', part: 'edge' })
  })

  it('is the topmost', () => {
    expect(elementAt(page, drawing, [22, 178], 1)).toEqual({ id: 'scaleBar', part: 'edge' })
  })

  it('is what is drawn, not the room that it has', () => {
    expect(elementAt(page, drawing, [95, 152], 0.5)).toEqual({ id: 'map', part: 'inside' })
  })

  it('is seen through a neat line, which is taken hold of at its edge', () => {
    expect(elementAt(page, drawing, [5.5, 100], 1)).toEqual({ id: 'neat', part: 'edge' })
    expect(elementAt(page, drawing, [280, 15], 1)).toEqual({ id: 'band', part: 'edge' })
    expect(elementAt(page, drawing, [250, 100], 1)).toBeNull()
  })
})

it('chooses what a rectangle holds whole', () => {
  expect(elementsWithin(page, drawing, { x: 0, y: 140, width: 120, height: 60 })).toEqual(['scaleBar'])
})
