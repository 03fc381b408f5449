/** Pages that are well laid out at once, on any size. */
import type { Page, PageSize } from '../../../electron/contract/page.ts'
import { proportionsOf } from '../elements.ts'
import { briefing } from './briefing.ts'
import { fullBleed, plainFigure } from './figure.ts'
import { mapUpdate } from './mapUpdate.ts'
import { type Composition, type PresetContent, type Sheet, sheetOf } from './preset.ts'

export type { PresetContent } from './preset.ts'

export const presets = [
  { id: 'map-update', name: 'Map update', size: 'a3' },
  { id: 'briefing', name: 'Briefing 16:9', size: '1920x1080' },
  { id: 'plain-figure', name: 'Plain figure', size: 'a4' },
  { id: 'full-bleed', name: 'Full bleed', size: 'a4' },
] as const

export type PresetId = (typeof presets)[number]['id']

const compose: Record<PresetId, (sheet: Sheet) => Composition> = {
  'map-update': mapUpdate,
  briefing,
  'plain-figure': plainFigure,
  'full-bleed': fullBleed,
}

/** @param id of the page; its elements have ids of their own, which are unique on the page */
export function presetPage(preset: PresetId, size: PageSize, content: PresetContent, id: string = crypto.randomUUID()): Page {
  const name = presets.find((one) => one.id === preset)?.name ?? 'Page'
  return { id, name, size, marginMm: Math.min(500, proportionsOf(size).marginMm), ...compose[preset](sheetOf(size, content)) }
}
