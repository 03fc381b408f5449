/** The NATO/Admiralty scale (STANAG 2511): how reliable a source is, and how credible what it says. */
import { credibilities, reliabilities } from '../../../../electron/contract/annotation.ts'

export const reliabilityMeanings: Record<(typeof reliabilities)[number], string> = {
  A: 'Completely reliable',
  B: 'Usually reliable',
  C: 'Fairly reliable',
  D: 'Not usually reliable',
  E: 'Unreliable',
  F: 'Cannot be judged',
}

export const credibilityMeanings: Record<(typeof credibilities)[number], string> = {
  1: 'Confirmed by other sources',
  2: 'Probably true',
  3: 'Possibly true',
  4: 'Doubtful',
  5: 'Improbable',
  6: 'Cannot be judged',
}

export const reliabilityOptions = [
  { value: '', name: 'Not rated' },
  ...reliabilities.map((grade) => ({ value: grade, name: `${grade} · ${reliabilityMeanings[grade]}` })),
]

export const credibilityOptions = [
  { value: '', name: 'Not rated' },
  ...credibilities.map((grade) => ({ value: String(grade), name: `${grade} · ${credibilityMeanings[grade]}` })),
]
