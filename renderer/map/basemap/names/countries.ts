/**
 * What the archives do not say of a country: how large its name is written, what it calls itself, and where its name stands when the middle of the
 * country is wanted for towns.
 */

/** Zoom from which the name of a country fits into it, roughly; in order. Countries that are not listed are small: {@link smallFrom}. */
const byZoom: readonly (readonly [zoom: number, codes: string])[] = [
  [1, 'IDN IND CHN COD KAZ BRA RUS IRN SAU DZA USA CAN MEX ARG AUS'],
  [2, 'BOL PER ETH ZAF MNG LBY SDN MLI AGO TCD COL NER EGY MRT ATA GRL PAK FRA TUR'],
  [
    3,
    'MYS CHL SSD SOM KEN TZA MAR UKR NAM OMN UZB DEU NOR SWE FIN VNM ESP POL GBR ZMB CAF IRQ ITA NGA BWA ZWE THA MOZ MMR AFG PRY TKM CMR VEN PNG YEM NZL MDG PHL JPN ROU',
  ],
  [
    4,
    'LAO GIN CIV UGA ECU GAB BFA GHA COG BLR GUY ESH SYR SUR KOR PRK NIC TJK CUB GTM HND NPL KGZ TUN GRC SEN BGR BGD PRT JOR ISL HUN CZE KHM AUT ERI SRB AZE GEO',
  ],
]

export const smallFrom = 5

const zooms = new Map(byZoom.flatMap(([zoom, codes]) => codes.split(' ').map((code) => [code, zoom] as const)))

/** States that are a dot among their neighbours: named when those are large. */
const microstates = new Set('AND LIE MCO SMR VAT MLT GIB JEY GGY IMN LUX SXM MAF MAC HKG SGP'.split(' '))
const microFrom = 7

/** Zoom from which a country is named. */
export const countryFrom = (a3: string): number => zooms.get(a3) ?? (microstates.has(a3) ? microFrom : smallFrom)

const arabic = new Set('DZA BHR COM DJI EGY IRQ JOR KWT LBN LBY MRT MAR OMN PSE PSX QAT SAU SOM SDN SYR TUN ARE YEM ESH'.split(' '))

/** Whether a country's names in Arabic script are its names at home. */
export const speaksArabic = (a3: string): boolean => arabic.has(a3)

/**
 * Languages of names at home, where the towns of a country are written as they are at home too: `code region language`. A country in Greek letters among
 * towns in English ones would look like a mistake.
 */
const languages =
  'ALB AL sq,AUT AT de,BEL BE nl,BIH BA bs,HRV HR hr,CZE CZ cs,DNK DK da,EST EE et,FIN FI fi,FRA FR fr,DEU DE de,HUN HU hu,ISL IS is,IRN IR fa,IRL IE ga,ITA IT it,' +
  'LVA LV lv,LTU LT lt,LUX LU fr,MDA MD ro,NLD NL nl,NOR NO nb,POL PL pl,PRT PT pt,ROU RO ro,SVK SK sk,SVN SI sl,ESP ES es,SWE SE sv,CHE CH de,TUR TR tr,' +
  'MEX MX es,BRA BR pt,PER PE es,ARG AR es,CHL CL es,GRL GL da,TCD TD fr,CMR CM fr,CAF CF fr'

const atHome = new Map(
  languages
    .split(',')
    .map((row) => row.split(' '))
    .map(([a3 = '', a2 = '', language = '']) => [a3, [a2, language] as const]),
)

/** What a country calls itself, or null where that is not known or not in a script of the map's fonts. */
export function countryAtHome(a3: string, nameAr: string | null): string | null {
  if (speaksArabic(a3)) return nameAr
  const found = atHome.get(a3)
  if (found === undefined) return null
  return new Intl.DisplayNames(found[1], { type: 'region' }).of(found[0]) ?? null
}

export type CountryPlace = {
  /** Longitude and latitude. */
  at: readonly [number, number]
  /** Zoom from which the archive's own place is taken: names that were put out to sea come home when they fit. */
  until: number
}

/** Where a name stands when not where the archive puts it. */
export const countryPlaces: ReadonlyMap<string, CountryPlace> = new Map([
  ['IRQ', { at: [42.6, 31.55], until: 99 }],
  ['SAU', { at: [45, 22.4], until: 99 }],
  ['SYR', { at: [38.3, 35.15], until: 99 }],
  ['JOR', { at: [36.5, 30.35], until: 99 }],
  ['LBN', { at: [34.35, 33.85], until: 6.9 }],
  ['PSE', { at: [33.9, 32.1], until: 6.9 }],
  ['ISR', { at: [34.85, 30.55], until: 99 }],
  ['KWT', { at: [47.5, 28.98], until: 99 }],
])
