/** `cartouche export …` as the command line knows it. It needs the program that draws, which `scripts/cartouche.mjs` starts in its place. */
import process from 'node:process'
import { exportDescription, exportUsage } from '../services/commandHelp.ts'
import { parseExportArguments } from '../services/exportArguments.ts'
import { type Command, UsageError } from './command.ts'

export const exportPicture: Command = {
  name: 'export',
  usage: exportUsage,
  summary: 'draws a map as a picture or PDF',
  help: exportDescription,
  async run(args, { err }) {
    const parsed = parseExportArguments(args, process.cwd())
    if (parsed.kind === 'usage') throw new UsageError(parsed.message)
    err(parsed.kind === 'refused' ? `${parsed.message}\n` : 'Drawing a map takes the whole program: run `npm run cartouche -- export …`.\n')
    return 1
  },
}
