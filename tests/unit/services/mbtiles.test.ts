import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it, onTestFinished } from 'vitest'
import { MbtilesArchive } from '../../../electron/services/mbtiles.ts'
import { temporaryFolder } from './folder.ts'

const shipped = join(import.meta.dirname, '../../../data/basemaps/relief.mbtiles')
const open = (path: string): MbtilesArchive => {
  const archive = new MbtilesArchive(path)
  onTestFinished(() => archive.close())
  return archive
}

async function archiveWith(...tiles: [z: number, column: number, row: number, data: Uint8Array | string | null][]): Promise<string> {
  const path = join(await temporaryFolder(), 'a.mbtiles')
  const database = new DatabaseSync(path)
  database.exec('CREATE TABLE tiles (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, tile_data BLOB)')
  const insert = database.prepare('INSERT INTO tiles VALUES (?, ?, ?, ?)')
  for (const tile of tiles) insert.run(...tile)
  database.close()
  return path
}

describe('an MBTiles archive', () => {
  it('counts rows from the north, where its file counts from the south', async () => {
    const archive = open(await archiveWith([2, 1, 0, new Uint8Array([1])], [2, 1, 3, new Uint8Array([2])]))
    expect([...archive.tile(2, 1, 3)!]).toEqual([1])
    expect([...archive.tile(2, 1, 0)!]).toEqual([2])
  })

  it('gives null where it has no tile, or what it has is no picture', async () => {
    const archive = open(await archiveWith([0, 0, 0, null], [1, 0, 0, 'text']))
    for (const [z, x, y] of [
      [0, 0, 0],
      [1, 0, 1],
      [1, 0, 0],
      [5, 0, 0],
      [0, 5, 0],
      [0, 0, 5],
      [24, 2 ** 24 - 1, 0],
    ] as const) {
      expect(archive.tile(z, x, y)).toBeNull()
    }
  })

  it('gives bytes of its own: the next tile does not change them', async () => {
    const archive = open(await archiveWith([0, 0, 0, new Uint8Array([1, 2])], [1, 0, 0, new Uint8Array([3, 4])]))
    const first = archive.tile(0, 0, 0)!
    archive.tile(1, 0, 1)
    expect([...first]).toEqual([1, 2])
  })

  it('cannot be changed by reading it', async () => {
    const path = await archiveWith([0, 0, 0, new Uint8Array([1])])
    const archive = open(path)
    archive.tile(0, 0, 0)
    expect(() => new DatabaseSync(path, { readOnly: true }).exec('DELETE FROM tiles')).toThrow(/readonly/)
  })

  it('that is not there, or is no archive, is refused at once', async () => {
    const folder = await temporaryFolder()
    expect(() => new MbtilesArchive(join(folder, 'gone.mbtiles'))).toThrow(/unable to open/)
    await writeFile(join(folder, 'text.mbtiles'), 'not a database, only text of some length '.repeat(100))
    expect(() => new MbtilesArchive(join(folder, 'text.mbtiles'))).toThrow(/not a database/)
    new DatabaseSync(join(folder, 'empty.mbtiles')).close()
    expect(() => new MbtilesArchive(join(folder, 'empty.mbtiles'))).toThrow(/tiles/)
  })
})

describe('the shipped relief', () => {
  it('covers the whole world with WebP pictures, from zoom 0 to 6', () => {
    const archive = open(shipped)
    for (let z = 0; z <= 6; z += 1) {
      const last = 2 ** z - 1
      for (const [x, y] of [
        [0, 0],
        [last, last],
        [Math.floor(last * 0.62), Math.floor(last * 0.4)],
      ] as const) {
        const tile = Buffer.from(archive.tile(z, x, y)!)
        expect(tile.toString('latin1', 0, 4) + tile.toString('latin1', 8, 12)).toBe('RIFFWEBP')
      }
    }
    expect(archive.tile(7, 0, 0)).toBeNull()
  })
})
