/** Letters of a PDF's content, run by run, each with its place on the page. Source: ISO 32000-1, 8.4 graphics state, 9.4 text objects. */

type Matrix = readonly [number, number, number, number, number, number]

/** What Skia writes together, from `BT` to `ET`. */
export type LetterRun = {
  text: string
  /** In the content. */
  start: number
  end: number
  /** Font of its first letters, as its page calls it. */
  font: string
  /** Where its first and last letters begin, and the size of its letters, in the units of the page. */
  from: readonly [x: number, y: number]
  to: readonly [x: number, y: number]
  size: number
  /** Whether its letters stand on a line that is level. */
  isLevel: boolean
}

const identity: Matrix = [1, 0, 0, 1, 0, 0]
const token = /^(?:q|Q|(?:\S+ ){6}cm|BT\n[\s\S]*?\nET)$/gm
const chosenFont = /^\/(\S+) (\S+) Tf$/m
const placed = /^((?:\S+ ){6})Tm$/m
const moved = /^(\S+) (\S+) Td /gm
/** Radians; less is no slope to the eye. */
const levelAngle = 0.01

/** @param content decoded, a line for each operation */
export function runsOf(content: string): LetterRun[] {
  const runs: LetterRun[] = []
  const stack: Matrix[] = []
  let matrix = identity
  for (const { 0: found, index } of content.matchAll(token)) {
    if (found === 'q') stack.push(matrix)
    else if (found === 'Q') matrix = stack.pop() ?? identity
    else if (found.endsWith(' cm')) matrix = multiplied(matrix, numbersOf(found))
    else runs.push(runAt(found, index, matrix))
  }
  return runs
}

function runAt(text: string, start: number, outer: Matrix): LetterRun {
  const [, font = '', size = '0'] = chosenFont.exec(text) ?? []
  const matrix = multiplied(outer, numbersOf(placed.exec(text)?.[1] ?? '1 0 0 1 0 0'))
  const steps = [...text.matchAll(moved)].map(([, dx, dy]) => [Number(dx), Number(dy)] as const)
  // The first letter may stand where the run does.
  const isMovedFirst = /^\S+ \S+ Td /m.exec(text)?.index === /^.* Tj$/m.exec(text)?.index
  const sum = steps.reduce<readonly [number, number]>(([x, y], [dx, dy]) => [x + dx, y + dy], [0, 0])
  const [a, b, c, d] = matrix
  return {
    text,
    start,
    end: start + text.length,
    font,
    from: at(matrix, isMovedFirst ? (steps[0] ?? [0, 0]) : [0, 0]),
    to: at(matrix, sum),
    size: Number(size) * Math.sqrt(Math.abs(a * d - b * c)),
    isLevel: Math.abs(Math.atan2(b, a)) < levelAngle,
  }
}

const numbersOf = (words: string): Matrix => words.trim().split(' ').slice(0, 6).map(Number) as unknown as Matrix

function multiplied([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}

const at = ([a, b, c, d, e, f]: Matrix, [x, y]: readonly [number, number]): readonly [number, number] => [
  a * x + c * y + e,
  b * x + d * y + f,
]
