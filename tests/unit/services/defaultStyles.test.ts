import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { LayerStyle } from '../../../electron/contract/style.ts'
import { DefaultStyles } from '../../../electron/services/defaultStyles.ts'
import { symbol } from '../document/documents.ts'
import { temporaryFolder } from './folder.ts'

const styleIn = (color: string): LayerStyle => ({ kind: 'single', symbol: { ...symbol, color }, label: null })
const place = async (): Promise<string> => join(await temporaryFolder(), 'default-styles.json')

describe('default styles', () => {
  it('are kept by path, for the next start too, and can be taken away', async () => {
    const path = await place()
    const styles = new DefaultStyles(path)
    await styles.keep('/maps/a.geojson', styleIn('#112233'))
    await styles.keep('/maps/a.geojson', styleIn('#445566'))
    await styles.keep('/maps/b.geojson', styleIn('#778899'))
    await styles.keep('/maps/b.geojson', null)
    for (const one of [styles, new DefaultStyles(path)]) {
      expect(await one.styleOf('/maps/a.geojson')).toEqual(styleIn('#445566'))
      expect(await one.styleOf('/maps/b.geojson')).toBeNull()
      expect(await one.styleOf('/elsewhere/a.geojson')).toBeNull()
    }
  })

  it('that are kept at the same time are all kept', async () => {
    const path = await place()
    const styles = new DefaultStyles(path)
    await Promise.all(['a', 'b', 'c'].map((name) => styles.keep(`/maps/${name}.geojson`, styleIn('#112233'))))
    const next = new DefaultStyles(path)
    expect(await Promise.all(['a', 'b', 'c'].map((name) => next.styleOf(`/maps/${name}.geojson`)))).not.toContain(null)
  })

  it('begin anew when their file is damaged', async () => {
    const path = await place()
    await writeFile(path, '[{"path":"/maps/a.geojson","style":{"kind":"single"}}]')
    expect(await new DefaultStyles(path).styleOf('/maps/a.geojson')).toBeNull()
  })
})
