/** Features, geometries and coordinate systems that are wrong. */
import { Buffer } from 'node:buffer'
import { type BadInput, collection, declaring, feature, good, named, opened, point, refused, withGood } from '../cases.ts'

const asLonLat = 'Export it again in WGS 84 longitude and latitude (EPSG:4326), and open that.'

export const features: BadInput[] = [
  ['null for a feature', withGood('null'), opened(1, 0, ['skipped', 1, 3, 1, 'It is null, not a feature.'])],
  ['a number for a feature', withGood('7'), opened(1, 0, ['skipped', 1, 3, 1, 'It is a number, not a feature.'])],
  ['a list for a feature', withGood('[1,2]'), opened(1, 0, ['skipped', 1, 3, 1, 'It is a list, not a feature.'])],
  ['a text for a feature', withGood('"x"'), opened(1, 0, ['skipped', 1, 3, 1, 'It is text, not a feature.'])],
  [
    'a feature without type',
    withGood('{"properties":{},"geometry":{"type":"Point","coordinates":[1,2]}}'),
    opened(2, 0, ['repaired', 1, 3, 1, 'It has no type; it was read as a Feature.']),
  ],
  ['a record for a feature', withGood('{"name":"Taji","lat":33.5}'), opened(1, 0, ['skipped', 1, 3, 1, 'It has no type and no geometry.'])],
  [
    'a type in lower case',
    withGood('{"type":"feature","geometry":{"type":"Point","coordinates":[1,2]}}'),
    opened(1, 0, ['skipped', 1, 3, 1, 'Its type is “feature”, not “Feature”.']),
  ],
  [
    'a bare geometry among features',
    withGood('{"type":"Point","coordinates":[1,2]}'),
    opened(2, 0, ['repaired', 1, 3, 1, 'It is a geometry without a feature around it; it was read as a feature without attributes.']),
  ],
  ['coordinates without type', withGood('{"coordinates":[1,2]}'), opened(1, 0, ['skipped', 1, 3, 1, 'It has coordinates but no type.'])],
  [
    'a collection among features',
    withGood('{"type":"FeatureCollection","features":[]}'),
    opened(1, 0, ['skipped', 1, 3, 1, 'It is a FeatureCollection inside of a list of features.']),
  ],
  [
    'two types',
    withGood('{"type":"Point","type":"Feature","geometry":null}'),
    opened(1, 0, ['skipped', 1, 3, 1, 'Its type is given twice, and not the same.']),
  ],
  [
    'a type that is a number',
    withGood('{"type":5,"geometry":null}'),
    opened(1, 0, ['skipped', 1, 3, 1, 'Its type is a number, not “Feature”.']),
  ],
  ['no coordinates', withGood(feature('{"type":"Point"}')), opened(1, 0, ['skipped', 1, 3, 46, 'Its Point has no coordinates.'])],
  ['no geometry type', withGood(feature('{"coordinates":[1,2]}')), opened(1, 0, ['skipped', 1, 3, 46, 'Its geometry has no type.'])],
  [
    'a geometry type that does not exist',
    withGood(feature('{"type":"Circle","coordinates":[1,2],"radius":3}')),
    opened(1, 0, ['skipped', 1, 3, 46, 'Its geometry’s type is “Circle”, which GeoJSON does not have.']),
  ],
  [
    'a geometry type in lower case',
    withGood(feature('{"type":"point","coordinates":[1,2]}')),
    opened(1, 0, ['skipped', 1, 3, 46, 'Its geometry’s type is “point”, which GeoJSON does not have.']),
  ],
  ['a geometry as text', withGood(feature('"POINT(44 33)"')), opened(1, 0, ['skipped', 1, 3, 1, 'Its geometry is text, not an object.'])],
  ['a geometry as a list', withGood(feature('[44,33]')), opened(1, 0, ['skipped', 1, 3, 1, 'Its geometry is a list, not an object.'])],
  ['an empty geometry object', withGood(feature('{}')), opened(1, 0, ['skipped', 1, 3, 46, 'Its geometry has no type.'])],
  ['a feature for a geometry', withGood(feature(good)), opened(1, 0, ['skipped', 1, 3, 46, 'Its geometry is a Feature, not a geometry.'])],
  [
    'a GeometryCollection without geometries',
    withGood(feature('{"type":"GeometryCollection"}')),
    opened(1, 0, ['skipped', 1, 3, 46, 'Its GeometryCollection has no geometries.']),
  ],
  [
    'a number in a GeometryCollection',
    withGood(feature('{"type":"GeometryCollection","geometries":[5]}')),
    opened(1, 0, ['skipped', 1, 3, 46, 'One of its geometries is a number, not an object.']),
  ],
  [
    'geometries as an object',
    withGood(feature('{"type":"GeometryCollection","geometries":{}}')),
    opened(1, 0, ['skipped', 1, 3, 46, 'Its geometries are an object, not a list.']),
  ],
  [
    'a bad geometry in a GeometryCollection',
    withGood(
      feature('{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]},\n{"type":"Point","coordinates":[1,"2"]}]}'),
    ),
    opened(1, 0, ['skipped', 1, 4, 34, 'A coordinate is text (“2”), not a number.']),
  ],
  [
    'properties as text',
    withGood(feature('{"type":"Point","coordinates":[1,2]}', '"x"')),
    opened(2, 0, ['kept', 1, 3, 1, 'Its properties are text, not an object; they are left out.']),
  ],
  [
    'properties as a list',
    withGood(feature('{"type":"Point","coordinates":[1,2]}', '[1]')),
    opened(2, 0, ['kept', 1, 3, 1, 'Its properties are a list, not an object; they are left out.']),
  ],
  [
    'text that is not UTF-8',
    Buffer.from(collection(feature('{"type":"Point","coordinates":[1,2]}', '{"name":"caf\xe9"}')), 'latin1'),
    opened(1, 0, ['repaired', null, 2, null, 'One text is not valid UTF-8; what cannot be read is shown as �.']),
  ],
  [
    'a collection that does not say that it is one',
    `{"features":[${good}]}`,
    opened(1, 0, ['repaired', null, null, null, 'The file does not say that it is a FeatureCollection; it was read as one.']),
  ],
  ['a geometry of null, which is allowed', withGood(feature('null')), opened(1, 1)],
  [
    'an unknown EPSG number',
    declaring(named('EPSG:99999'), good),
    refused('bases.geojson uses a coordinate system that is not known, “EPSG:99999”, at line 2.', 2, null, asLonLat),
  ],
  [
    'a coordinate system with a name of its own',
    declaring(named('My local grid'), good),
    refused('bases.geojson uses a coordinate system that is not known, “My local grid”, at line 2.', 2, null, asLonLat),
  ],
  [
    'a vertical coordinate system',
    declaring(named('EPSG:5703'), good),
    refused('bases.geojson uses a coordinate system that is not known, “EPSG:5703”, at line 2.', 2, null, asLonLat),
  ],
  [
    'a coordinate system behind an address',
    declaring('{"type":"link","properties":{"href":"http://example.org/crs/42","type":"proj4"}}', good),
    refused(
      'bases.geojson does not name its coordinate system but gives an address for it, at line 2; nothing is fetched from addresses.',
      2,
      null,
      asLonLat,
    ),
  ],
  [
    'two coordinate systems',
    `{"type":"FeatureCollection","crs":${named('EPSG:3857')},"features":[],\n"crs":${named('EPSG:32638')}}`,
    refused(
      'bases.geojson names two coordinate systems, “EPSG:3857” and, at line 2, “EPSG:32638”.',
      2,
      null,
      'Take one of them out, or export the layer again, then open it.',
    ),
  ],
  [
    'a position that the coordinate system does not reach',
    declaring(named('EPSG:32638'), point('[440000,3680000]'), point('[1e30,1e30]')),
    opened(1, 0, ['skipped', 1, 5, 76, 'The position 1e+30, 1e+30 is outside of what EPSG:32638 can describe.']),
  ],
  [
    'a datum that cannot be shifted',
    declaring(named('EPSG:4128'), good),
    opened(1, 0, ['kept', null, null, null, 'The datum of Madzansua is taken as WGS 84: positions may be off by some hundred metres.']),
  ],
]
