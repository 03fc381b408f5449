#!/usr/bin/env node
/** `cartouche COMMAND …`: the program without a window. One file per command; this one only chooses. */
import { join } from 'node:path'
import process from 'node:process'
import type { Command } from './command.ts'
import { exportPicture } from './export.ts'
import { info } from './info.ts'
import { newDocument } from './new.ts'
import { runCommandLine } from './run.ts'

const here = import.meta.dirname
const commands: Command[] = [info, newDocument, exportPicture]

// A reader that has seen enough (`cartouche info … | head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

process.exitCode = await runCommandLine(commands, process.argv.slice(2), {
  // Beside this file in a build; in the source tree Node runs it as it is.
  engine: here.endsWith(join('electron', 'cli')) ? join(here, '..', 'engine', 'index.ts') : join(here, 'engine.js'),
  packageFile: join(here, '..', '..', 'package.json'),
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
})
