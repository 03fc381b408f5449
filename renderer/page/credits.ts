/** The sources that a page shows. The sentences for the basemap are those of data/CREDITS.md. */
import type { Annotation } from '../../electron/contract/annotation.ts'
import type { Page } from '../../electron/contract/page.ts'
import type { Basemap, BoundingBox } from '../../electron/contract/values.ts'
import { drawnLayers } from '../document/layers.ts'
import type { PageContext } from './context.ts'
import type { Credit, MapView } from './drawing.ts'
import { annotationsInFrame } from './legend/annotationFacts.ts'
import { frameFor, framesOf, frameView } from './mapView.ts'

const naturalEarth: Credit = { text: 'Made with Natural Earth.', url: 'https://www.naturalearthdata.com' }
const geoNames: Credit = { text: 'Place names: GeoNames (CC BY 4.0), changed.', url: 'https://www.geonames.org' }
const ourAirports: Credit = { text: 'Airfields: OurAirports (ODbL 1.0).', url: 'https://ourairports.com/data/' }
const openStreetMap: Credit = { text: '© OpenStreetMap contributors (ODbL 1.0).', url: 'https://www.openstreetmap.org/copyright' }
const worldCountries: Credit = { text: 'Country names: world-countries (ODbL 1.0).', url: 'https://github.com/mledoze/countries' }

/** Where and from which scale on the detailed archive is drawn: from zoom 8 of 256-pixel tiles at 96 dpi. */
const iraq: BoundingBox = [38.2, 28.5, 49.5, 38.2]
const iraqFromMetresPerMm = ((2 * Math.PI * 6_378_137) / 256 / 2 ** 8) * (96 / 25.4)

/** @param metresPerMm of EPSG:3857 to a millimetre, at the size at which the map's signs have their own */
export function basemapCredits({ style, labels }: Basemap, { extent }: Pick<MapView, 'extent'>, metresPerMm: number): Credit[] {
  if (style === 'none') return []
  // A little before, since the map may round its zoom up.
  const isDetailed = metresPerMm <= iraqFromMetresPerMm * 1.5 && meets(extent, iraq)
  return [naturalEarth, ...(isDetailed ? [geoNames, ourAirports, openStreetMap] : []), ...(labels === 'english' ? [] : [worldCountries])]
}

/** Of all frames of a page, or of one. No source twice. */
export function creditsOf(page: Page, frameId: string | null, { document, frames }: PageContext): Credit[] {
  const shown = frameId === null ? framesOf(page) : [frameFor(page, frameId)].filter((frame) => frame !== null)
  const all = shown.flatMap((frame) => {
    const view = frameView(frame)
    const facts = frames.get(frame.id) ?? []
    const visible = new Set(drawnLayers(document).flatMap(({ layer, visible }) => (visible && layer.opacity > 0 ? [layer.id] : [])))
    return [
      ...annotationsInFrame(document.annotations, view, frame.box).flatMap(annotationCredit),
      ...facts.filter(({ layer, count }) => visible.has(layer) && count !== 0).flatMap(({ credits }) => credits),
      ...basemapCredits(frame.basemap ?? document.basemap, view, view.metresPerMm * frame.symbolScale),
    ]
  })
  return distinct(all)
}

function annotationCredit({ properties: { source } }: Annotation): Credit[] {
  const parts = [source.title.trim(), source.publisher.trim()].filter((part) => part !== '')
  return parts.length === 0 ? [] : [{ text: parts.join(', '), url: addressOf(source.url) }]
}

/** Only what is plainly a web address becomes a link. */
const addressOf = (url: string): string | null => (/^https?:\/\/[^\s<>"']+$/i.test(url.trim()) ? url.trim() : null)

function distinct(credits: readonly Credit[]): Credit[] {
  const seen = new Map<string, Credit>()
  for (const credit of credits) {
    const key = credit.text
      .trim()
      .replace(/[.\s]+$/u, '')
      .toLowerCase()
    const known = seen.get(key)
    if (key !== '' && (known === undefined || (known.url === null && credit.url !== null))) seen.set(key, credit)
  }
  return [...seen.values()]
}

function meets([west, south, east, north]: BoundingBox, other: BoundingBox): boolean {
  const spans: [number, number][] =
    west <= east
      ? [[west, east]]
      : [
          [west, 180],
          [-180, east],
        ]
  return south < other[3] && other[1] < north && spans.some(([from, to]) => from < other[2] && other[0] < to)
}
