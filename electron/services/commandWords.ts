/** The words of a command line: options with and without a value, and names. */
import { nearest } from '../contract/nearest.ts'

export type WordsRead = {
  /** Value of each option that was given; '' for one without a value. */
  options: ReadonlyMap<string, string>
  /** All values of the options that may be given several times, in their order; `options` has the first. */
  lists: ReadonlyMap<string, readonly string[]>
  names: string[]
}

/** Wrong usage, in a sentence; the exit code is 2. */
export class WordsError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'WordsError'
  }
}

/**
 * Takes `--name value`, `--name=value` and names in any order; after `--` there are only names. A value may begin with one dash, as numbers do.
 *
 * @param known options of the command without their dashes, and whether they take a value, or several by being given again
 * @throws WordsError
 */
export function readWords(words: readonly string[], known: Readonly<Record<string, 'value' | 'values' | 'flag'>>): WordsRead {
  const options = new Map<string, string>()
  const lists = new Map<string, string[]>()
  const names: string[] = []
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? ''
    if (word === '--') {
      names.push(...words.slice(at + 1))
      break
    }
    if (!word.startsWith('-') || word === '-') {
      names.push(word)
      continue
    }
    const equals = word.indexOf('=')
    const option = equals < 0 ? word : word.slice(0, equals)
    const name = option.replace(/^--/, '')
    const kind = Object.hasOwn(known, name) ? known[name] : undefined
    if (kind === undefined) throw new WordsError(unknownOption(option, Object.keys(known)))
    if (options.has(name) && kind !== 'values') throw new WordsError(`${option} is given twice.`)
    if (kind === 'flag') {
      if (equals >= 0) throw new WordsError(`${option} takes no value.`)
      options.set(name, '')
      continue
    }
    const value = equals < 0 ? words[at + 1] : word.slice(equals + 1)
    if (value === undefined || value === '' || (equals < 0 && value.startsWith('--'))) throw new WordsError(`${option} needs a value.`)
    if (equals < 0) at += 1
    if (!options.has(name)) options.set(name, value)
    lists.set(name, [...(lists.get(name) ?? []), value])
  }
  return { options, lists, names }
}

function unknownOption(option: string, known: string[]): string {
  const near = nearest(option.replace(/^-+/, ''), known)
  return `there is no option ${option}.${near === null ? '' : ` Did you mean --${near}?`}`
}
