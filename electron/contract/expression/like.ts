/** Patterns of `like`: `%` stands for any characters, `_` for one, and a backslash before either for itself. */

type Step = { kind: 'any' } | { kind: 'one' } | { kind: 'is'; character: string }

/**
 * @param ignoreCase compares both in lower case, by the rules of no language
 * @returns whether a text is wholly of the pattern. Takes time in proportion to both lengths at worst, whatever the pattern.
 */
export function likePattern(pattern: string, ignoreCase: boolean): (text: string) => boolean {
  const steps = stepsOf(ignoreCase ? pattern.toLowerCase() : pattern)
  return (text) => matches(steps, Array.from(ignoreCase ? text.toLowerCase() : text))
}

function stepsOf(pattern: string): Step[] {
  const steps: Step[] = []
  let isEscaped = false
  for (const character of pattern) {
    if (isEscaped) steps.push({ kind: 'is', character })
    else if (character === '%') steps.push({ kind: 'any' })
    else if (character === '_') steps.push({ kind: 'one' })
    else if (character !== '\\') steps.push({ kind: 'is', character })
    isEscaped = character === '\\' && !isEscaped
  }
  if (isEscaped) steps.push({ kind: 'is', character: '\\' })
  return steps
}

/** Goes back to the last `%` when it is stuck, and no further: what the ones before took is never worth another look. */
function matches(steps: readonly Step[], characters: readonly string[]): boolean {
  let step = 0
  let at = 0
  let lastAny = -1
  let resumeAt = 0
  while (at < characters.length) {
    const here = steps[step]
    if (here?.kind === 'any') {
      lastAny = step
      resumeAt = at
      step += 1
    } else if (here !== undefined && (here.kind === 'one' || here.character === characters[at])) {
      step += 1
      at += 1
    } else if (lastAny >= 0) {
      step = lastAny + 1
      resumeAt += 1
      at = resumeAt
    } else return false
  }
  while (steps[step]?.kind === 'any') step += 1
  return step === steps.length
}
