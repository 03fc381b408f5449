/** Files beside a picture that say where it lies: a world file, and GDAL's `.aux.xml` with the coordinate system. */
import type { Georeference } from '../../contract/export.ts'
import { webMercatorWkt } from './webMercator.ts'

/** 'map.png' → '.pgw': first and last letter of the ending, and w. */
export const worldFileEndings = { png: 'pgw', jpg: 'jgw' } as const

/** Six lines; the last two are the middle of the upper left pixel. Source: Esri, "World files for raster datasets". */
export function worldFile({ a, b, c, d, e, f }: Georeference): string {
  return [a, d, b, e, c + (a + b) / 2, f + (d + e) / 2].map((value) => `${exact(value)}\n`).join('')
}

/** Source: GDAL, "PAM: Persistent Auxiliary Metadata". */
export const auxXml = (): string =>
  `<PAMDataset>\n  <SRS dataAxisToSRSAxisMapping="1,2">${webMercatorWkt.replaceAll('"', '&quot;')}</SRS>\n</PAMDataset>\n`

/** Without an exponent, which not every reader knows. */
const exact = (value: number): string => value.toFixed(12).replace(/\.?0+$/, '')
