import { describe, expect, it } from 'vitest'
import { exportStore, wantedFiles } from '../../../renderer/store/exportStore.ts'

const state = (changes: object = {}) => ({ ...exportStore.getInitialState(), ...changes })
const names = (files: readonly { page: string | null; format: string }[]): string[] => files.map(({ page, format }) => `${page}.${format}`)

describe('the files of an export', () => {
  it('are one for a page in one format', () => {
    expect(names(wantedFiles(state(), ['Map', 'Slide']))).toEqual(['null.png'])
  })

  it('are one for each page and format, each format once', () => {
    const settings = { ...state().settings, page: 'Map', portrait: true, dpi: 96 }
    const files = wantedFiles(state({ settings, also: ['pdf', 'png'], everyPage: true }), ['Map', 'Slide'])
    expect(names(files)).toEqual(['Map.png', 'Map.pdf', 'Slide.png', 'Slide.pdf'])
    expect(files.every(({ size, dpi }) => size === null && dpi === 96)).toBe(true)
  })

  it('are those of the one page where the map has no other', () => {
    expect(names(wantedFiles(state({ everyPage: true }), ['Map']))).toEqual(['null.png'])
  })
})
