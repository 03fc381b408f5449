/** What the figures were measured on: no names of the machine, its users or its folders. */
import { readFileSync } from 'node:fs'
import { cpus, loadavg, release, totalmem, type } from 'node:os'
import { join } from 'node:path'
import { root } from '../../scripts/runtime.mjs'

/** One sentence: processor, memory, system, versions. */
export function thisMachine(): string {
  const cores = cpus()
  const versions = ['electron', 'ol', 'maplibre-gl'].map((name) => `${name} ${packageVersion(name)}`)
  const processor = `${cores.length} × ${cores[0]?.model.trim() ?? 'unknown processor'}`
  return `${processor}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${type()} ${release().split('-')[0]}, ${versions.join(', ')}`
}

/** Processes that ran or waited to run, the mean of the last minute. */
export const load = (): number => Math.round((loadavg()[0] ?? 0) * 10) / 10

const packageVersion = (name: string): string =>
  (JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')) as { version: string }).version
