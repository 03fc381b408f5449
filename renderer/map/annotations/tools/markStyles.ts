/** How handles, outlines and other marks of work in progress are drawn: dark on a light rim, so that they show on any ground. */
import CircleStyle from 'ol/style/Circle.js'
import Fill from 'ol/style/Fill.js'
import RegularShape from 'ol/style/RegularShape.js'
import Stroke from 'ol/style/Stroke.js'
import Style from 'ol/style/Style.js'

export type MarkRole =
  | 'outline'
  | 'glow'
  | 'frame'
  | 'corner'
  | 'rotate'
  | 'vertex'
  | 'active'
  | 'middle'
  | 'radius'
  | 'anchor'
  | 'name'
  | 'caught'
  | 'box'
  | 'sketch'
  | 'start'

const accent = '#0b5cab'
const white = new Fill({ color: '#ffffff' })
const blue = new Fill({ color: accent })
const rim = new Stroke({ color: accent, width: 1.5 })
const whiteRim = new Stroke({ color: '#ffffff', width: 1.5 })

const casing = (width: number): Style => new Style({ stroke: new Stroke({ color: 'rgba(255,255,255,0.85)', width }) })
const square = (radius: number, fill: Fill): Style =>
  new Style({ image: new RegularShape({ points: 4, radius, angle: Math.PI / 4, fill, stroke: rim, rotateWithView: false }), zIndex: 2 })
const diamond = (radius: number, fill: Fill): Style =>
  new Style({ image: new RegularShape({ points: 4, radius, fill, stroke: rim, rotateWithView: false }), zIndex: 2 })
const disc = (radius: number, fill: Fill, stroke = rim): Style => new Style({ image: new CircleStyle({ radius, fill, stroke }), zIndex: 2 })

export const markStyles: Record<MarkRole, Style[]> = {
  // Under a line's own colour as it were: both are seen.
  glow: [new Style({ stroke: new Stroke({ color: 'rgba(11,92,171,0.32)', width: 8 }) })],
  outline: [casing(4), new Style({ stroke: new Stroke({ color: accent, width: 1.75 }) })],
  frame: [casing(2.5), new Style({ stroke: new Stroke({ color: accent, width: 1, lineDash: [4, 3] }) })],
  corner: [square(6.5, white)],
  rotate: [disc(5.5, white)],
  vertex: [square(6, white)],
  active: [square(6.5, blue)],
  middle: [disc(3.5, white)],
  radius: [disc(5.5, white)],
  anchor: [disc(5.5, white)],
  name: [diamond(6, white)],
  caught: [
    new Style({ image: new CircleStyle({ radius: 8, stroke: new Stroke({ color: '#ffffff', width: 4 }) }), zIndex: 3 }),
    new Style({ image: new CircleStyle({ radius: 8, stroke: new Stroke({ color: '#bb5566', width: 2 }) }), zIndex: 3 }),
  ],
  box: [new Style({ stroke: new Stroke({ color: accent, width: 1 }), fill: new Fill({ color: 'rgba(11,92,171,0.12)' }) })],
  sketch: [casing(3), new Style({ stroke: new Stroke({ color: accent, width: 1.5, lineDash: [5, 4] }) })],
  start: [disc(4, blue, whiteRim)],
}
