import Feature from 'ol/Feature.js'
import LineString from 'ol/geom/LineString.js'
import type OlGeometry from 'ol/geom/Geometry.js'
import MultiLineString from 'ol/geom/MultiLineString.js'
import Point from 'ol/geom/Point.js'
import { fromExtent } from 'ol/geom/Polygon.js'
import VectorSource from 'ol/source/Vector.js'
import { describe, expect, test } from 'vitest'
import { layerShapes, reportOfShapes } from '../../../../renderer/map/labels/layerShapes.ts'
import { layer, symbol } from '../../document/documents.ts'

const label = { field: 'name', sizePt: 9, color: '#000000', haloColor: '#ffffff' }
const labelled = layer('areas', { style: { kind: 'single', symbol, label } })

function shapesOf(...geometries: [name: string, geometry: OlGeometry][]) {
  const features = geometries.map(([name, geometry], index) => {
    const feature = new Feature({ geometry, name })
    feature.setId(index)
    return feature
  })
  const shapes = [...layerShapes(labelled, new VectorSource({ features }))]
  return { features, shapes }
}

const isSeen = ([x]: readonly [number, number]): boolean => x < 100

describe('Names of lines and areas of a layer', () => {
  test('have no place when nothing was written for what is in the picture', () => {
    const { features, shapes } = shapesOf(
      ['Anbar', fromExtent([0, 0, 10, 10])],
      ['Diyala', fromExtent([20, 0, 30, 10])],
      ['Beyond', fromExtent([200, 0, 300, 10])],
      ['A mark', new Point([5, 5])],
      ['', fromExtent([40, 0, 50, 10])],
    )
    expect(reportOfShapes(shapes, new Set([features[0]]), isSeen).map(({ text, state }) => [text, state])).toEqual([
      ['Anbar', 'placed'],
      ['Diyala', 'noRoom'],
    ])
  })

  test('are said once of a river of many parts, and are there when one of them is named', () => {
    const [one, two, three] = [0, 20, 40].map((x) => new LineString([[x, 0], [x + 10, 0]])) as [LineString, LineString, LineString] // prettier-ignore
    const many = new MultiLineString([[[300, 0], [310, 0]], [[60, 0], [70, 0]]]) // prettier-ignore
    const { features, shapes } = shapesOf(['Tigris', one], ['Tigris', two], ['Euphrates', three], ['Euphrates', many])
    expect(reportOfShapes(shapes, new Set([features[1]]), isSeen).map(({ text, state }) => [text, state])).toEqual([
      ['Euphrates', 'noRoom'],
      ['Tigris', 'placed'],
    ])
  })
})
