import { describe, expect, test } from 'vitest'
import Fill from 'ol/style/Fill.js'
import Style from 'ol/style/Style.js'
import Text from 'ol/style/Text.js'
import { newAnnotation } from '../../../../renderer/document/annotations/new.ts'
import { AnnotationParts, stackStyles } from '../../../../renderer/map/annotations/annotationParts.ts'

const place = { type: 'Point' as const, coordinates: [44, 33] as [number, number] }
const mark = (): Style => new Style({ fill: new Fill({ color: '#ff0000' }) })
const name = (): Style => new Style({ text: new Text({ text: 'Taji' }) })

/** Draws styles as OpenLayers does, by their z-index, each once for every turn of the world. @returns what a canvas that keeps parts hears, and which marks are drawn */
function drawn(styles: readonly (readonly [Style, string])[], worlds: number): string[] {
  const log: string[] = []
  const context = { beginGroup: (part: string) => log.push(`<${part}`), endGroup: () => log.push('>') }
  for (const [style, word] of styles.toSorted(([a], [b]) => (a.getZIndex() ?? 0) - (b.getZIndex() ?? 0))) {
    for (let world = 0; world < worlds; world += 1) {
      const render = style.getRenderer()
      if (render === null) log.push(word)
      else render([0, 0], { context } as never)
    }
  }
  return log
}

function stacked(worlds: number): string[] {
  const parts = new AnnotationParts()
  const all = ['Taji', '', 'Al Asad'].flatMap((label, order) => {
    const own: [Style, string][] = [[mark(), `mark ${order}`]]
    if (label !== '') own.push([name(), `name ${order}`])
    const styles = own.map(([style]) => style)
    stackStyles(styles, order)
    const around = parts.around(newAnnotation('point', place, { label }), order, styles)
    return [...own, ...around.map((style) => [style, ''] as [Style, string])]
  })
  return drawn(all, worlds)
}

describe('Parts of a picture of annotations', () => {
  test('are one for each annotation, bottom first, and one for the names over all of them', () => {
    expect(stacked(1).join(' ')).toBe('<Taji mark 0 > <Unnamed point mark 1 > <Al Asad mark 2 > <Names of annotations name 0 name 2 >')
  })

  test('hold what is drawn in several turns of the world', () => {
    expect(stacked(2).slice(0, 4)).toEqual(['<Taji', 'mark 0', 'mark 0', '>'])
    expect(stacked(3).filter((word) => word.startsWith('<'))).toHaveLength(4)
  })

  test('leave a canvas alone that keeps none', () => {
    const [begin, end] = new AnnotationParts().around(newAnnotation('point', place), 0, [])
    expect(() => {
      begin?.getRenderer()?.([0, 0], { context: {} } as never)
      end?.getRenderer()?.([0, 0], { context: {} } as never)
    }).not.toThrow()
  })
})
