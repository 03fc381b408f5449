/** Elements as they are when they are first put on a page. Type grows with the page; colours are greys and one accent, to leave the others to the map. */
import type { ElementType, Graticule, Page, PageElement, PagePanel, TextStyle } from '../../electron/contract/page.ts'
import type { Box } from './drawing.ts'
import { sizeMm } from './units.ts'

export const inks = {
  ink: '#1f2429',
  muted: '#59616b',
  hairline: '#c4cad1',
  frame: '#7d858e',
  ground: '#f3f4f6',
  paper: '#ffffff',
  accent: '#1c6b8c',
} as const

/** Sizes of type and distances that suit a page. A page that is twice as large is read from farther away, though not from twice as far. */
export type Proportions = {
  /** Size of running text. */
  basePt: number
  /** Between the edge of the page and what is on it. */
  marginMm: number
  /** Between elements. */
  gutterMm: number
  hairlineMm: number
}

/** Running text of an A4 page. */
const usualPt = 8.6

export function proportionsOf(size: Page['size']): Proportions {
  const { width, height } = sizeMm(size)
  // A long strip is not to have type that is too large for it, nor too small for its length.
  const short = Math.min(width, height, Math.max(width, height) * 0.72)
  const basePt = Math.max(2, Math.min(120, usualPt * (short / 210) ** 0.92))
  return { basePt, marginMm: short * 0.036, gutterMm: short * 0.022, hairlineMm: Math.max(0.05, short * 0.0009) }
}

/** Signs of the map grow with the type. In steps, so that the number is one that a person would choose. */
const symbolScaleFor = (basePt: number): number => Math.min(20, Math.max(0.1, Math.round((basePt / usualPt) * 20) / 20))

export const noPanel: PagePanel = { fill: null, fillOpacity: 1, stroke: null, strokeWidthMm: 0, paddingMm: 0 }

export const plate = ({ hairlineMm, gutterMm }: Proportions, fillOpacity = 0.92): PagePanel => ({
  fill: inks.paper,
  fillOpacity,
  stroke: inks.hairline,
  strokeWidthMm: hairlineMm,
  paddingMm: gutterMm * 0.55,
})

export const typeStyle = (sizePt: number, changes: Partial<TextStyle> = {}): TextStyle => ({
  sizePt: Math.max(2, sizePt),
  bold: false,
  italic: false,
  color: inks.ink,
  align: 'start',
  ...changes,
})

/** Lines of the geographic grid as they are when they are first switched on. */
export const newGraticule = ({ basePt, hairlineMm }: Proportions): Graticule => ({
  stepDeg: null,
  color: inks.frame,
  widthMm: Math.max(0.02, hairlineMm * 0.7),
  lines: 'full',
  labels: 'inside',
  text: typeStyle(basePt * 0.74, { color: inks.muted }),
})

/** What an element is called until it is given a name. */
export const elementNames: Record<ElementType, string> = {
  mapFrame: 'Map',
  title: 'Title',
  subtitle: 'Subtitle',
  asOf: 'As-of stamp',
  legend: 'Legend',
  scaleBar: 'Scale bar',
  northArrow: 'North arrow',
  inset: 'Locator inset',
  text: 'Text',
  image: 'Image',
  credits: 'Credits',
  rectangle: 'Neat line',
}

/** A transparent pixel, until the user chooses a picture. */
export const emptyPicture =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII='

type Of<T extends ElementType> = Extract<PageElement, { type: T }>

/** @param changes what is to be otherwise than usual */
export function newElement<T extends ElementType>(
  type: T,
  id: string,
  box: Box,
  proportions: Proportions,
  changes: Partial<Of<T>> = {},
): Of<T> {
  const base = { id, name: elementNames[type], box, panel: noPanel, locked: false, visible: true }
  // The table has for each type what its schema asks; the compiler does not follow the index.
  const element: object = { type, ...base, ...usual(proportions)[type], ...changes }
  return element as Of<T>
}

type Usual = { [T in ElementType]: Omit<Of<T>, 'type' | 'id' | 'name' | 'box' | 'panel' | 'locked' | 'visible'> & { panel?: PagePanel } }

function usual(proportions: Proportions): Usual {
  const { basePt, hairlineMm } = proportions
  const small = typeStyle(basePt * 0.86)
  const line = { ...noPanel, stroke: inks.frame, strokeWidthMm: hairlineMm * 1.6 }
  const heading = (sizePt: number, changes: Partial<TextStyle>, valign: 'top' | 'middle' | 'bottom') => ({
    text: null,
    style: typeStyle(sizePt, changes),
    minSizePt: Math.max(2, Math.min(sizePt, sizePt * 0.55)),
    valign,
  })
  return {
    mapFrame: {
      view: { kind: 'scale', center: [43.8, 33.2], scale: 5_000_000 },
      rotationDeg: 0,
      basemap: null,
      symbolScale: symbolScaleFor(basePt),
      graticule: null,
      panel: line,
    },
    title: heading(basePt * 2.5, { bold: true }, 'bottom'),
    subtitle: heading(basePt * 1.3, { color: inks.muted }, 'top'),
    asOf: { ...heading(basePt * 1.15, { bold: true, color: inks.accent }, 'middle'), showUpdate: true },
    legend: {
      frame: null,
      fit: 'top-left',
      title: '',
      titleStyle: typeStyle(basePt * 1.2, { bold: true }),
      headingStyle: typeStyle(basePt, { bold: true }),
      itemStyle: typeStyle(basePt),
      columns: 1,
      counts: false,
      changes: [],
    },
    scaleBar: { frame: null, fit: 'bottom-left', units: ['km'], look: 'double', ratio: true, style: small },
    northArrow: { frame: null, north: 'true', declination: false, date: null, look: 'needle', color: inks.ink },
    inset: {
      frame: null,
      view: null,
      basemap: null,
      outlineColor: inks.accent,
      outlineWidthMm: Math.max(0.1, hairlineMm * 3),
      panel: { ...line, fill: inks.ground },
    },
    text: { fit: 'top-left', text: '', style: typeStyle(basePt), headingColor: inks.ink },
    image: { data: emptyPicture, aspect: 1, description: '' },
    credits: { frame: null, fit: 'box', style: typeStyle(basePt * 0.76, { color: inks.muted }), lead: 'Sources: ', more: '' },
    rectangle: { panel: line },
  }
}
