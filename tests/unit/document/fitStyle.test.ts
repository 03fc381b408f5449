import { describe, expect, it } from 'vitest'
import { plainLabel } from '../../../electron/contract/newLayer.ts'
import { LayerStyle } from '../../../electron/contract/style.ts'
import { fitStyle } from '../../../renderer/document/fitStyle.ts'
import { graduate } from '../../../renderer/document/graduated.ts'
import { symbol } from './documents.ts'

const field = (name: string, type: 'number' | 'text') => ({ name, type, fillRate: 1 })
const before: LayerStyle = { kind: 'single', symbol: { ...symbol, color: '#aa0000' }, label: { field: 'own', ...plainLabel } }
const size = { field: 'troops', from: 0, to: 10, by: 'area', minMm: 1, maxMm: 8, minLineMm: 0.2, maxLineMm: 3 } as const
const copied: LayerStyle = {
  ...graduate({ kind: 'single', symbol, label: null }, [0, 5, 10], { field: 'troops', method: 'equal', ramp: 'blues', reversed: false }),
  size,
  minScale: 1e6,
  label: { field: 'name', template: '{name} ({status})', ...plainLabel },
}

describe('a style on another layer', () => {
  it('stays as it is where the layer has its fields, or where they are not known yet', () => {
    const fields = [field('troops', 'number'), field('name', 'text'), field('status', 'text')]
    expect(fitStyle(copied, before, fields)).toEqual({ style: copied, misfits: [] })
    expect(fitStyle(copied, before, null)).toEqual({ style: copied, misfits: [] })
  })

  it('keeps what fits, leaves out the rest and says so', () => {
    const { style, misfits } = fitStyle(copied, before, [field('troops', 'text'), field('name', 'text')])
    expect(style).toEqual({
      kind: 'single',
      symbol: copied.kind === 'graduated' && copied.classes[0]?.symbol,
      label: before.label,
      size: null,
      minScale: 1e6,
    })
    expect(LayerStyle.safeParse(style).success).toBe(true)
    expect(misfits).toEqual([
      'Its field “troops” holds no numbers: all of its features have the symbol of the first class.',
      'Its field “troops” holds no numbers: its marks and lines stay as large as they were.',
      'It has no field “status”: its labels stay as they were.',
    ])
  })

  it('takes sizes and labels away where the copied style has none', () => {
    const plain: LayerStyle = { kind: 'single', symbol, label: null }
    expect(fitStyle(plain, { ...before, size }, []).style).toMatchObject({ kind: 'single', label: null })
    expect(fitStyle(plain, { ...before, size }, []).style.size ?? null).toBeNull()
  })
})
