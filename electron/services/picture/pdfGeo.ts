/** Where a PDF's map lies, so that GIS programs and Acrobat read coordinates. Source: ISO 32000-2:2020, §12.9 viewports, §12.10 geospatial features. */
import { type PDFContext, type PDFDict, PDFName, PDFString } from '@cantoo/pdf-lib'
import type { Georeference } from '../../contract/export.ts'
import type { BoxPt } from './pdf.ts'
import { webMercatorWkt } from './webMercator.ts'

/** Radius of the sphere of EPSG:3857, metres. */
const radiusM = 6_378_137

/**
 * @param place from points of the page, up from its lower left corner, to metres of EPSG:3857
 * @param box of the map frame, in points
 */
export function geoViewport(context: PDFContext, place: Georeference, box: BoxPt): PDFDict {
  // Corners in the unit square of the frame, as LPTS counts them, counter-clockwise from the lower left.
  const corners = [
    [0, 0],
    [0, 1],
    [1, 1],
    [1, 0],
  ] as const
  const places = corners.flatMap(([u, v]) => latLon(place, box[0] + u * (box[2] - box[0]), box[1] + v * (box[3] - box[1])))
  return context.obj({
    Type: PDFName.of('Viewport'),
    BBox: [...box],
    Name: PDFString.of('Map'),
    Measure: {
      Type: PDFName.of('Measure'),
      Subtype: PDFName.of('GEO'),
      Bounds: corners.flat(),
      GPTS: places,
      LPTS: corners.flat(),
      GCS: { Type: PDFName.of('PROJCS'), EPSG: 3857, WKT: PDFString.of(webMercatorWkt) },
      PDU: [PDFName.of('KM'), PDFName.of('SQKM'), PDFName.of('DEG')],
    },
  })
}

function latLon({ a, b, c, d, e, f }: Georeference, x: number, y: number): [lat: number, lon: number] {
  const [east, north] = [a * x + b * y + c, d * x + e * y + f]
  const degrees = 180 / Math.PI
  return [Math.atan(Math.sinh(north / radiusM)) * degrees, (east / radiusM) * degrees]
}
