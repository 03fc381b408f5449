/** Bad documents, each held to what is read of it and to the exact sentences about the rest. */
import { mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MapDocument } from '../../../electron/contract/document.ts'
import { RefusalError } from '../../../electron/contract/refusal.ts'
import { Admission } from '../../../electron/services/admission.ts'
import { openDocumentFile } from '../../../electron/services/documentFile.ts'
import { FilePrints } from '../../../electron/services/filePrints.ts'
import { openFile } from '../../../electron/services/session.ts'
import { cases } from './cases.ts'
import { sample, sampleText } from './sample.ts'

let folder = ''
beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'cartouche-bad-'))))
afterAll(async () => rm(folder, { recursive: true, force: true }))

async function outcomeOf(text: string | Buffer) {
  const path = join(folder, 'map.cartouche')
  await writeFile(path, text)
  const begun = performance.now()
  const outcome = await openDocumentFile(path).catch((error: unknown) => error)
  return { outcome, path, ms: performance.now() - begun }
}

const names = ({ layers }: MapDocument): string[] =>
  layers.map((node) => (node.type === 'group' ? `${node.name} ${node.layers.length}` : node.name))

describe('a document with', () => {
  it('nothing wrong is whole', async () => {
    const { outcome } = await outcomeOf(sampleText)
    expect(outcome).toMatchObject({ lost: [], document: { title: sample.title, annotations: sample.annotations } })
  })

  it.each(cases)('$name', async (one) => {
    const { outcome, path } = await outcomeOf(one.text)
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    if ('refused' in one) {
      expect(outcome).toBeInstanceOf(RefusalError)
      expect((outcome as RefusalError).message).toBe(one.refused)
      expect((outcome as RefusalError).refusal.advice).not.toBe('')
      return
    }
    if (outcome instanceof Error) throw outcome
    const { document, lost } = outcome as Awaited<ReturnType<typeof openDocumentFile>>
    expect(MapDocument.parse(document)).toEqual(document)
    if ('whole' in one) {
      expect(lost).toEqual([])
      return
    }
    expect({ nodes: names(document), annotations: document.annotations.length, lost }).toEqual(one.part)
    // Opened, it has no place of its own: saving asks where, and what can be mended by hand stays.
    const opened = await openFile(path, { admission: new Admission(), prints: new FilePrints() })
    expect(opened).toMatchObject({ path: null, damage: { file: 'map.cartouche', lost: one.part.lost, backup: null } })
    expect((await readFile(path)).equals(Buffer.from(one.text)), 'the file is as it was').toBe(true)
  })

  it('a picture of 200 MB is refused before it is read', async () => {
    const path = join(folder, 'picture.cartouche')
    const file = await open(path, 'w')
    await file.truncate(267 * 1024 * 1024)
    await file.close()
    await expect(openDocumentFile(path)).rejects.toThrow('picture.cartouche is too large for a map document (267 MB).')
  })

  it('damage on every one of many lines is given up on, and does not hold the program up', async () => {
    for (const line of ['{\n', '{"a\n', '{"a":[\n', '"layers":[\n']) {
      const { ms } = await outcomeOf(`{"schema":1,"layers":[\n${line.repeat(400_000)}`)
      expect(ms).toBeLessThan(4_000)
    }
  })
})

describe('a document that is cut off', () => {
  it('after any byte is refused or gives only what was in it', async () => {
    const bytes = Buffer.from(sampleText)
    const ids = new Set(sample.annotations.map(({ id }) => id))
    for (let length = 0; length < bytes.length; length += 10) {
      const { outcome } = await outcomeOf(bytes.subarray(0, length))
      if (outcome instanceof RefusalError) continue
      const { document, lost } = outcome as Awaited<ReturnType<typeof openDocumentFile>>
      expect(lost, `after ${length} bytes`).not.toEqual([])
      expect(document.annotations.every((one) => ids.has(one.id))).toBe(true)
    }
  })
})
