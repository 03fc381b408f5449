import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MapDocument } from '../../../../electron/contract/document.ts'
import { formatDocument } from '../../../../electron/services/documentFile.ts'
import { anyDocument } from '../documents.ts'
import { anyAnnotations } from './arbitraries.ts'

describe('a document with annotations', () => {
  it('through its file is the identity, with one annotation a line', () => {
    fc.assert(
      fc.property(anyDocument, anyAnnotations(5), (document, annotations) => {
        const whole = { ...document, annotations }
        expect(MapDocument.parse(JSON.parse(formatDocument(whole)))).toEqual(whole)
        expect(
          formatDocument(whole)
            .split('\n')
            .filter((line) => line.startsWith('    {"type":"Feature"')),
        ).toHaveLength(annotations.length)
      }),
      { numRuns: 60 },
    )
  })
})
