/** A name on the map, with all that decides whether, where and how it is written. Worked out once, when its tile arrives. */
import type { LabelLanguage } from '../../../../electron/contract/document.ts'
import type { Side } from '../names/spelling.ts'

export const labelKinds = ['country', 'region', 'place', 'village', 'airport', 'water', 'river'] as const
export type LabelKind = (typeof labelKinds)[number]

export type Label = {
  kind: LabelKind
  english: string
  /** The name at home, or null where it is not known. */
  local: string | null
  /** Shown at `from <= zoom < to`. */
  from: number
  to: number
  /** Lettering grows with importance: 0 is the greatest. */
  tier: number
  /** Higher is placed first, and so wins the room. */
  priority: number
  side: Side
  capital: 'country' | 'region' | null
  archive: 'world' | 'iraq'
}

/** The lines of a label in a language. `both` writes the name at home on a line of its own, unless it is the same name. */
export function labelLines(label: Pick<Label, 'english' | 'local'>, language: LabelLanguage): string[] {
  if (label.local === null || language === 'english') return [label.english]
  if (language === 'local') return [label.local]
  return label.local === label.english ? [label.english] : [label.english, label.local]
}

/** Matches any letter of Arabic script: such a line is never letter-spaced, capitalised or bent, which would break its joins. */
const arabicScript = /\p{Script=Arabic}/u

export const isArabic = (text: string): boolean => arabicScript.test(text)

/** Strata of {@link Label.priority}: whatever its people, a town of a lower stratum never displaces a name of a higher one. */
const strata: Record<LabelKind, number> = { country: 660, water: 300, region: 350, place: 400, river: 250, airport: 150, village: 100 }

/**
 * The order in which names take their room: capitals, which cannot be moved; countries, the larger first; towns by tier and people; first-level divisions, waters, rivers,
 * airports and villages.
 */
export function priorityOf(kind: LabelKind, tier: number, people: number, capital: Label['capital']): number {
  const crowd = Math.min(9.9, Math.log10(Math.max(1, people)))
  if (kind === 'place' && capital === 'country') return 880 + crowd
  const importance = kind === 'place' || kind === 'country' ? (4 - Math.min(4, tier)) * 50 : 0
  return strata[kind] + importance + crowd
}

/**
 * Which of two names is placed first. Those of the same priority are ordered by their letters: in the order in which their tiles came in, two exports of one
 * page would differ.
 */
export function comparePriority(a: Label, b: Label): number {
  return b.priority - a.priority || compare(a.english, b.english) || compare(a.archive, b.archive)
}

/** By code units: a collation would depend on the computer. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
