/** Reads a {@link Label} from a feature of an archive. */
import { countryAtHome, countryFrom, speaksArabic } from '../names/countries.ts'
import { governorateSpellings, iraqSpellings, notPlaces } from '../names/iraq.ts'
import { middleEastSpellings } from '../names/middleEast.ts'
import { worldSpellings } from '../names/world.ts'
import { keyOf, type Spelling } from '../names/spelling.ts'
import { type Label, priorityOf } from './label.ts'

/** Layers of the archives that give names. All are points but the rivers, which are named along their lines; see `river.ts`. */
export const nameLayers = {
  world: ['country_label', 'admin1_label', 'places', 'airports', 'rivers'],
  iraq: ['admin1_label', 'places', 'places_osm', 'airports', 'rivers'],
} as const

type Properties = Readonly<Record<string, unknown>>

const text = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim().replace(/\s+/g, ' ') : null
const number = (value: unknown): number => (typeof value === 'number' && Number.isFinite(value) ? value : 0)

/** Reads one feature of a name-giving layer, or null where it is nothing to write on a map. */
export function readLabel(archive: Label['archive'], layer: string, properties: Properties): Label | null {
  const name = text(properties['name'])
  if (name === null) return null
  if (layer === 'country_label') return country(name, properties)
  if (layer === 'admin1_label') return region(name, properties, archive)
  if (layer === 'airports') return airport(name, properties, archive)
  if (layer === 'places_osm') return surveyed(name, properties)
  if (layer === 'places') return archive === 'world' ? worldPlace(name, properties) : iraqPlace(name, properties)
  return null
}

function country(name: string, properties: Properties): Label {
  const a3 = text(properties['a3']) ?? ''
  const fits = countryFrom(a3)
  const tier = Math.min(4, fits - 1)
  const from = [1.7, 2.3, 3, 3.9, 4.7][fits - 1] ?? fits
  const local = countryAtHome(a3, text(properties['name_ar']))
  return {
    kind: 'country',
    english: name,
    local,
    from,
    to: 8,
    tier,
    priority: priorityOf('country', tier, 0, null),
    side: 'n',
    capital: null,
    archive: 'world',
  }
}

/** The zooms at which the divisions of a country are named, where not at {@link otherRegionsFrom}. */
const regionsFrom: Readonly<Record<string, number>> = {
  IRQ: 6.2,
  SYR: 6.8,
  IRN: 6.8,
  SAU: 6.8,
  TUR: 7.2,
  KWT: 8.5,
  JOR: 7.5,
  USA: 4.6,
  CAN: 4,
  AUS: 4,
  RUS: 5,
  BRA: 4.6,
  CHN: 4.6,
  IND: 5,
}
const otherRegionsFrom = 7.2

function region(name: string, properties: Properties, archive: Label['archive']): Label {
  const a3 = text(properties['a3']) ?? ''
  const atHome = speaksArabic(a3)
    ? text(properties['name_ar'])?.replace(/^(محافظة|منطقة) /, '')
    : a3 === 'IRN'
      ? null
      : text(properties['name_local'])
  const english = (a3 === 'IRQ' ? governorateSpellings.get(keyOf(name))?.english : undefined) ?? name
  const priority = priorityOf('region', 0, 0, null)
  return {
    kind: 'region',
    english,
    local: atHome ?? null,
    from: regionsFrom[a3] ?? otherRegionsFrom,
    to: 9.5,
    tier: 0,
    priority,
    side: 'n',
    capital: null,
    archive,
  }
}

/** Zoom from which a town of a rank of the world archive (0 New York to 10) is written. */
export function placeFrom(rank: number): number {
  return [2.6, 3.1, 3.7, 4.3, 4.9, 5.4, 5.8, 6.4, 6.9, 7.3, 7.6][Math.min(10, Math.max(0, Math.round(rank)))] ?? 7.6
}

/** Zoom from which a town of a tier of the spelling tables is written. */
const tierFrom = [2.8, 4.6, 5.4, 6.3, 7.2] as const

/** Where spellings are looked up, by country codes of three and of two letters. */
function spellingOf(name: string, code: string): Spelling | undefined {
  const key = keyOf(name)
  if (code === 'IRQ' || code === 'IQ') return iraqSpellings.get(key)
  return speaksArabic(code) || ['IRN', 'IR', 'SY', 'JO', 'KW', 'SA'].includes(code) ? middleEastSpellings.get(key) : worldSpellings.get(key)
}

/** Cities that the archive marks as capitals and most states do not: drawn as the large cities they are. */
const disputedCapitals = new Set(['Jerusalem'])

/** Capitals with fewer people than this wait until there is room for them. */
const smallCapital = 150_000

function worldPlace(name: string, properties: Properties): Label | null {
  const kind = text(properties['kind']) ?? ''
  if (kind === 'Historic place') return null
  const rank = number(properties['rank'])
  const people = number(properties['pop'])
  const ofCountry = !disputedCapitals.has(name) && (properties['cap'] === 1 || kind === 'Admin-0 capital')
  const capital = ofCountry ? 'country' : kind.startsWith('Admin-1') ? 'region' : null
  const spelling = spellingOf(name, text(properties['a3']) ?? '')
  const tier = spelling?.tier ?? Math.min(4, rank <= 1 ? 0 : rank <= 3 ? 1 : rank <= 6 ? 2 : rank <= 7 ? 3 : 4)
  const byRank = spelling === undefined || spelling.tier === null ? placeFrom(rank) : (tierFrom[tier] ?? 7.2)
  const from = capital === 'country' ? Math.max(3.3, Math.min(byRank, people < smallCapital ? 6 : 4.7)) : byRank
  const priority = priorityOf('place', tier, people, capital)
  return {
    kind: 'place',
    english: spelling?.english ?? name,
    local: spelling?.local || null,
    from,
    to: 99,
    tier,
    priority,
    side: spelling?.side ?? 'e',
    capital,
    archive: 'world',
  }
}

/** Zoom from which a place of the Iraq archive is written when no table knows it: seats of districts and larger towns first. */
function detailFrom(fc: string, people: number): number {
  if (fc === 'PPLX') return 11.5
  if (fc === 'PPLA' || people >= 150_000) return 8
  if (people >= 40_000) return 8.5
  if (fc === 'PPLA2' || people >= 15_000) return 9
  return fc === 'PPLA3' ? 10 : 10.6
}

function iraqPlace(name: string, properties: Properties): Label | null {
  const cc = text(properties['cc']) ?? ''
  if (notPlaces.has(keyOf(name))) return null
  const fc = text(properties['fc']) ?? ''
  const people = number(properties['pop'])
  const spelling = spellingOf(name, cc)
  const tier = spelling?.tier ?? (fc === 'PPLC' ? 0 : people >= 400_000 ? 1 : fc === 'PPLA' ? 2 : people >= 40_000 ? 3 : 4)
  const from =
    spelling !== undefined && tier <= 3 ? 8 : Math.min(detailFrom(fc, people), spelling === undefined ? 99 : fc === 'PPLA2' ? 8 : 8.7)
  const capital = fc === 'PPLC' ? 'country' : fc === 'PPLA' ? 'region' : null
  const local = spelling?.local ?? atHome(text(properties['name_ar']))
  return {
    kind: 'place',
    english: spelling?.english ?? name,
    local,
    from,
    to: 99,
    tier,
    priority: priorityOf('place', tier, people, capital),
    side: spelling?.side ?? 'e',
    capital,
    archive: 'iraq',
  }
}

/** A name at home is taken in one script only: the archive has some that were half transliterated, and pairs such as `Najaf - نجف`. */
function atHome(name: string | null): string | null {
  if (name === null) return null
  const arabicPart = name.split(' - ').find((part) => /\p{Script=Arabic}/u.test(part))
  if (arabicPart === undefined) return name
  return /\p{Script=Latin}/u.test(arabicPart) ? null : arabicPart
}

function surveyed(name: string, properties: Properties): Label | null {
  const names = name.split(' / ')
  const english = names.find((part) => !/\p{Script=Arabic}/u.test(part))
  if (english === undefined || english.includes('?')) return null
  const local = names.find((part) => /\p{Script=Arabic}/u.test(part)) ?? null
  const village = properties['class'] === 'village'
  const tidy = english.replace(/^`/, '')
  const from = village ? 11.4 : 9.4
  return {
    kind: 'village',
    english: tidy,
    local,
    from,
    to: 99,
    tier: village ? 1 : 0,
    priority: priorityOf('village', 4, village ? 0 : 1000, null),
    side: 'e',
    capital: null,
    archive: 'iraq',
  }
}

function airport(name: string, properties: Properties, archive: Label['archive']): Label | null {
  const kind = text(properties['kind'])
  if (kind !== 'large_airport' && kind !== 'medium_airport') return null
  const large = kind === 'large_airport'
  // Several names of one airfield are parted by a slash; the first is the one in use.
  const english = name.split(' / ')[0] ?? name
  const from = large ? 9.4 : 10.2
  return {
    kind: 'airport',
    english,
    local: null,
    from,
    to: 99,
    tier: large ? 0 : 1,
    priority: priorityOf('airport', 4, large ? 1000 : 0, null),
    side: 's',
    capital: null,
    archive,
  }
}
