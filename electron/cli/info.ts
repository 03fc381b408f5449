/** `cartouche info FILE…`: what is in a layer file, as one JSON object per line. */
import { resolve } from 'node:path'
import type { LayerSummary } from '../contract/layer.ts'
import { RefusalError } from '../contract/refusal.ts'
import { EngineHost } from '../services/engineHost.ts'
import { startEngineWorker } from '../services/engineWorker.ts'
import { type Command, UsageError } from './command.ts'

/** One id does for all files: each is closed before the next is read. */
const source = '0000000000000000'

export const info: Command = {
  name: 'info',
  usage: 'info FILE…',
  summary: 'what is in a layer file, as one line of JSON per file',
  help: `Prints one JSON object per file, each on a line of its own: format, number of features,
features by geometry type, bounding box [west, south, east, north] in degrees of longitude
and latitude (west is greater than east across the antimeridian), coordinate reference
system, fields with type and fill rate, and problems: their number and the first ten.

A file that cannot be read gives {"file":…,"error":{"message":…,"advice":…,"line":…,"column":…}},
and the same as a sentence on standard error.

Exit code: 0 if every file could be read, 1 if one could not, 2 for wrong usage.
`,
  async run(args, { engine, out, err }) {
    const end = args.indexOf('--')
    const option = args.slice(0, end === -1 ? undefined : end).find((argument) => argument.startsWith('-') && argument !== '-')
    if (option !== undefined) throw new UsageError(`there is no option ${option}.`)
    const files = args.filter((_, i) => i !== end)
    if (files.length === 0) throw new UsageError('name at least one file.')
    const host = new EngineHost(() => startEngineWorker(engine))
    let exitCode = 0
    try {
      for (const file of files) {
        try {
          out(`${JSON.stringify(describe(file, await host.call('open', { source, path: resolve(file) })))}\n`)
          await host.call('close', { source })
        } catch (error) {
          if (!(error instanceof RefusalError)) throw error
          const { message, advice, line, column } = error.refusal
          out(`${JSON.stringify({ file, error: { message, advice, line, column } })}\n`)
          err(`${[message, advice].join(' ').trim()}\n`)
          exitCode = 1
        }
      }
    } finally {
      host.stop()
    }
    return exitCode
  },
}

function describe(file: string, summary: LayerSummary): unknown {
  const { format, sizeBytes, features, withoutGeometry, vertices, geometries, boundingBox, crs, fields, problems } = summary
  return { file, format, sizeBytes, features, withoutGeometry, vertices, geometries, boundingBox, crs, fields, problems }
}
