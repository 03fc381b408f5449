import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  appAddress,
  basemapAddress,
  basemapArchives,
  featuresAddress,
  origin,
  parseAddress,
  reliefTileAddress,
} from '../../electron/contract/addresses.ts'

describe('an address that the program makes', () => {
  it('is read as what it means', () => {
    expect(parseAddress(appAddress)).toEqual({ kind: 'app', path: 'index.html' })
    for (const archive of basemapArchives) expect(parseAddress(basemapAddress(archive))).toEqual({ kind: 'basemap', archive })
    expect(parseAddress(reliefTileAddress(6, 39, 25))).toEqual({ kind: 'relief', z: 6, x: 39, y: 25 })
    expect(parseAddress(featuresAddress('0123456789abcdef', 'a/b?c=#d'))).toEqual({ kind: 'features', source: '0123456789abcdef' })
  })

  it('may name files in folders, with blanks and letters of any script', () => {
    expect(parseAddress(`${origin}/app/assets/index-4f.js`)).toEqual({ kind: 'app', path: 'assets/index-4f.js' })
    expect(parseAddress(`${origin}/app/${encodeURIComponent('خريطة 1.svg')}`)).toEqual({ kind: 'app', path: 'خريطة 1.svg' })
    expect(parseAddress(`${origin}/app/a..b/...c`)).toEqual({ kind: 'app', path: 'a..b/...c' })
  })

  it('is read without its query and fragment', () => {
    expect(parseAddress(`${appAddress}?a=../..#../x`)).toEqual({ kind: 'app', path: 'index.html' })
  })
})

describe('an address that leads nowhere', () => {
  it.each([
    // Other schemes and hosts.
    'file:///etc/passwd',
    'http://cartouche/app/index.html',
    'https://cartouche/app/index.html',
    'maps://cartouche/app/index.html',
    'map://other/app/index.html',
    'map://cartouche.example/app/index.html',
    'map://cartouche:80/app/index.html',
    'map://user@cartouche/app/index.html',
    'map://user:password@cartouche/app/index.html',
    'map://@cartouche@evil/app/index.html',
    'map:cartouche/app/index.html',
    'map:///app/index.html',
    'cartouche/app/index.html',
    '/app/index.html',
    '',
    'map://',
    // Rooms that do not exist.
    origin,
    `${origin}/`,
    `${origin}/app`,
    `${origin}/app/`,
    `${origin}/App/index.html`,
    `${origin}//app/index.html`,
    `${origin}/etc/passwd`,
    // Climbing, in every encoding.
    `${origin}/app/..`,
    `${origin}/app/../basemap`,
    `${origin}/app/../../etc/passwd`,
    `${origin}/app/%2e%2e/x`,
    `${origin}/app/%2E%2E/x`,
    `${origin}/app/.%2e/x`,
    `${origin}/app/..%2fx`,
    `${origin}/app/..%2Fx`,
    `${origin}/app/a%2f..%2f..%2fx`,
    `${origin}/app/%2fetc%2fpasswd`,
    `${origin}/app/..%5cx`,
    `${origin}/app/a%5C..%5Cx`,
    `${origin}/app/a/./%2e`,
    `${origin}/app//a`,
    `${origin}/app/a//b`,
    `${origin}/app/a/`,
    `${origin}/app/a%00.html`,
    `${origin}/app/%`,
    `${origin}/app/%zz`,
    `${origin}/app/%c0%ae%c0%ae/x`,
    `${origin}/app/%ff`,
    // Archives that are not shipped.
    `${origin}/basemap/`,
    `${origin}/basemap/relief.mbtiles`,
    `${origin}/basemap/World.pmtiles`,
    `${origin}/basemap/world.pmtiles/x`,
    `${origin}/basemap/x/world.pmtiles`,
    `${origin}/basemap/..%2fworld.pmtiles`,
    // Tiles that are no tiles.
    `${origin}/relief/1/0`,
    `${origin}/relief/1/0/0/0`,
    `${origin}/relief/-1/0/0`,
    `${origin}/relief/25/0/0`,
    `${origin}/relief/1.5/0/0`,
    `${origin}/relief/1/-1/0`,
    `${origin}/relief/1/2/0`,
    `${origin}/relief/1/0/2`,
    `${origin}/relief/a/0/0`,
    `${origin}/relief/1e1/0/0`,
    `${origin}/relief/0x1/0/0`,
    `${origin}/relief/%20/0/0`,
    `${origin}/relief/+1/0/0`,
    `${origin}/relief/01/0/0`,
    `${origin}/relief/Infinity/0/0`,
    `${origin}/relief/1/0/99999999999999999999`,
    // Sources that are no ids.
    `${origin}/layer/0123456789abcdef`,
    `${origin}/layer/0123456789abcdef/`,
    `${origin}/layer/0123456789abcdef/bytes`,
    `${origin}/layer/0123456789abcdef/features/x`,
    `${origin}/layer/0123456789ABCDEF/features`,
    `${origin}/layer/0123456789abcde/features`,
    `${origin}/layer/0123456789abcdef%0a/features`,
    `${origin}/layer/%2e%2e/features`,
    `${origin}/layer/__proto__/features`,
  ])('is null: %j', (address) => {
    expect(parseAddress(address)).toBeNull()
  })

  it('is not decoded twice: what looks like climbing after a second time is a name', () => {
    expect(parseAddress(`${origin}/app/%252e%252e/x`)).toEqual({ kind: 'app', path: '%2e%2e/x' })
    expect(parseAddress(`${origin}/app/%252fetc`)).toEqual({ kind: 'app', path: '%2fetc' })
  })

  it('never climbs, whatever it is made of', () => {
    const piece = fc.oneof(
      fc.constantFrom('..', '.', '/', '\\', '%', '2e', '2f', '5c', '00', '25', '?', '#', '@', ':', 'app', 'a'),
      fc.string({ maxLength: 3 }),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const address = parseAddress(`${origin}/app/${pieces.join('')}`)
        if (address === null) return
        expect(address.kind).toBe('app')
        const segments = address.kind === 'app' ? address.path.split('/') : []
        expect(segments).not.toContain('..')
        expect(segments).not.toContain('.')
        expect(segments).not.toContain('')
        expect(segments.join('')).not.toMatch(/[\\\0]/)
      }),
      { numRuns: 3_000 },
    )
  })
})
