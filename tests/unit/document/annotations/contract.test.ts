import { describe, expect, it } from 'vitest'
import { Annotation, annotationKinds, geometriesOfKind } from '../../../../electron/contract/annotation.ts'
import { newAnnotation } from '../../../../renderer/document/annotations/new.ts'

const point = { type: 'Point' as const, coordinates: [44, 33] as [number, number] }
const fault = (annotation: unknown): string => {
  const issue = Annotation.safeParse(annotation).error?.issues[0]
  return issue === undefined ? '' : `${issue.path.join('.')}: ${issue.message}`
}

describe('an annotation that does not hold together is refused where it is read', () => {
  it('with a geometry that does not suit its kind', () => {
    const line = { type: 'LineString' as const, coordinates: [point.coordinates, point.coordinates] }
    expect(fault({ ...newAnnotation('point', point), geometry: line })).toBe(
      'geometry.type: the geometry does not suit the kind of annotation',
    )
    for (const kind of annotationKinds) expect(geometriesOfKind[kind].length).toBeGreaterThan(0)
  })

  it('with a circle without a radius, and rings without any', () => {
    const without = 'properties.radiiM: a circle has one radius, and rings have at least one'
    expect(fault(newAnnotation('circle', point, { radiiM: [] }))).toBe(without)
    expect(fault(newAnnotation('circle', point, { radiiM: [1, 2] }))).toBe(without)
    expect(fault(newAnnotation('rings', point, { radiiM: [] }))).toBe(without)
    expect(fault(newAnnotation('rings', point, { radiiM: [1, 2] }))).toBe('')
  })

  it('with an image without a picture, or with one that is more than a picture', () => {
    expect(fault(newAnnotation('image', point))).toBe('properties.image: an image has its picture with it')
    for (const data of ['data:image/svg+xml;base64,AAAA', 'https://example.org/x.png', 'data:image/png;base64,AA"onload=']) {
      expect(fault(newAnnotation('image', point, { image: { data, widthMm: 1, heightMm: 1 } }))).toMatch(/^properties\.image\.data: /)
    }
  })
})
