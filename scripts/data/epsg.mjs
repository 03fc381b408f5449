// Writes electron/engine/crs/definitions.json from the epsg-index package: code → name and proj4 string, without what
// proj4js ignores. Run it after epsg-index or proj4 was updated: `node scripts/data/epsg.mjs`.

import { readFileSync, writeFileSync } from 'node:fs'
import proj4 from 'proj4'

const index = JSON.parse(readFileSync(new URL('../../node_modules/epsg-index/all.json', import.meta.url), 'utf8'))

// proj4js has no grid files. These are the published seven-parameter shifts for the same datums (EPSG transformations
// 1314, 1777, 1173, 1564 and 1280), good to some metres; datums whose grid has no such stand-in go without a shift.
const insteadOfGrid = {
  'OSTN15_NTv2_OSGBtoETRS.gsb': '446.448,-125.157,542.06,0.15,0.247,0.842,-20.489',
  'BETA2007.gsb': '598.1,73.7,418.2,0.202,0.045,-2.455,6.7',
  'NTv2_0.gsb': '-8,160,176',
  'May76v20.gsb': '-8,160,176',
  'CQ77NA83.GSB': '-8,160,176',
  'nzgd2kgrid0005.gsb': '59.47,-5.04,187.44,0.47,-0.1,1.024,-4.5993',
  '"National': '-117.763,-51.51,139.061,0.292,0.443,0.277,-0.191',
}

/** Parameters that are ignored, or that are the default. */
const noise = / \+(no_defs|type=crs|wktext|vunits=\S+|geoidgrids=\S+|units=m|pm=0|(lat_0|lon_0|x_0|y_0|lat_ts)=0|k=1)(?= |$)/g

function simplify(text) {
  const grid = / \+nadgrids=("[^"]*"|\S+)/.exec(text)
  let out = text
  if (grid && grid[1] !== '@null') {
    const shift = insteadOfGrid[grid[1]] ?? insteadOfGrid[grid[1].split(' ')[0]]
    out = out.replace(grid[0], shift ? ` +towgs84=${shift}` : '')
  }
  return out.replaceAll(noise, '').replace('+towgs84=0,0,0,0,0,0,0', '+towgs84=0,0,0')
}

/** Whether proj4js can go there and back at the middle of the area of use. */
function works(definition, [north, west, south, east]) {
  const middle = north === south ? [1, 1] : [(west + (east < west ? east + 360 : east)) / 2, (north + south) / 2]
  if (middle[0] > 180) middle[0] -= 360
  try {
    const converter = proj4(definition)
    const back = converter.inverse(converter.forward(middle))
    return Math.abs(back[0] - middle[0]) < 1e-4 && Math.abs(back[1] - middle[1]) < 1e-4
  } catch {
    return false
  }
}

const rows = []
let dropped = 0
for (const [code, entry] of Object.entries(index)) {
  if (!entry.proj4 || /geocent/.test(entry.proj4) || !/CRS-(PROJ|GEOG|GEOG3D|COMPOUND)CRS|CRS-GEOG3DCRS/.test(entry.kind)) continue
  const definition = simplify(entry.proj4)
  if (works(definition, entry.bbox)) rows.push([code, entry.name, definition])
  else dropped++
}

// Ends of definitions (ellipsoid, datum, units) repeat: they are written once.
const tails = new Map()
const tailOf = (definition) => / \+(ellps|datum|a)=.*$/.exec(definition)?.[0] ?? ''
for (const row of rows) tails.set(tailOf(row[2]), tails.size)
const order = [...tails.keys()]
const lines = rows
  .toSorted((a, b) => a[0] - b[0])
  .map(([code, name, definition]) => {
    const tail = tailOf(definition)
    return `"${code}":${JSON.stringify([name, definition.slice(0, definition.length - tail.length).replace(/^\+proj=/, ''), order.indexOf(tail)])}`
  })
writeFileSync(
  new URL('../../electron/engine/crs/definitions.json', import.meta.url),
  `{"tails":[\n${order.map((tail) => JSON.stringify(tail)).join(',\n')}\n],"systems":{\n${lines.join(',\n')}\n}}\n`,
)
process.stdout.write(`${rows.length} coordinate systems, ${dropped} left out because proj4js cannot compute them\n`)
