/** What the program was started with: files to open, and a picture to take. Chromium's own switches pass by. */
import { resolve } from 'node:path'

export type StartOptions = {
  /** Absolute paths. */
  files: string[]
  /** Write a picture of the first complete window here, and end. */
  screenshot: string | null
  /** Inner size of the window in pixels. */
  size: { width: number; height: number } | null
}

/**
 * @param argv the whole command line
 * @param isPackaged a packaged program has no application folder among its arguments
 * @param workingFolder relative names are looked up here
 */
export function parseCommandLine(argv: readonly string[], isPackaged: boolean, workingFolder: string): StartOptions {
  const rest = argv.slice(1)
  const options: StartOptions = { files: [], screenshot: null, size: null }
  let names = rest.filter((word) => !word.startsWith('-'))
  // `electron . FILE…`: the first name is the program itself.
  if (!isPackaged) names = names.slice(1)
  options.files = names.map((name) => resolve(workingFolder, name))
  for (const word of rest) {
    const [name, value = ''] = splitOnce(word)
    if (name === '--screenshot' && value !== '') options.screenshot = resolve(workingFolder, value)
    const size = name === '--size' ? /^([1-9]\d{2,3})x([1-9]\d{2,3})$/.exec(value) : null
    if (size !== null) options.size = { width: Number(size[1]), height: Number(size[2]) }
  }
  return options
}

function splitOnce(word: string): [string, string | undefined] {
  const at = word.indexOf('=')
  return at < 0 ? [word, undefined] : [word.slice(0, at), word.slice(at + 1)]
}
