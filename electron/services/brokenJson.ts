/**
 * Reads JSON that is damaged: cut off, or with bytes that do not belong. Of an object the members that are whole are read; of the members that are named as
 * lists, the items that are whole. After damage reading goes on at the beginning of a later line, so it costs least where each item has a line of its own.
 */

export type Item = { value: unknown; line: number }
export type Broken = {
  members: Map<string, unknown>
  lists: Map<string, Item[]>
  /** One-based lines where something could not be read, and in which member. */
  lost: { line: number; member: string | null }[]
}

/** Damage is looked past so often as this has been read, and no more: a hostile file must not keep the program busy. */
const maxPasses = 12

/**
 * @param listNames members whose items are read one by one
 * @returns null when the text does not begin as an object
 */
export function readBrokenObject(text: string, listNames: readonly string[]): Broken | null {
  const found: Broken = { members: new Map(), lists: new Map(), lost: [] }
  let at = skipBlank(text, 0)
  if (text[at] !== '{') return null
  at += 1
  let budget = text.length * maxPasses
  const lineAt = lineCounter(text)

  const lose = (where: number, member: string | null): void => void found.lost.push({ line: lineAt(where), member })
  /** @returns the end of a value that begins here, or -1 */
  const valueAt = (from: number): number => {
    const end = budget <= 0 ? -1 : endOfValue(text, from, from + budget)
    budget -= (end < 0 ? text.length : end) - from
    return end
  }
  const parsed = (from: number, end: number): { value: unknown } | null => {
    try {
      return end < 0 ? null : { value: JSON.parse(text.slice(from, end)) as unknown }
    } catch {
      return null
    }
  }

  const readList = (name: string, from: number): number => {
    const items: Item[] = found.lists.get(name) ?? []
    found.lists.set(name, items)
    let isAstray = false
    let place = skipBlank(text, from, ',')
    while (place < text.length) {
      if (text[place] === ']') {
        // Past a group that could not be read, the end of its own list comes first.
        const isInner = isAstray && text[skipBlank(text, place + 1)] === '}' && text[place + 1] === '}'
        if (!isInner) return place + 1
        place = skipBlank(text, place + 2, ',')
        continue
      }
      const end = valueAt(place)
      const item = parsed(place, end)
      if (item !== null) {
        items.push({ value: item.value, line: lineAt(place) })
        place = skipBlank(text, end, ',')
        continue
      }
      lose(place, name)
      isAstray = true
      if (budget <= 0) return text.length
      place = nextLine(text, place, /^\s*(?:\{|\]|"[A-Za-z]+":)/)
      // A member of the document begins: the list's own end is gone.
      if (text[place] === '"') return place
    }
    return place
  }

  while (at < text.length) {
    at = skipBlank(text, at, ',')
    if (at >= text.length || text[at] === '}') break
    const key = /"([^"\\\n]*)"\s*:/y
    key.lastIndex = at
    const name = key.exec(text)?.[1]
    const start = skipBlank(text, key.lastIndex)
    if (name !== undefined && listNames.includes(name) && text[start] === '[') {
      at = readList(name, start + 1)
      continue
    }
    const end = name === undefined ? -1 : valueAt(start)
    const member = parsed(start, end)
    if (name !== undefined && member !== null) {
      if (!found.members.has(name)) found.members.set(name, member.value)
      at = end
    } else {
      lose(at, name ?? null)
      at = budget <= 0 ? text.length : nextLine(text, at, /^\s{0,2}"[^"\\\n]*"\s*:/)
    }
  }
  const end = text[at] === '}' ? skipBlank(text, at + 1) : text.length
  if (text[at] !== '}' || end < text.length) lose(end, null)
  return found
}

function skipBlank(text: string, from: number, also = ''): number {
  let at = from
  while (at < text.length && (/\s/.test(text[at] ?? '') || text[at] === also)) at += 1
  return at
}

/** @returns where the next line that looks so has its first character, or the end of the text */
function nextLine(text: string, from: number, looks: RegExp): number {
  for (let start = text.indexOf('\n', from); start >= 0; start = text.indexOf('\n', start + 1)) {
    // A look is a short one: of the line only its beginning is taken.
    if (looks.test(text.slice(start + 1, start + 200))) return skipBlank(text, start + 1)
  }
  return text.length
}

/** Finds the end by brackets and quotes alone; what is between them is judged by the parser. @returns -1 when there is none */
function endOfValue(text: string, from: number, limit: number): number {
  let depth = 0
  const stop = Math.min(text.length, limit)
  for (let at = from; at < stop; at += 1) {
    const c = text[at]
    if (c === '"') {
      at = endOfString(text, at)
      if (at < 0) return -1
    } else if (c === '{' || c === '[') depth += 1
    else if (c === '}' || c === ']') {
      if (depth === 0) return at
      depth -= 1
    } else if (depth === 0 && c === ',') return at
    else continue
    if (depth === 0 && c !== '{' && c !== '[') return at + 1
  }
  return -1
}

/** A string never goes over the end of a line. @returns the place of its closing quote, or -1 */
function endOfString(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at += 1) {
    const c = text[at]
    if (c === '"') return at
    if (c === '\\') at += 1
    else if (c === '\n') return -1
  }
  return -1
}

/** Counts lines of places that mostly come in order. */
function lineCounter(text: string): (place: number) => number {
  let at = 0
  let line = 1
  return (place) => {
    if (place < at) [at, line] = [0, 1]
    for (let next = text.indexOf('\n', at); next >= 0 && next < place; next = text.indexOf('\n', at)) [at, line] = [next + 1, line + 1]
    return line
  }
}
