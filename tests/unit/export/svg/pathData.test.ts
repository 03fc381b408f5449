import { describe, expect, it } from 'vitest'
import { RecordedPath } from '../../../../renderer/export/recording/path.ts'
import { pathData } from '../../../../renderer/export/svg/pathData.ts'

function drawn(draw: (path: RecordedPath) => void): string {
  const path = new RecordedPath()
  draw(path)
  return pathData(path)
}

describe('path data of SVG', () => {
  it('writes corners to a hundredth of a pixel', () => {
    const text = drawn((path) => {
      path.moveTo(1 / 3, 2)
      path.lineTo(10.456, -0.004)
      path.close()
    })
    expect(text).toBe('M0.33 2L10.46 0Z')
  })

  it('draws a whole circle in two halves, since an arc that ends where it begins is none', () => {
    expect(drawn((path) => path.arc(10, 10, 5, 0, 2 * Math.PI, false))).toBe('M15 10A5 5 0 0 1 5 10A5 5 0 0 1 15 10')
  })

  it('leads a line to the beginning of an arc, and turns as a canvas does', () => {
    const clockwise = drawn((path) => {
      path.moveTo(0, 0)
      path.arc(10, 0, 5, 0, Math.PI / 2, false)
    })
    expect(clockwise).toBe('M0 0L15 0A5 5 0 0 1 10 5')
    expect(drawn((path) => path.arc(10, 0, 5, 0, Math.PI / 2, true))).toBe('M15 0A5 5 0 0 0 6.46 -3.54A5 5 0 0 0 10 5')
  })
})
