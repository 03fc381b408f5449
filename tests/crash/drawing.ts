/** What the script of the kill tests draws. */
import type { Annotation } from '../../electron/contract/annotation.ts'
import { blankDocument, type MapDocument } from '../../electron/contract/document.ts'

export const emptyMap: MapDocument = { ...blankDocument, title: 'A map under hard conditions', subtitle: '0' }

/** A record with a note of some length, as an analyst's is. */
export function pin(nth: number): Annotation {
  return {
    type: 'Feature',
    id: `pin-${nth}`,
    geometry: { type: 'Point', coordinates: [44, 33] },
    properties: {
      kind: 'point',
      label: `Pin ${nth}`,
      note: `What is known of place ${nth}, and how. `.repeat(8),
      status: 'held',
      source: { title: 'A map under hard conditions', publisher: '', date: '2020-09-23', url: '' },
      reported: null,
      validFrom: null,
      validTo: null,
      reliability: 'B',
      credibility: 2,
      style: {
        color: '#a50026',
        fill: 'solid',
        fillOpacity: 1,
        lineWidthMm: 0.3,
        dash: 'solid',
        sizeMm: 3,
        textSizePt: 9,
        textColor: '#1a1a1a',
        haloColor: '#ffffff',
        boxColor: null,
        rotationDeg: 0,
        headMm: 3,
      },
      symbol: { set: 'mark', name: 'circle' },
      labelOffsetMm: null,
      boxWidthMm: null,
      radiiM: [],
      curved: false,
      tapered: false,
      image: null,
      locked: false,
      visible: true,
      created: '2020-09-23T00:00:00.000Z',
      modified: '2020-09-23T00:00:00.000Z',
    },
  }
}
