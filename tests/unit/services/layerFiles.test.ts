import { execFileSync } from 'node:child_process'
import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises'
import { basename, dirname, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findFiles } from '../../../electron/services/layerFiles.ts'
import { asOrdinaryUser, ordinaryFolder, temporaryFolder } from './folder.ts'

const module = join(import.meta.dirname, '../../../electron/services/layerFiles.ts')
type LayerFiles = typeof import('../../../electron/services/layerFiles.ts')

const isPosix = process.platform !== 'win32'

async function folderWith(...files: string[]): Promise<string> {
  const folder = await temporaryFolder()
  for (const file of files) {
    await mkdir(dirname(join(folder, file)), { recursive: true })
    if (!file.endsWith('/')) await writeFile(join(folder, file), '{}')
    else await mkdir(join(folder, file), { recursive: true })
  }
  return folder
}

/** What is found, with names relative to the folder. */
async function find(folder: string, ...names: string[]): Promise<{ layers: string[]; documents: string[]; refusals: string[] }> {
  const found = await findFiles(names.map((name) => join(folder, name)))
  const short = (paths: string[]) => paths.map((path) => relative(folder, path).replaceAll('\\', '/'))
  return { layers: short(found.layers), documents: short(found.documents), refusals: found.refusals.map(({ message }) => message) }
}

describe('files that are named outright', () => {
  it('are layers whatever their ending, except maps', async () => {
    const folder = await folderWith('a.geojson', 'b.txt', 'c', 'D.CARTOUCHE', '.hidden.json')
    expect(await find(folder, 'a.geojson', 'b.txt', 'c', 'D.CARTOUCHE', '.hidden.json')).toEqual({
      layers: ['a.geojson', 'b.txt', 'c', '.hidden.json'],
      documents: ['D.CARTOUCHE'],
      refusals: [],
    })
  })

  it('are taken once, however often they are named', async () => {
    const folder = await folderWith('a.geojson', 'b.geojson')
    expect((await find(folder, 'a.geojson', 'a.geojson', '.', './b.geojson')).layers).toEqual(['a.geojson', 'b.geojson'])
  })

  it('that are not there are refused by name, and the others are taken', async () => {
    const folder = await folderWith('a.geojson')
    const found = await find(folder, 'gone.geojson', 'a.geojson')
    expect(found.layers).toEqual(['a.geojson'])
    expect(found.refusals).toEqual(['gone.geojson is not there.'])
  })

  it.runIf(isPosix)('that are no files (a pipe, a device) are refused: reading them would never end', async () => {
    const folder = await folderWith('a.geojson')
    execFileSync('mkfifo', [join(folder, 'pipe.geojson')])
    const found = await find(folder, 'pipe.geojson', 'a.geojson')
    expect(found.layers).toEqual(['a.geojson'])
    expect(found.refusals).toEqual(['pipe.geojson is not a file.'])
  })

  it('may be none', async () => {
    expect(await findFiles([])).toEqual({ layers: [], documents: [], refusals: [] })
  })
})

describe('a folder', () => {
  it('gives the layer files in it and below it, in the order of their numbers, and nothing else', async () => {
    const folder = await folderWith(
      '10.geojson',
      '9.geojson',
      'B.JSON',
      'a.geojsonl',
      'notes.txt',
      'map.cartouche',
      'sub/x.ndjson',
      'sub/deep/y.jsonl',
    )
    expect(await find(folder, '.')).toEqual({
      layers: ['9.geojson', '10.geojson', 'a.geojsonl', 'B.JSON', 'sub/x.ndjson', 'sub/deep/y.jsonl'],
      documents: [],
      refusals: [],
    })
  })

  it('keeps hidden files and folders to itself', async () => {
    const folder = await folderWith('a.geojson', '.b.geojson', '.git/c.json')
    expect((await find(folder, '.')).layers).toEqual(['a.geojson'])
  })

  it('is looked through eight levels deep', async () => {
    const folder = await folderWith('1/2/3/4/5/6/7/8/in.geojson', '1/2/3/4/5/6/7/8/9/out.geojson')
    expect((await find(folder, '.')).layers).toEqual(['1/2/3/4/5/6/7/8/in.geojson'])
  })

  it.runIf(isPosix)('that contains itself, by a symbolic link, is looked through once', async () => {
    const folder = await folderWith('sub/a.geojson')
    await symlink(folder, join(folder, 'sub', 'loop'))
    expect((await find(folder, '.')).layers).toEqual(['sub/a.geojson'])
  })

  it('without layer files is refused by name, with what would be taken', async () => {
    const folder = await folderWith('empty/', 'notes/readme.txt')
    const { refusals } = await findFiles([join(folder, 'empty'), join(folder, 'notes')])
    expect(refusals.map(({ message }) => message)).toEqual([
      'The folder empty holds no layer files.',
      'The folder notes holds no layer files.',
    ])
    expect(refusals[0]).toMatchObject({ file: 'empty', line: null, column: null })
    expect(refusals[0]!.advice).toContain('.geojson')
  })

  it('with more than 500 layer files is refused, and 500 are taken', async () => {
    const many = Array.from({ length: 501 }, (_, i) => `many/${i}.json`)
    const folder = await folderWith(...many)
    expect((await find(folder, 'many')).refusals).toEqual(['The folder many holds more than 500 layer files.'])
    const some = await folderWith(...many.slice(0, 500))
    expect((await find(some, 'many')).layers).toHaveLength(500)
  })

  it('that is refused does not keep other files out', async () => {
    const folder = await folderWith('empty/', 'a.geojson')
    expect((await find(folder, 'empty', 'a.geojson')).layers).toEqual(['a.geojson'])
  })

  it.runIf(isPosix)('that may not be read is refused in words', async () => {
    const folder = await ordinaryFolder()
    await chmod(folder, 0o000)
    const found = await asOrdinaryUser(module, ({ findFiles }: LayerFiles, path) => findFiles([path]), folder)
    await chmod(folder, 0o700)
    expect(found.refusals.map(({ message }) => message)).toEqual([`${basename(folder)} may not be read by you.`])
  })

  it.runIf(isPosix)('with a folder in it that may not be read gives the rest, and says so', async () => {
    const folder = await ordinaryFolder()
    await writeFile(join(folder, 'a.geojson'), '{}')
    await mkdir(join(folder, 'locked'), { mode: 0o000 })
    const found = await asOrdinaryUser(module, ({ findFiles }: LayerFiles, path) => findFiles([path]), folder)
    await chmod(join(folder, 'locked'), 0o700)
    expect(found.layers).toEqual([join(folder, 'a.geojson')])
    expect(found.refusals.map(({ message }) => message)).toEqual(['locked may not be read by you.'])
  })
})
