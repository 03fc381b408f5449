// Downloads the official Electron archive, as the electron package does, but gives up soon where the network
// does not answer. Run as a process of its own, by the pinned Node: the downloader needs a newer Node than setup.

import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './runtime.mjs'

const FIRST_BYTE_MS = 10_000
const STALL_MS = 20_000

const electronFolder = join(root, 'node_modules', 'electron')
const requireFromElectron = createRequire(join(electronFolder, 'install.js'))
const { version } = requireFromElectron('./package.json')
const { downloadArtifact } = await import(pathToFileURL(requireFromElectron.resolve('@electron/get')).href)

const giveUp = new AbortController()
const watch = (ms) => setTimeout(() => giveUp.abort(new Error(`no answer for ${ms / 1000} s`)), ms)
let timer = watch(FIRST_BYTE_MS)

try {
  await downloadArtifact({
    version,
    artifactName: 'electron',
    checksums: requireFromElectron('./checksums.json'),
    platform: process.platform,
    arch: process.arch,
    cacheRoot: process.env.electron_config_cache,
    downloadOptions: {
      quiet: true,
      signal: giveUp.signal,
      getProgressCallback: async () => {
        clearTimeout(timer)
        timer = watch(STALL_MS)
      },
    },
  })
} catch (error) {
  process.stderr.write(`${error.message}${error.cause?.code ? ` (${error.cause.code})` : ''}\n`)
  process.exit(1)
} finally {
  clearTimeout(timer)
}

// The archive is in the downloader's cache now; the electron package checks its checksum again and unpacks it.
const install = spawnSync(process.execPath, [join(electronFolder, 'install.js')], { stdio: ['ignore', 2, 2] })
process.exit(install.status ?? 1)
