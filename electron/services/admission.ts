/** Which files the window may ask for. A path gets in by a dialog, a drop, the command line, the recent list or a document; nothing else is ever read. */
import { createHash } from 'node:crypto'
import { basename, extname, resolve } from 'node:path'
import type { SourceId, SourceRef } from '../contract/layer.ts'
import { RefusalError } from '../contract/refusal.ts'

export class Admission {
  readonly #byId = new Map<SourceId, SourceRef>()
  readonly #named = new Set<SourceId>()
  readonly #documents = new Set<SourceId>()

  /** Lets a file in. The same path always gets the same id. */
  admit(path: string): SourceRef {
    const absolute = resolve(path)
    const id = sourceIdOf(absolute)
    const known = this.#byId.get(id)
    if (known !== undefined) return known
    const source: SourceRef = { id, path: absolute, name: layerName(absolute) }
    this.#byId.set(id, source)
    return source
  }

  /** Lets in a file that the user named, as against one that a document names. */
  admitNamed(path: string): SourceRef {
    const source = this.admit(path)
    this.#named.add(source.id)
    return source
  }

  /** Lets in a map document. Only such a file is ever saved over. */
  admitDocument(path: string): SourceRef {
    const source = this.admit(path)
    this.#documents.add(source.id)
    return source
  }

  hasDocument(path: string): boolean {
    return this.#documents.has(sourceIdOf(resolve(path)))
  }

  /** Whether the user named the file: such files are worth remembering. */
  isNamed(id: SourceId): boolean {
    return this.#named.has(id)
  }

  /** @throws RefusalError when the file was never let in */
  source(id: SourceId): SourceRef {
    const source = this.#byId.get(id)
    if (source === undefined)
      throw new RefusalError({ message: 'This file was not opened in this session.', advice: 'Add it with “Add Layer…”.' })
    return source
  }

  has(path: string): boolean {
    return this.#byId.has(sourceIdOf(resolve(path)))
  }
}

/** A file's name without its ending; `.gz` stands behind another one. */
function layerName(path: string): string {
  const unpacked = basename(path).replace(/\.gz$/i, '')
  return basename(unpacked, extname(unpacked))
}

export function sourceIdOf(absolutePath: string): SourceId {
  return createHash('sha256').update(absolutePath).digest('hex').slice(0, 16)
}
