// What `npm start` was asked for.

const SIZE = /^(\d{3,4})x(\d{3,4})$/

/**
 * @typedef {{ width: number, height: number }} Size
 * @typedef {{ files: string[], switches: string[], screenshot?: string, size?: Size, help?: boolean, refusal?: string }} StartArguments
 * @param {string[]} words
 * @returns {StartArguments}
 */
export function parseStartArguments(words) {
  /** @type {StartArguments} */
  const options = { files: [], switches: [] }
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? ''
    const [, name = word, joined] = /^(--[^=]+)=(.*)$/.exec(word) ?? []
    // The value is in the same word or in the next one, which must not be another switch.
    const value = () => {
      if (joined !== undefined) return joined
      const next = words[index + 1]
      if (next === undefined || next.startsWith('-')) return undefined
      index += 1
      return next
    }
    if (name === '--help' || name === '-h') {
      options.help = true
    } else if (name === '--screenshot') {
      options.screenshot = value()
      if (!options.screenshot) return { ...options, refusal: '--screenshot needs the name of the picture to write.' }
    } else if (name === '--size') {
      const size = SIZE.exec(value() ?? '')
      if (!size) return { ...options, refusal: '--size needs a width and a height in pixels, such as 1600x1000.' }
      options.size = { width: Number(size[1]), height: Number(size[2]) }
    } else if (word.startsWith('-')) {
      // Chromium and Electron have switches of their own.
      options.switches.push(word)
    } else {
      options.files.push(word)
    }
  }
  return options
}
