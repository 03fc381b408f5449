import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ExportSettings } from '../../../electron/contract/export.ts'
import { KeptExports } from '../../../electron/services/keptExports.ts'
import { temporaryFolder } from './folder.ts'

const settings: ExportSettings = {
  page: 'Map update',
  size: null,
  portrait: false,
  format: 'pdf',
  dpi: null,
  worldFile: false,
  transparent: false,
  box: null,
}
const entry = (map: string, file = `${map}.pdf`) => ({ map, settings: [settings], paths: [file] })

describe('the last export of a map', () => {
  it('is there after the next start, for its own map alone', async () => {
    const folder = await temporaryFolder()
    const file = join(folder, 'exports.json')
    await new KeptExports(file).keep(entry('/maps/a.cartouche'))
    const next = new KeptExports(file)
    expect(await next.of('/maps/a.cartouche')).toEqual(entry('/maps/a.cartouche'))
    expect(await next.of('/maps/b.cartouche')).toBeNull()
  })

  it('is the newest one, and of the last fifty maps', async () => {
    const folder = await temporaryFolder()
    const kept = new KeptExports(join(folder, 'exports.json'))
    await kept.keep(entry('/maps/0.cartouche', '/old.pdf'))
    await kept.keep(entry('/maps/0.cartouche', '/new.pdf'))
    expect((await kept.of('/maps/0.cartouche'))?.paths).toEqual(['/new.pdf'])
    for (let index = 1; index <= 50; index += 1) await kept.keep(entry(`/maps/${index}.cartouche`))
    expect(await kept.of('/maps/0.cartouche')).toBeNull()
    expect(await kept.of('/maps/1.cartouche')).not.toBeNull()
  })

  it('is none where what was kept cannot be understood, and can be kept anew', async () => {
    const folder = await temporaryFolder()
    const file = join(folder, 'exports.json')
    for (const damaged of ['{', '[{"map":"/maps/a.cartouche"}]', JSON.stringify([{ ...entry('/maps/a.cartouche'), paths: [] }])]) {
      await writeFile(file, damaged)
      const kept = new KeptExports(file)
      expect(await kept.of('/maps/a.cartouche'), damaged).toBeNull()
      await kept.keep(entry('/maps/a.cartouche'))
      expect(JSON.parse(await readFile(file, 'utf8'))).toEqual([entry('/maps/a.cartouche')])
    }
  })
})
