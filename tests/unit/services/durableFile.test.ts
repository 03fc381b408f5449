import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, link, lstat, mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { writeDurably } from '../../../electron/services/durableFile.ts'
import { asOrdinaryUser, ordinaryFolder, temporaryFolder } from './folder.ts'

const module = join(import.meta.dirname, '../../../electron/services/durableFile.ts')
type DurableFile = typeof import('../../../electron/services/durableFile.ts')

const isPosix = process.platform !== 'win32'

describe('writing a file durably', () => {
  it('makes a new file, and leaves nothing else behind', async () => {
    const folder = await temporaryFolder()
    await writeDurably(join(folder, 'a.txt'), 'one')
    expect(await readFile(join(folder, 'a.txt'), 'utf8')).toBe('one')
    expect(await readdir(folder)).toEqual(['a.txt'])
  })

  it('takes the place of what was there, with bytes as well as text', async () => {
    const path = join(await temporaryFolder(), 'a.bin')
    await writeDurably(path, 'one')
    await writeDurably(path, new Uint8Array([0, 255, 10]))
    expect([...(await readFile(path))]).toEqual([0, 255, 10])
  })

  it('replaces the file and never writes into it, so that a crash cannot leave half of it', async () => {
    const folder = await temporaryFolder()
    const path = join(folder, 'a.txt')
    await writeFile(path, 'the old content, whole')
    // Another name for the old file's data: writing into it would show here.
    await link(path, join(folder, 'witness'))
    await writeDurably(path, 'new')
    expect(await readFile(path, 'utf8')).toBe('new')
    expect(await readFile(join(folder, 'witness'), 'utf8')).toBe('the old content, whole')
  })

  it('keeps the version before as .bak, if asked to', async () => {
    const folder = await temporaryFolder()
    const path = join(folder, 'a.txt')
    await writeDurably(path, 'one', { backup: true })
    expect(await readdir(folder)).toEqual(['a.txt'])
    await writeDurably(path, 'two', { backup: true })
    await writeDurably(path, 'three', { backup: true })
    expect(await readFile(path, 'utf8')).toBe('three')
    expect(await readFile(`${path}.bak`, 'utf8')).toBe('two')
    await writeDurably(path, 'four')
    expect(await readFile(`${path}.bak`, 'utf8')).toBe('two')
  })

  it('that fails leaves everything as it was, and no temporary file', async () => {
    const folder = await temporaryFolder()
    const path = join(folder, 'a.txt')
    // A folder cannot be replaced by a file: the rename, the last step, fails.
    await mkdir(path)
    await writeFile(join(path, 'inside'), 'kept')
    await expect(writeDurably(path, 'new')).rejects.toMatchObject({ code: expect.stringMatching(/EISDIR|EEXIST|ENOTEMPTY|EPERM/) })
    expect(await readdir(folder)).toEqual(['a.txt'])
    expect(await readFile(join(path, 'inside'), 'utf8')).toBe('kept')
  })

  it('whose backup fails leaves everything as it was', async () => {
    const folder = await temporaryFolder()
    const path = join(folder, 'a.txt')
    await writeDurably(path, 'one')
    await mkdir(`${path}.bak`)
    await expect(writeDurably(path, 'two', { backup: true })).rejects.toBeInstanceOf(Error)
    expect(await readFile(path, 'utf8')).toBe('one')
    expect(await readdir(folder)).toEqual(['a.txt', 'a.txt.bak'])
  })

  it('into a folder that is not there fails', async () => {
    const folder = await temporaryFolder()
    await expect(writeDurably(join(folder, 'gone', 'a.txt'), 'x')).rejects.toMatchObject({ code: 'ENOENT' })
    expect(await readdir(folder)).toEqual([])
  })

  it('many times at once leaves one of the contents, whole', async () => {
    const folder = await temporaryFolder()
    const path = join(folder, 'a.txt')
    const contents = Array.from({ length: 20 }, (_, i) => String(i).repeat(10_000))
    await Promise.all(contents.map((content) => writeDurably(path, content)))
    expect(contents).toContain(await readFile(path, 'utf8'))
    expect(await readdir(folder)).toEqual(['a.txt'])
  })

  it('that is killed leaves the old content or the new one, whole', async () => {
    const folder = await temporaryFolder()
    const path = join(folder, 'a.txt')
    const size = 2_000_000
    await writeFile(path, 'a'.repeat(size))
    const script = `
      const { writeDurably } = await import(${JSON.stringify(pathToFileURL(module).href)})
      console.log('ready')
      for (let i = 1; ; i += 1) await writeDurably(${JSON.stringify(path)}, (i % 2 === 0 ? 'a' : 'b').repeat(${size}), { backup: true })`
    for (let round = 0; round < 6; round += 1) {
      const child = spawn(process.execPath, ['--input-type=module', '--no-warnings', '-e', script])
      await once(child.stdout, 'data')
      await setTimeout(Math.random() * 60)
      child.kill('SIGKILL')
      await once(child, 'exit')
      const content = await readFile(path, 'utf8')
      expect(content === 'a'.repeat(size) || content === 'b'.repeat(size), `${content.length} bytes after a kill`).toBe(true)
    }
  })

  it('works with names as long as the file system allows', async () => {
    const folder = await temporaryFolder()
    const name = `${'ن'.repeat(120)}.cartouche`
    await writeDurably(join(folder, name), 'x')
    expect(await readdir(folder)).toEqual([name])
  })

  it.runIf(isPosix)('keeps a private file private', async () => {
    const path = join(await temporaryFolder(), 'a.txt')
    await writeFile(path, 'one')
    await chmod(path, 0o600)
    await writeDurably(path, 'two', { backup: true })
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    expect((await stat(`${path}.bak`)).mode & 0o777).toBe(0o600)
  })

  it.runIf(isPosix)('writes through a symbolic link to the file that it stands for', async () => {
    const folder = await temporaryFolder()
    await mkdir(join(folder, 'real'))
    await writeFile(join(folder, 'real', 'a.txt'), 'one')
    await symlink(join('real', 'a.txt'), join(folder, 'link.txt'))
    await writeDurably(join(folder, 'link.txt'), 'two')
    expect((await lstat(join(folder, 'link.txt'))).isSymbolicLink()).toBe(true)
    expect(await readFile(join(folder, 'real', 'a.txt'), 'utf8')).toBe('two')
  })

  it.runIf(isPosix)('into a folder that may not be written in leaves it as it was', async () => {
    const folder = await ordinaryFolder()
    await writeFile(join(folder, 'a.txt'), 'one')
    await chmod(folder, 0o500)
    const code = await asOrdinaryUser(
      module,
      ({ writeDurably }: DurableFile, path) =>
        writeDurably(`${path}/a.txt`, 'two').then(
          () => 'written',
          (error) => error.code,
        ),
      folder,
    )
    await chmod(folder, 0o700)
    expect(code).toBe('EACCES')
    expect(await readFile(join(folder, 'a.txt'), 'utf8')).toBe('one')
    expect(await readdir(folder)).toEqual(['a.txt'])
  })

  it.runIf(isPosix)('into a folder that may be written in and not be read is no failure', async () => {
    const folder = await ordinaryFolder()
    await chmod(folder, 0o300)
    const outcome = await asOrdinaryUser(
      module,
      ({ writeDurably }: DurableFile, path) =>
        writeDurably(`${path}/a.txt`, 'two').then(
          () => 'written',
          (error) => error.code,
        ),
      folder,
    )
    await chmod(folder, 0o700)
    expect(outcome).toBe('written')
    expect(await readFile(join(folder, 'a.txt'), 'utf8')).toBe('two')
  })
})
