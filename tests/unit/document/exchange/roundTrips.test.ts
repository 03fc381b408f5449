import { DOMParser } from '@xmldom/xmldom'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Annotation } from '../../../../electron/contract/annotation.ts'
import { copiedText, pastedAnnotations } from '../../../../renderer/document/exchange/clipboard.ts'
import { readGeoJson, writeGeoJson } from '../../../../renderer/document/exchange/geojson.ts'
import { readKml } from '../../../../renderer/document/exchange/kmlRead.ts'
import { writeKml } from '../../../../renderer/document/exchange/kmlWrite.ts'
import type { XmlParser } from '../../../../renderer/document/exchange/xml.ts'
import { anyAnnotations } from '../annotations/arbitraries.ts'

const parser = new DOMParser({ onError: () => {} }) as unknown as XmlParser
const options = { file: 'x', now: '2026-01-01T00:00:00.000Z' }

describe('there and back', () => {
  it('through GeoJSON is the identity', () => {
    fc.assert(
      fc.property(anyAnnotations(5), (annotations) => {
        expect(readGeoJson(writeGeoJson(annotations), options)).toEqual({ annotations, problems: [] })
      }),
      { numRuns: 200 },
    )
  })

  it('through KML is the identity, since the whole annotation goes along', () => {
    fc.assert(
      fc.property(anyAnnotations(3), (annotations) => {
        const read = readKml(writeKml(annotations, 'Title <&>'), options, parser)
        expect(read.problems).toEqual([])
        expect(read.annotations).toEqual(annotations)
      }),
      { numRuns: 200 },
    )
  })

  it('through KML that lost what is Cartouche’s own keeps kind, label, geometry and colours', () => {
    const lost = (kml: string): string => kml.replaceAll(/<cartouche:annotation>[\s\S]*?<\/cartouche:annotation>/g, '')
    fc.assert(
      fc.property(anyAnnotations(1), (annotations) => {
        const read = readKml(lost(writeKml(annotations, 'T')), options, parser)
        for (const annotation of annotations) {
          const { kind, style } = annotation.properties
          if (kind === 'circle' || kind === 'rings' || kind === 'image') continue
          expect(read.annotations).toHaveLength(1)
          const [back] = read.annotations
          expect(back!.properties.kind).toBe(kind)
          expect(back!.geometry).toEqual(annotation.geometry)
          expect(back!.properties.style.color).toBe(style.color)
          expect(back!.properties.style.textColor).toBe(style.textColor)
          expect(back!.properties.style.textSizePt).toBeCloseTo(style.textSizePt, 2)
          expect(back!.properties.visible).toBe(annotation.properties.visible)
          expect(Annotation.safeParse(back).error).toBeUndefined()
        }
      }),
      { numRuns: 200 },
    )
  })

  it('through the clipboard gives copies with ids of their own', () => {
    fc.assert(
      fc.property(anyAnnotations(4), (annotations) => {
        let count = 0
        const pasted = pastedAnnotations(copiedText(annotations), options.now, () => `new${(count += 1)}`)
        expect(pasted?.annotations.map(({ id }) => id)).toEqual(annotations.map((_, index) => `new${index + 1}`))
        expect(pasted?.annotations.map(({ geometry }) => geometry)).toEqual(annotations.map(({ geometry }) => geometry))
        expect(pasted?.annotations.some(({ properties }) => properties.locked)).toBe(false)
      }),
      { numRuns: 50 },
    )
  })
})
