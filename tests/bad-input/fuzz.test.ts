/**
 * Mutated files with fixed seeds: the engine never crashes, never hangs, and accepts as JSON what `JSON.parse` accepts. Runs in this process, over the
 * same reader as the engine, because thousands of files have to be read; pieces are small so that every token gets cut somewhere.
 */
import { Buffer } from 'node:buffer'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { RefusalError } from '../../electron/contract/refusal.ts'
import { featuresOf } from '../../electron/engine/answer/features.ts'
import { recordsOf } from '../../electron/engine/answer/records.ts'
import { valuesOf } from '../../electron/engine/answer/values.ts'
import { wgs84 } from '../../electron/engine/crs/find.ts'
import { CrsDeclared } from '../../electron/engine/geojson/crsMember.ts'
import { NotGeoJson } from '../../electron/engine/geojson/notGeoJson.ts'
import { GeoJsonReader } from '../../electron/engine/geojson/reader.ts'
import { JsonScanner } from '../../electron/engine/json/scanner.ts'
import { JsonFault } from '../../electron/engine/json/syntax.ts'
import { Sources } from '../../electron/engine/sources.ts'
import { collection, declaring, feature, good, line, named, point, polygon } from './cases.ts'

const recordSeparator = '\x1e'
/** `npm run soak` asks for more of them. */
const cases = Number(process.env['CARTOUCHE_FUZZ'] ?? 4_000)
const answered = Math.ceil(cases * 0.15)
/** Some seconds' work: a case that hangs is noticed, a busy machine is not. */
const timeout = 90_000 * Math.max(1, cases / 4_000)
const source = '00000000000000aa'

const seeds = [
  collection(good, line('[[1.5,2],[3e0,4.25,100],[ 5 , 6 ]]'), polygon('[[[0,0],[4,0],[4,4],[0,0]],[[1,1],[2,1],[2,2],[1,1]]]')),
  collection(
    feature('null', '{"name":"Tāji","name_ar":"التاجي","n":-1.5e-3,"ok":true,"no":null,"list":[1,{"a":[]}],"esc":"\\u00e9\\n\\"\\\\"}'),
  ),
  collection(
    feature('{"coordinates":[[[170,1],[-170,1],[-170,5],[170,5],[170,1]]],"type":"Polygon"}'),
    feature(
      '{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]},{"type":"MultiPoint","coordinates":[[3,4]]}]}',
    ),
  ),
  `${good}\n${point('[1,2]')}\n`,
  `\x1e${good}\n\x1e${point('[1,2]')}\n`,
  `{"features":[${good}],"bbox":[1,2,3,4],"type":"FeatureCollection","crs":null}`,
  declaring(named('urn:ogc:def:crs:OGC:1.3:CRS84'), good),
  `[${good},${good}]`,
  '{"type":"MultiPolygon","coordinates":[[[[0,0],[4,0],[4,4],[0,0]]],[[[10,10],[14,10],[14,14],[10,10]]]]}',
].map((text) => Buffer.from(text))

/** Bytes that make trouble where they do not belong. */
const spice = Buffer.from('{}[]",:\\/0123456789-+.eEtfnul \n\r\t\0\x1e\x7f\xc3\x28\xe2\x82\xf0\x9f\xff', 'latin1')

/** A linear congruential generator (Numerical Recipes): the same files on every machine. */
function dice(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

function mutate(original: Buffer, roll: (below: number) => number): Buffer {
  let bytes = Buffer.from(original)
  for (let times = roll(3) + 1; times > 0; times--) {
    const at = roll(bytes.length)
    const upTo = Math.min(bytes.length, at + 1 + roll(12))
    switch (roll(6)) {
      case 0:
        bytes[at] = spice[roll(spice.length)] as number
        break
      case 1:
        bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(upTo)])
        break
      case 2:
        bytes = Buffer.concat([bytes.subarray(0, upTo), bytes.subarray(at)])
        break
      case 3:
        bytes = Buffer.concat([bytes.subarray(0, at), Buffer.from([spice[roll(spice.length)] as number]), bytes.subarray(at)])
        break
      case 4:
        bytes = bytes.subarray(0, Math.max(1, at))
        break
      default: {
        const from = roll(bytes.length)
        bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(from, from + roll(20)), bytes.subarray(at)])
      }
    }
    if (bytes.length === 0) bytes = Buffer.from(' ')
  }
  return bytes
}

type Verdict = 'accepted' | 'not JSON'

/** Reads bytes in pieces of a given size. What is JSON and no layer counts as accepted here. */
function verdictOf(bytes: Buffer, pieceSize: number): { verdict: Verdict; roots: number; reader: GeoJsonReader } {
  const reader = new GeoJsonReader(wgs84, 'urn:ogc:def:crs:OGC:1.3:CRS84', new Map())
  const scanner = new JsonScanner(reader)
  reader.attach(scanner)
  try {
    for (let at = 0; at < bytes.length; at += pieceSize) {
      const piece = new Uint8Array(pieceSize + 64)
      const length = bytes.copy(piece, 0, at, at + pieceSize)
      scanner.push(piece, length)
    }
    scanner.end()
    reader.finish()
    reader.builder.finish()
    return { verdict: 'accepted', roots: scanner.roots, reader }
  } catch (error) {
    if (error instanceof JsonFault) return { verdict: 'not JSON', roots: scanner.roots, reader }
    // Thrown before the end is reached: the rest is not looked at.
    if (error instanceof NotGeoJson || error instanceof CrsDeclared || error instanceof RefusalError) {
      return { verdict: 'accepted', roots: -1, reader }
    }
    throw error
  }
}

/** What `JSON.parse` says, of the whole or, as the sequence that it may be, of values that begin on lines of their own. */
function isJson(bytes: Buffer): boolean {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  const parses = (part: string): boolean => {
    try {
      JSON.parse(part)
      return true
    } catch {
      return false
    }
  }
  if (parses(text)) return true
  const lines = text
    .split(/(?<=\n)/)
    .flatMap((one) => one.split(recordSeparator).map((part, i, parts) => (i < parts.length - 1 ? part + recordSeparator : part)))
  let pending = ''
  let values = 0
  for (const one of lines) {
    const separated = one.replace(recordSeparator, '')
    pending += separated
    if (pending.trim() === '') pending = ''
    else if (parses(pending)) {
      pending = ''
      values++
    } else if (separated !== one) return false
  }
  return pending === '' && values > 0
}

describe('Fuzzed files', () => {
  test(`${cases} mutations are accepted or refused as JSON.parse does it, however they are cut into pieces`, { timeout }, () => {
    const roll = dice(20200923)
    let accepted = 0
    for (let i = 0; i < cases; i++) {
      const bytes = mutate(seeds[i % seeds.length] as Buffer, roll)
      const whole = verdictOf(bytes, bytes.length)
      const pieces = verdictOf(bytes, 1 + roll(16))
      const shown = `case ${i}: ${JSON.stringify(bytes.toString('latin1'))}`
      expect(pieces.verdict, shown).toBe(whole.verdict)
      expect(pieces.reader.layer.problems.list, shown).toEqual(whole.reader.layer.problems.list)
      expect(pieces.reader.layer.boundingBox, shown).toEqual(whole.reader.layer.boundingBox)
      if (whole.roots !== -1) expect(whole.verdict === 'accepted', shown).toBe(isJson(bytes))
      if (whole.verdict === 'accepted') accepted++
    }
    expect(accepted, 'some mutations are harmless').toBeGreaterThan(cases / 50)
  })

  test(`${answered} mutations that are opened give the window as many features as they say`, { timeout }, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'cartouche-fuzz-'))
    const path = join(folder, 'fuzzed.geojson')
    const { signal } = new AbortController()
    const roll = dice(26092020)
    const sources = new Sources()
    let opened = 0
    for (let i = 0; i < answered; i++) {
      const bytes = mutate(seeds[i % seeds.length] as Buffer, roll)
      await writeFile(path, bytes)
      const shown = `case ${i}: ${JSON.stringify(bytes.toString('latin1'))}`
      try {
        const summary = await sources.read(source, path, { signal, onProgress: () => {} })
        opened++
        const open = sources.get(source)
        const text = new TextDecoder().decode(await featuresOf(open, signal))
        const { features } = JSON.parse(text) as { features: { id: number; geometry: unknown }[] }
        expect(features.length, shown).toBe(summary.features)
        expect(
          features.every(({ geometry }) => geometry !== null),
          shown,
        ).toBe(true)
        const records = await recordsOf(
          open,
          features.map(({ id }) => id),
        )
        expect(records.length, shown).toBe(features.length)
        for (const { name } of summary.fields) await valuesOf(open, name, '', 10, { signal, onProgress: () => {} })
      } catch (error) {
        if (!(error instanceof RefusalError)) throw new Error(shown, { cause: error })
        expect(error.refusal.message, shown).toMatch(/^fuzzed\.geojson .*\.$/)
      }
    }
    expect(opened).toBeGreaterThan(answered / 50)
    await rm(folder, { recursive: true })
  })
})
