/** Fingerprints of the documents that were read or written here: a file that has another was changed by another program. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'

export const printOf = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex')

export class FilePrints {
  readonly #known = new Map<string, string[]>()

  note(path: string, prints: string[]): void {
    this.#known.set(path, prints)
  }

  of(path: string | null): string[] {
    return path === null ? [] : (this.#known.get(path) ?? [])
  }

  /** @returns false when the file holds something that was not read or written here. A file that is gone, or was never looked into, was not changed. */
  async isOurs(path: string): Promise<boolean> {
    const known = this.of(path)
    if (known.length === 0) return true
    const content = await readFile(path).catch(() => null)
    return content === null || known.includes(printOf(content))
  }
}
