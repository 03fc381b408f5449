/** What a file that is not JSON seems to be, from its first bytes. */
import { Buffer } from 'node:buffer'

export type Resemblance = { what: string; advice: string }

const convert = 'Export it as GeoJSON, and open that.'

const magics: [bytes: string, what: string, advice: string][] = [
  [
    'PK\u0003\u0004',
    'a zip archive',
    'Unpack it and open the GeoJSON file inside; shapefiles and KMZ have to be exported as GeoJSON first.',
  ],
  ['PK\u0005\u0006', 'an empty zip archive', 'Ask for the file again.'],
  ['\u001f\u008b', 'compressed with gzip', 'Unpack it first, for example with gunzip, and open the result.'],
  ['BZh', 'compressed with bzip2', 'Unpack it first, and open the result.'],
  ['\u00fd7zXZ\u0000', 'compressed with xz', 'Unpack it first, and open the result.'],
  ['(\u00b5/\u00fd', 'compressed with zstd', 'Unpack it first, and open the result.'],
  ['7z\u00bc\u00af', 'a 7z archive', 'Unpack it and open the GeoJSON file inside.'],
  ['\u0000\u0000\u0027\u000a', 'a shapefile', convert],
  ['SQLite format 3\u0000', 'a database (GeoPackage, MBTiles or SpatiaLite)', convert],
  ['fgb\u0003', 'a FlatGeobuf file', convert],
  ['PAR1', 'a Parquet file', convert],
  ['PMTiles', 'a PMTiles archive', 'It is a basemap, not a layer.'],
  ['%PDF', 'a PDF document', 'Open the data that it was made from.'],
  ['\u0089PNG', 'a PNG picture', 'Open the data that it was made from.'],
  ['\u00ff\u00d8\u00ff', 'a JPEG picture', 'Open the data that it was made from.'],
  ['GIF8', 'a GIF picture', 'Open the data that it was made from.'],
  ['II*\u0000', 'a TIFF picture', 'Open the data that it was made from.'],
  ['MM\u0000*', 'a TIFF picture', 'Open the data that it was made from.'],
  ['\u007fELF', 'a program', 'Choose a GeoJSON file.'],
  ['MZ', 'a program', 'Choose a GeoJSON file.'],
  ['\u00ff\u00fe\u0000\u0000', 'text in UTF-32', 'Save it as UTF-8 in a text editor, and open that.'],
  ['\u00ff\u00fe', 'text in UTF-16', 'Save it as UTF-8 in a text editor, and open that.'],
  ['\u00fe\u00ff', 'text in UTF-16', 'Save it as UTF-8 in a text editor, and open that.'],
]

/** Where a tar archive says that it is one. */
const tarMarkAt = 257

/**
 * @param head the first bytes, some hundred of them
 * @returns null when it may be JSON
 */
export function seemsToBe(head: Uint8Array): Resemblance | null {
  const text = Buffer.from(head.buffer, head.byteOffset, head.length).toString('latin1')
  for (const [bytes, what, advice] of magics) if (text.startsWith(bytes)) return { what, advice }
  if (text.startsWith('ustar', tarMarkAt)) return { what: 'a tar archive', advice: 'Unpack it and open the GeoJSON file inside.' }
  // ASCII text in UTF-16 without a byte order mark has a zero in every other byte.
  if (/^(?:[\t\n\r -~]\0){2}/.test(text) || /^(?:\0[\t\n\r -~]){2}/.test(text)) {
    return { what: 'text in UTF-16', advice: 'Save it as UTF-8 in a text editor, and open that.' }
  }
  const start = text.replace(/^ï»¿/, '').trimStart()
  if (start.startsWith('<')) return markup(start)
  if (/^[[{"\-\dtfn]/.test(start) && !looksLikeTable(start)) return null
  if (start === '' || start.startsWith('\u001e')) return null
  if (text.includes('\0')) return { what: 'binary data', advice: 'Choose a GeoJSON file.' }
  if (looksLikeTable(start))
    return { what: 'a table (CSV)', advice: 'Convert it to GeoJSON with the columns that hold the coordinates, and open that.' }
  if (/^(callback|\w+)\s*\(\s*[[{]/.test(start))
    return { what: 'JavaScript (JSONP)', advice: 'Remove the function call around the data, and open it again.' }
  if (/^(var|let|const|export|module\.)\b/.test(start))
    return { what: 'JavaScript', advice: 'Remove everything around the data, and open it again.' }
  if (start.startsWith('version https://git-lfs'))
    return { what: 'a Git LFS pointer', advice: 'Fetch the file itself with git lfs pull, and open that.' }
  return null
}

function markup(start: string): Resemblance {
  const head = start.slice(0, 2_000)
  if (/^<(!doctype html|html)/i.test(head))
    return { what: 'a web page (HTML)', advice: 'The download was probably an error or log-in page: download the data again.' }
  if (/<kml[\s>]/i.test(head)) return { what: 'KML', advice: convert }
  if (/ExceptionReport|ServiceException/.test(head)) {
    return {
      what: 'an error message of a map server (XML)',
      advice: 'Read it in a text editor to see what the server refused, and ask the server again.',
    }
  }
  if (/<gpx[\s>]/i.test(head)) return { what: 'GPX', advice: convert }
  if (/FeatureCollection|opengis\.net\/gml/.test(head))
    return { what: 'GML (XML)', advice: 'Ask the server for GeoJSON (outputFormat=application/json), or export it as GeoJSON.' }
  if (/<osm[\s>]/.test(head)) return { what: 'OpenStreetMap XML', advice: convert }
  if (/<svg[\s>]/.test(head)) return { what: 'an SVG picture', advice: 'Open the data that it was made from.' }
  return { what: 'XML', advice: convert }
}

/** A heading line of names, or numbers, with separators between them. */
function looksLikeTable(start: string): boolean {
  const line = /^[^\r\n]*/.exec(start)?.[0] ?? ''
  return /^("[^"]*"|[\w .-]+)([,;\t]("[^"]*"|[^,;\t{}[\]:]*))+$/.test(line)
}
