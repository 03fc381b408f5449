/** Files that are something else: other formats, and JSON that is not GeoJSON. */
import { Buffer } from 'node:buffer'
import { type BadInput, collection, good, refused } from '../cases.ts'

const convert = 'Export it as GeoJSON, and open that.'
const saveAsUtf8 = 'Save it as UTF-8 in a text editor, and open that.'
const chooseGeoJson = 'Choose a GeoJSON file: a FeatureCollection, a Feature or a geometry.'
const exportAgain = 'Export the layer again, and open that.'

export const otherFormats: BadInput[] = [
  [
    'a table',
    'name,lon,lat\nTaji,44,33\n',
    refused(
      'bases.geojson is not GeoJSON: it seems to be a table (CSV).',
      null,
      null,
      'Convert it to GeoJSON with the columns that hold the coordinates, and open that.',
    ),
  ],
  [
    'a table with semicolons',
    'name;lon;lat\nTaji;44,25;33,5\n',
    refused(
      'bases.geojson is not GeoJSON: it seems to be a table (CSV).',
      null,
      null,
      'Convert it to GeoJSON with the columns that hold the coordinates, and open that.',
    ),
  ],
  [
    'a web page',
    '<!DOCTYPE html><html><body>502 Bad Gateway</body></html>',
    refused(
      'bases.geojson is not GeoJSON: it seems to be a web page (HTML).',
      null,
      null,
      'The download was probably an error or log-in page: download the data again.',
    ),
  ],
  [
    'KML',
    '<?xml version="1.0"?>\n<kml xmlns="http://www.opengis.net/kml/2.2"></kml>',
    refused('bases.geojson is not GeoJSON: it seems to be KML.', null, null, convert),
  ],
  [
    'an error of a map server',
    '<?xml version="1.0"?><ows:ExceptionReport xmlns:ows="http://www.opengis.net/ows"/>',
    refused(
      'bases.geojson is not GeoJSON: it seems to be an error message of a map server (XML).',
      null,
      null,
      'Read it in a text editor to see what the server refused, and ask the server again.',
    ),
  ],
  [
    'GML',
    '<wfs:FeatureCollection xmlns:gml="http://www.opengis.net/gml"/>',
    refused(
      'bases.geojson is not GeoJSON: it seems to be GML (XML).',
      null,
      null,
      'Ask the server for GeoJSON (outputFormat=application/json), or export it as GeoJSON.',
    ),
  ],
  ['GPX', '<?xml version="1.0"?><gpx version="1.1"/>', refused('bases.geojson is not GeoJSON: it seems to be GPX.', null, null, convert)],
  ['other XML', '<?xml version="1.0"?><data/>', refused('bases.geojson is not GeoJSON: it seems to be XML.', null, null, convert)],
  [
    'a zip archive',
    Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0, 0, 0),
    refused(
      'bases.geojson is not GeoJSON: it seems to be a zip archive.',
      null,
      null,
      'Unpack it and open the GeoJSON file inside; shapefiles and KMZ have to be exported as GeoJSON first.',
    ),
  ],
  [
    'a shapefile',
    Uint8Array.of(0, 0, 0x27, 0x0a, 0, 0, 0, 0),
    refused('bases.geojson is not GeoJSON: it seems to be a shapefile.', null, null, convert),
  ],
  [
    'a database',
    'SQLite format 3\0',
    refused('bases.geojson is not GeoJSON: it seems to be a database (GeoPackage, MBTiles or SpatiaLite).', null, null, convert),
  ],
  [
    'a PDF',
    '%PDF-1.7',
    refused('bases.geojson is not GeoJSON: it seems to be a PDF document.', null, null, 'Open the data that it was made from.'),
  ],
  [
    'a picture',
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10),
    refused('bases.geojson is not GeoJSON: it seems to be a PNG picture.', null, null, 'Open the data that it was made from.'),
  ],
  [
    'UTF-16',
    Buffer.from(`\ufeff${collection(good)}`, 'utf16le'),
    refused('bases.geojson is not GeoJSON: it seems to be text in UTF-16.', null, null, saveAsUtf8),
  ],
  [
    'UTF-16 with the high byte first',
    Buffer.from(`\ufeff${collection(good)}`, 'utf16le').swap16(),
    refused('bases.geojson is not GeoJSON: it seems to be text in UTF-16.', null, null, saveAsUtf8),
  ],
  [
    'UTF-16 without a byte order mark',
    Buffer.from(collection(good), 'utf16le'),
    refused('bases.geojson is not GeoJSON: it seems to be text in UTF-16.', null, null, saveAsUtf8),
  ],
  [
    'zero bytes',
    new Uint8Array(1_000),
    refused('bases.geojson is not GeoJSON: it seems to be binary data.', null, null, 'Choose a GeoJSON file.'),
  ],
  [
    'a Git LFS pointer',
    'version https://git-lfs.github.com/spec/v1\noid sha256:1\n',
    refused(
      'bases.geojson is not GeoJSON: it seems to be a Git LFS pointer.',
      null,
      null,
      'Fetch the file itself with git lfs pull, and open that.',
    ),
  ],
  [
    'JSONP',
    'callback({"type":"FeatureCollection","features":[]})',
    refused(
      'bases.geojson is not GeoJSON: it seems to be JavaScript (JSONP).',
      null,
      null,
      'Remove the function call around the data, and open it again.',
    ),
  ],
  [
    'JavaScript',
    'var bases = {"type":"FeatureCollection","features":[]}',
    refused(
      'bases.geojson is not GeoJSON: it seems to be JavaScript.',
      null,
      null,
      'Remove everything around the data, and open it again.',
    ),
  ],
  ['a number', '42', refused('bases.geojson is JSON, but not GeoJSON: there is only a number in it.', null, null, chooseGeoJson)],
  ['a text', '"hello"', refused('bases.geojson is JSON, but not GeoJSON: there is only text in it.', null, null, chooseGeoJson)],
  ['null', 'null', refused('bases.geojson is JSON, but not GeoJSON: there is only null in it.', null, null, chooseGeoJson)],
  ['an empty object', '{}', refused('bases.geojson is JSON, but not GeoJSON: there is nothing in it.', null, null, chooseGeoJson)],
  ['an empty list', '[]', refused('bases.geojson is a list with nothing in it.', null, null, 'Export the layer again, with its features.')],
  [
    'a list of numbers',
    '[1,2,3]',
    refused('bases.geojson is JSON, but not GeoJSON: there is no feature in it.', null, null, chooseGeoJson),
  ],
  [
    'a list of records',
    '[{"name":"Taji","lat":33.5,"lon":44.2}]',
    refused('bases.geojson is JSON, but not GeoJSON: there is no feature in it.', null, null, chooseGeoJson),
  ],
  [
    'a settings file',
    '{"name":"cartouche","version":"1.0"}',
    refused('bases.geojson is JSON, but not GeoJSON: it has no type.', null, null, chooseGeoJson),
  ],
  [
    'a type that does not exist',
    '{"type":"Circle","coordinates":[44,33],"radius":5}',
    refused('bases.geojson is JSON, but not GeoJSON: its type is “Circle”.', null, null, chooseGeoJson),
  ],
  [
    'TopoJSON',
    '{"type":"Topology","objects":{},"arcs":[]}',
    refused(
      'bases.geojson is TopoJSON, not GeoJSON.',
      null,
      null,
      'Convert it to GeoJSON, for example with mapshaper or ogr2ogr, and open that.',
    ),
  ],
  [
    'Esri JSON',
    '{"geometryType":"esriGeometryPoint","spatialReference":{"wkid":4326},"features":[{"attributes":{"a":1},"geometry":{"x":44,"y":33}}]}',
    refused(
      'bases.geojson is Esri JSON, not GeoJSON.',
      null,
      null,
      'Export it again as GeoJSON (a map service gives it with f=geojson), and open that.',
    ),
  ],
  [
    'a map style',
    '{"version":8,"sources":{},"layers":[]}',
    refused('bases.geojson is a map style, not a layer of features.', null, null, 'Open the data instead.'),
  ],
  [
    'a map document',
    '{"schema":1,"title":"Bases","basemap":{"style":"light"},"layers":[]}',
    refused('bases.geojson is a map document, not a layer.', null, null, 'Open it with Open Map.'),
  ],
  [
    'a collection without features',
    '{"type":"FeatureCollection"}',
    refused('bases.geojson is a FeatureCollection without its list of features.', null, null, exportAgain),
  ],
  [
    'a collection whose features are null',
    '{"type":"FeatureCollection","features":null}',
    refused('bases.geojson is a FeatureCollection whose features are null, not a list.', null, null, exportAgain),
  ],
  [
    'a collection whose features are an object',
    '{"type":"FeatureCollection","features":{"0":{}}}',
    refused('bases.geojson is a FeatureCollection whose features are an object, not a list.', null, null, exportAgain),
  ],
  [
    'a collection of numbers',
    '{"type":"FeatureCollection","features":[1,2]}',
    refused('bases.geojson is JSON, but not GeoJSON: there is no feature in it.', null, null, chooseGeoJson),
  ],
]
