/**
 * Makes the layers of the demo map, `data/layers/*.geojson`, from the source layers of the basemap archives. Not part of the build or the tests: the
 * result is committed, and this says how it came about.
 *
 *   node scripts/data/build-demo-layers.mjs SOURCE [OUT]
 *
 * SOURCE is a folder with `admin1.jl` and `countries.jl` (Natural Earth), `places_iq.jl` (GeoNames) and `airports.jl` (OurAirports): one GeoJSON feature per line, as they go into
 * the archives. OUT is the folder to write to, `data/layers` unless told.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { bases, report } from './bases.mjs'
import { geojsonText } from './geojson-text.mjs'
import { tidyPolygons } from './geometry.mjs'
import { countryNames, governorateCorrections } from './names.mjs'
import { reportedFacts } from './reported-facts.mjs'

const naturalEarth = 'Made with Natural Earth.'
const ourAirports = 'OurAirports'

const [source, out = join(import.meta.dirname, '../../data/layers')] = process.argv.slice(2)
if (source === undefined) {
  console.error('Usage: node scripts/data/build-demo-layers.mjs SOURCE [OUT]')
  process.exit(2)
}

const read = (name) =>
  readFileSync(join(source, `${name}.jl`), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))

const byName = (a, b) => (a.properties.name < b.properties.name ? -1 : 1)

const governorates = read('admin1')
  .filter(({ properties }) => properties.a3 === 'IRQ')
  .map(({ properties, geometry }) => {
    const { name, name_ar, name_local, iso } = { ...properties, ...governorateCorrections[properties.name] }
    return {
      id: iso,
      // The Arabic names come with and without the word for governorate: all without.
      properties: { name, name_ar: name_ar.replace(/^محافظة /u, ''), name_local, type: 'Governorate', iso, wikidata: properties.wd },
      geometry: tidyPolygons(geometry),
    }
  })
  .sort(byName)

const countries = read('countries')
  .filter(({ properties }) => Object.hasOwn(countryNames, properties.a3))
  .map(({ properties: { a2, a3 }, geometry }) => ({
    id: a3,
    properties: { ...countryNames[a3], iso_a2: a2, iso_a3: a3 },
    geometry: tidyPolygons(geometry),
  }))
  .sort(byName)

const airports = new Map(
  read('airports').map(({ properties, geometry }) => [properties.icao, { ...properties, coordinates: geometry.coordinates }]),
)

const baseFeatures = bases.map(({ airport: icao, ...base }) => {
  const airport = icao === undefined ? undefined : airports.get(icao)
  if (icao !== undefined && airport === undefined) throw new Error(`OurAirports has no airport ${icao}`)
  const coordinates = airport?.coordinates ?? base.position
  return {
    id: base.id,
    properties: {
      name: base.name,
      name_ar: base.name_ar,
      other_names: base.other_names,
      status: base.status,
      date: base.date,
      note: base.note,
      governorate: base.governorate,
      icao: icao ?? null,
      position_source: airport === undefined ? base.position_source : `${ourAirports}, “${airport.name}” (${icao})`,
      position_precision: base.position_precision,
      ...report,
    },
    geometry: { type: 'Point', coordinates },
  }
})

const factFeatures = reportedFacts.map(({ id, position, ...properties }) => ({
  id,
  properties: { ...properties, ...report },
  geometry: { type: 'Point', coordinates: position },
}))

// A base beside a city covers the city's mark on the basemap: these cities are on the map all the same.
const cityNames = { Baghdad: 'بغداد', Kirkuk: 'كركوك' }
const cities = read('places_iq')
  .filter(({ properties }) => properties.cc === 'IQ' && Object.hasOwn(cityNames, properties.name))
  .map(({ properties: { name, pop }, geometry }) => ({
    id: name.toLowerCase(),
    properties: { name, name_ar: cityNames[name], population: pop, source: 'GeoNames' },
    geometry,
  }))
  .sort(byName)

const layers = {
  cities: { name: 'Cities', attribution: 'GeoNames (CC BY 4.0).', features: cities },
  'coalition-bases': {
    name: 'Coalition bases',
    attribution: `${report.source}. Positions: ${ourAirports}; Wikipedia.`,
    features: baseFeatures,
  },
  'reported-facts': { name: 'Reported facts', attribution: `${report.source}.`, features: factFeatures },
  governorates: { name: 'Governorates', attribution: naturalEarth, features: governorates },
  iraq: { name: 'Iraq', attribution: naturalEarth, features: countries.filter(({ id }) => id === 'IRQ') },
  'neighbouring-countries': {
    name: 'Neighbouring countries',
    attribution: naturalEarth,
    features: countries.filter(({ id }) => id !== 'IRQ'),
  },
}

mkdirSync(out, { recursive: true })
for (const [name, layer] of Object.entries(layers)) {
  const text = geojsonText(layer)
  writeFileSync(join(out, `${name}.geojson`), text)
  console.log(`${resolve(out, `${name}.geojson`)}: ${layer.features.length} features, ${Buffer.byteLength(text)} bytes`)
}
