/** A folder of its own for a test, on the real disk. */
import { execFile } from 'node:child_process'
import { chown, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { onTestFinished } from 'vitest'

/** Makes an empty folder that is gone after the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cartouche-test-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

const nobody = 65_534

/** A folder of a user who is not root, for `asOrdinaryUser`. */
export async function ordinaryFolder(): Promise<string> {
  const folder = await temporaryFolder()
  if (process.getuid?.() === 0) await chown(folder, nobody, nobody)
  return folder
}

/**
 * Does something as a user to whom the file system can say no, which it never says to root: in a process of its own, which gives its rights up.
 *
 * @param module path of the module that `work` gets as its first argument
 * @param work takes the module's exports, and sees nothing but its arguments; what it gives back comes home as JSON
 */
export async function asOrdinaryUser<R>(module: string, work: (module: never, folder: string) => Promise<R>, folder: string): Promise<R> {
  const script = `
    const module = await import(${JSON.stringify(pathToFileURL(module).href)})
    if (process.getuid() === 0) { process.setgroups([]); process.setgid(${nobody}); process.setuid(${nobody}) }
    const work = ${work.toString()}
    console.log(JSON.stringify(await work(module, ${JSON.stringify(folder)})))`
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--no-warnings', '-e', script])
  return JSON.parse(stdout) as R
}
