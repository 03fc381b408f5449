import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sourceIdOf } from '../../../electron/services/admission.ts'
import { RecentFiles } from '../../../electron/services/recentFiles.ts'
import { temporaryFolder } from './folder.ts'

const names = (recent: RecentFiles): string[] => recent.entries.map(({ name }) => name)
const make = async () => {
  const path = join(await temporaryFolder(), 'recent.json')
  const recent = new RecentFiles(path)
  await recent.load()
  return { path, recent }
}

describe('recent files', () => {
  it('begin empty, also when their file is damaged', async () => {
    const { path, recent } = await make()
    expect(recent.entries).toEqual([])
    await writeFile(path, '[{"id":"../../etc"}]')
    await recent.load()
    expect(recent.entries).toEqual([])
  })

  it('are listed newest first, each once; a map without its ending, a layer with it', async () => {
    const { recent } = await make()
    await recent.add('layer', '/maps/a.geojson')
    await recent.add('document', '/maps/Iraq.cartouche')
    expect(names(recent)).toEqual(['Iraq', 'a.geojson'])
    await recent.add('layer', '/maps/a.geojson')
    expect(names(recent)).toEqual(['a.geojson', 'Iraq'])
    expect(recent.entries[1]).toEqual({
      id: sourceIdOf('/maps/Iraq.cartouche'),
      kind: 'document',
      name: 'Iraq',
      path: '/maps/Iraq.cartouche',
    })
  })

  it('are found by id', async () => {
    const { recent } = await make()
    await recent.add('layer', '/maps/a.geojson')
    expect(recent.find(sourceIdOf('/maps/a.geojson'))?.path).toBe('/maps/a.geojson')
    expect(recent.find(sourceIdOf('/maps/b.geojson'))).toBeNull()
  })

  it('are twelve at most: the oldest goes', async () => {
    const { recent } = await make()
    for (let i = 0; i < 15; i += 1) await recent.add('layer', `/maps/${i}.geojson`)
    expect(names(recent)).toHaveLength(12)
    expect(names(recent)[0]).toBe('14.geojson')
    expect(names(recent).at(-1)).toBe('3.geojson')
  })

  it('are there at the next start, without the ones that were removed', async () => {
    const { path, recent } = await make()
    await Promise.all(['a', 'b', 'c'].map((name) => recent.add('layer', `/maps/${name}.geojson`)))
    await recent.remove(sourceIdOf('/maps/b.geojson'))
    await recent.remove('0123456789abcdef')
    const next = new RecentFiles(path)
    await next.load()
    expect(names(next)).toEqual(['c.geojson', 'a.geojson'])
  })
})
