/** Reads raster tiles from an MBTiles 1.3 archive (SQLite; rows counted from the south, as in TMS). */
import { DatabaseSync, type StatementSync } from 'node:sqlite'

export class MbtilesArchive {
  readonly #database: DatabaseSync
  readonly #tile: StatementSync

  /** @throws when the file is not an SQLite database with a `tiles` table */
  constructor(path: string) {
    this.#database = new DatabaseSync(path, { readOnly: true })
    this.#tile = this.#database.prepare('SELECT tile_data FROM tiles WHERE zoom_level = ? AND tile_column = ? AND tile_row = ?')
  }

  /** @returns the image's bytes, or null where the archive has no tile; `y` counts from the north, as in XYZ */
  tile(z: number, x: number, y: number): Uint8Array<ArrayBuffer> | null {
    const row = this.#tile.get(z, x, 2 ** z - 1 - y)
    const data = row?.['tile_data']
    return data instanceof Uint8Array ? new Uint8Array(data) : null
  }

  close(): void {
    this.#database.close()
  }
}
