import { expect, test } from 'vitest'
import { codeOf } from '../../../../electron/engine/crs/name.ts'

test.each([
  ['urn:ogc:def:crs:OGC:1.3:CRS84', 'CRS84'],
  ['urn:ogc:def:crs:OGC::CRS84', 'CRS84'],
  ['OGC:CRS84', 'CRS84'],
  ['CRS84', 'CRS84'],
  ['http://www.opengis.net/def/crs/OGC/1.3/CRS84', 'CRS84'],
  ['WGS84', 'CRS84'],
  ['urn:ogc:def:crs:OGC:1.3:CRS83', '4269'],
  ['urn:ogc:def:crs:EPSG::32638', '32638'],
  ['urn:ogc:def:crs:EPSG:6.9:4326', '4326'],
  ['urn:x-ogc:def:crs:EPSG:4326', '4326'],
  ['EPSG:3857', '3857'],
  ['epsg:3857', '3857'],
  ['ESRI:102100', '102100'],
  ['http://www.opengis.net/def/crs/EPSG/0/25832', '25832'],
  ['http://www.opengis.net/gml/srs/epsg.xml#4326', '4326'],
  [' EPSG:4326 ', '4326'],
  ['My local grid', null],
  ['EPSG:', null],
  ['EPSG:4326; DROP TABLE', null],
  ['', null],
])('%j is %s', (name, code) => {
  expect(codeOf(name)).toBe(code)
})
