/** Coordinates that are wrong, and what is done about them. */
import { type BadInput, collection, declaring, feature, line, named, opened, point, polygon, refused, withGood } from '../cases.ts'

const swap = 'GeoJSON puts longitude first: swap the two numbers or export the layer again, then open it.'

export const coordinates: BadInput[] = [
  [
    'coordinates as texts',
    withGood(point('["44.1","33.2"]')),
    opened(1, 0, ['skipped', 1, 3, 77, 'A coordinate is text (“44.1”), not a number.']),
  ],
  ['a coordinate that is null', withGood(point('[44.1,null]')), opened(1, 0, ['skipped', 1, 3, 82, 'A coordinate is null, not a number.'])],
  ['a coordinate that is true', withGood(point('[true,33.2]')), opened(1, 0, ['skipped', 1, 3, 77, 'A coordinate is true, not a number.'])],
  [
    'a coordinate that is an object',
    withGood(point('[{"lon":44.1},33.2]')),
    opened(1, 0, ['skipped', 1, 3, 77, 'A coordinate is an object, not a number.']),
  ],
  [
    'coordinates as an object',
    withGood(point('{"lon":44.1,"lat":33.2}')),
    opened(1, 0, ['skipped', 1, 3, 46, 'Its coordinates are an object, not a list.']),
  ],
  ['coordinates as one text', withGood(point('"44.1,33.2"')), opened(1, 0, ['skipped', 1, 3, 46, 'Its coordinates are text, not a list.'])],
  ['coordinates that are null', withGood(point('null')), opened(1, 0, ['skipped', 1, 3, 46, 'Its coordinates are null, not a list.'])],
  ['a number for coordinates', withGood(point('44.1')), opened(1, 0, ['skipped', 1, 3, 46, 'Its coordinates are a number, not a list.'])],
  [
    'one number only',
    withGood(point('[44.1]')),
    opened(1, 0, ['skipped', 1, 3, 76, 'A position has only one number; it needs a longitude and a latitude.']),
  ],
  [
    'a number beyond all numbers',
    withGood(point('[1e999,33.2]')),
    opened(1, 0, ['skipped', 1, 3, 76, 'A coordinate is too large to be a number.']),
  ],
  ['a latitude out of range', withGood(point('[144,95]')), opened(1, 0, ['skipped', 1, 3, 76, 'Latitude 95 is beyond ±90°.'])],
  ['a latitude far out of range', withGood(point('[44,333]')), opened(1, 0, ['skipped', 1, 3, 76, 'Latitude 333 is beyond ±90°.'])],
  ['a longitude out of range', withGood(point('[500,33]')), opened(1, 0, ['skipped', 1, 3, 76, 'Longitude 500 is beyond ±360°.'])],
  [
    'a position out of range within a line',
    withGood(line('[[44,33],\n[44,34],\n[444,34]]')),
    opened(1, 0, ['skipped', 1, 5, 1, 'Longitude 444 is beyond ±360°.']),
  ],
  [
    'one feature with swapped numbers among others',
    withGood(point('[33.2,144.1]')),
    opened(1, 0, ['skipped', 1, 3, 76, 'Latitude 144.1 is beyond ±90°; longitude and latitude may be in the wrong order.']),
  ],
  [
    'swapped numbers throughout',
    collection(point('[35.6,139.7]'), point('[34.7,135.5]'), point('[43.1,141.3]')),
    refused(
      'bases.geojson seems to have latitude before longitude: in 3 of 3 features the second number is beyond ±90°, which no latitude is, first at line 2, column 76.',
      2,
      76,
      swap,
    ),
  ],
  [
    'one feature, swapped',
    point('[35.6,139.7]'),
    refused(
      'bases.geojson seems to have latitude before longitude: in its only feature the second number is beyond ±90°, which no latitude is, first at line 1, column 76.',
      1,
      76,
      swap,
    ),
  ],
  [
    'some evidence of swapped numbers in a file of the world',
    collection(point('[33.3,44.4]'), point('[35.6,139.7]'), point('[34.7,135.5]'), point('[51.5,-0.1]')),
    refused(
      'bases.geojson seems to have latitude before longitude: in 2 of 4 features the second number is beyond ±90°, which no latitude is, first at line 3, column 76.',
      3,
      76,
      swap,
    ),
  ],
  [
    'metres without a word about it',
    collection(point('[440000,3680000]')),
    refused(
      'bases.geojson has coordinates that are not degrees, first at line 2, column 76, and does not say which coordinate system they are in.',
      2,
      76,
      'Export it again in WGS 84 longitude and latitude (EPSG:4326), and open that.',
    ),
  ],
  [
    'metres that are declared to be degrees',
    declaring(named('EPSG:4326'), point('[440000,3680000]')),
    refused(
      'bases.geojson has coordinates that are not degrees, first at line 4, column 76, although it says that they are in “EPSG:4326”.',
      4,
      76,
      'Export it again in WGS 84 longitude and latitude (EPSG:4326), and open that.',
    ),
  ],
  [
    'a Point nested too deeply',
    withGood(point('[[44,33]]')),
    opened(1, 0, ['skipped', 1, 3, 46, 'Its coordinates are nested too deeply for a Point.']),
  ],
  [
    'a Polygon not nested deeply enough',
    withGood(polygon('[[1,1],[2,2],[3,1],[1,1]]')),
    opened(1, 0, ['skipped', 1, 3, 46, 'Its coordinates are nested not deeply enough for a Polygon.']),
  ],
  [
    'uneven nesting',
    withGood(polygon('[[[1,1],[2,2],[3,1],[1,1]],[4,4]]')),
    opened(1, 0, ['skipped', 1, 3, 105, 'Its coordinates are nested unevenly.']),
  ],
  ['numbers and lists mixed', withGood(line('[1,[2,3]]')), opened(1, 0, ['skipped', 1, 3, 84, 'Its coordinates mix numbers and lists.'])],
  ['lists and numbers mixed', withGood(line('[[2,3],1]')), opened(1, 0, ['skipped', 1, 3, 88, 'Its coordinates mix numbers and lists.'])],
  [
    'coordinates nested nine deep',
    withGood(polygon('[[[[[[[[[1,2]]]]]]]]]')),
    opened(1, 0, ['skipped', 1, 3, 90, 'Its coordinates are nested deeper than those of any geometry.']),
  ],
  [
    'a line with one position',
    withGood(line('[[44,33]]')),
    opened(1, 0, ['skipped', 1, 3, 46, 'A line has only one position; it needs two.']),
  ],
  [
    'a line of several with one position',
    withGood(feature('{"type":"MultiLineString","coordinates":[[[1,2],[3,4]],[[5,6]]]}')),
    opened(2, 0, ['repaired', 1, 3, 1, 'A line has only one position, where two are needed; it was left out.']),
  ],
  [
    'a ring with three positions',
    withGood(polygon('[[[1,1],[2,2],[1,1]]]')),
    opened(1, 0, ['skipped', 1, 3, 46, 'A ring has only 3 positions; it needs four.']),
  ],
  [
    'a ring with one position',
    withGood(polygon('[[[1,1]]]')),
    opened(1, 0, ['skipped', 1, 3, 46, 'A ring has only one position; it needs four.']),
  ],
  [
    'a ring that is not closed',
    withGood(polygon('[[[1,1],[2,2],[3,1],[2,0]]]')),
    opened(2, 0, ['repaired', 1, 3, 1, 'A ring was not closed; it was closed.']),
  ],
  [
    'a hole with two positions',
    withGood(polygon('[[[1,1],[5,5],[9,1],[1,1]],[[4,2],[5,3]]]')),
    opened(2, 0, ['repaired', 1, 3, 1, 'A ring has only 2 positions, where four are needed; it was left out.']),
  ],
  [
    'a polygon of several with a short ring',
    withGood(feature('{"type":"MultiPolygon","coordinates":[[[[1,1],[5,5],[9,1],[1,1]]],[[[4,2],[5,3]]]]}')),
    opened(2, 0, ['repaired', 1, 3, 1, 'A ring has only 2 positions, where four are needed; it was left out.']),
  ],
  [
    'longitudes around the world',
    collection(point('[200,10]'), point('[10,10]')),
    opened(2, 0, ['kept', null, 2, null, 'Longitudes beyond ±180° were taken around the world.']),
  ],
  [
    'positions at the pole',
    collection(point('[10,89]')),
    opened(1, 0, ['kept', null, 2, null, 'Positions nearer to a pole than 85.05° are drawn at the edge of the map.']),
  ],
]
