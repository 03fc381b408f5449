import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { SourceRef } from '../../../electron/contract/layer.ts'
import { RefusalError } from '../../../electron/contract/refusal.ts'
import { Admission, sourceIdOf } from '../../../electron/services/admission.ts'

describe('admission', () => {
  it('gives a file an id, its absolute path and its name', () => {
    const source = new Admission().admit('/maps/Iraq bases.v2.geojson')
    expect(SourceRef.parse(source)).toEqual({ id: source.id, path: '/maps/Iraq bases.v2.geojson', name: 'Iraq bases.v2' })
  })

  it('gives the same file the same id, however its path is written, and in another session too', () => {
    const admission = new Admission()
    const { id } = admission.admit('/maps/a.geojson')
    expect(admission.admit('/maps/../maps/./a.geojson').id).toBe(id)
    expect(new Admission().admit('/maps/a.geojson').id).toBe(id)
    expect(sourceIdOf('/maps/a.geojson')).toBe(id)
    expect(admission.admit('/maps/b.geojson').id).not.toBe(id)
  })

  it('takes a relative path from the working folder', () => {
    expect(new Admission().admit(join('maps', 'a.geojson')).path).toBe(resolve('maps/a.geojson'))
  })

  it('knows what was let in and nothing else', () => {
    const admission = new Admission()
    const { id, path } = admission.admit('/maps/a.geojson')
    expect(admission.source(id).path).toBe(path)
    expect(admission.has('/maps/a.geojson')).toBe(true)
    expect(admission.has('/maps/./x/../a.geojson')).toBe(true)
    expect(admission.has('/maps')).toBe(false)
    expect(admission.has('/maps/a.geojson/')).toBe(true)
    expect(admission.has('/maps/b.geojson')).toBe(false)
    expect(admission.has('')).toBe(false)
  })

  it('refuses, in words, the id of a file that was never let in', () => {
    const admission = new Admission()
    admission.admit('/maps/a.geojson')
    const ask = () => admission.source(sourceIdOf('/etc/passwd'))
    expect(ask).toThrow(RefusalError)
    expect(ask).toThrow('This file was not opened in this session.')
  })

  it('knows a map document from a layer, which is never saved over', () => {
    const admission = new Admission()
    admission.admitNamed('/maps/bases.geojson')
    admission.admitDocument('/maps/iraq.cartouche')
    expect(admission.hasDocument('/maps/bases.geojson')).toBe(false)
    expect(admission.hasDocument('/maps/../maps/iraq.cartouche')).toBe(true)
  })

  it('knows the files that the user named from those that a document names', () => {
    const admission = new Admission()
    const layer = admission.admit('/maps/context.geojson')
    expect(admission.isNamed(layer.id)).toBe(false)
    admission.admitNamed('/maps/context.geojson')
    expect(admission.isNamed(layer.id)).toBe(true)
  })
})
