/** What is kept between two starts of the program, and what the window is told at start. */
import { z } from './schema.ts'
import { MapDocument } from './document.ts'
import { SourceId, SourceRef } from './layer.ts'
import { NetworkLog } from './network.ts'
import { Refusal } from './refusal.ts'

export const coordinateFormats = ['dd', 'dms', 'utm', 'mgrs'] as const

/** State of the window's furniture; not part of the document. */
export const Panels = z.strictObject({
  layersOpen: z.boolean(),
  layersWidthPx: z.number().min(180).max(800),
  detailsWidthPx: z.number().min(220).max(900),
  coordinates: z.enum(coordinateFormats),
})

export const defaultPanels: z.infer<typeof Panels> = { layersOpen: true, layersWidthPx: 288, detailsWidthPx: 340, coordinates: 'dd' }

export const RecentFile = z.strictObject({
  id: SourceId,
  kind: z.enum(['document', 'layer']),
  name: z.string(),
  path: z.string(),
})

export const SessionStart = z.strictObject({
  document: MapDocument,
  path: z.string().nullable(),
  modified: z.boolean(),
  sources: z.array(SourceRef),
  /** Files that came with the command line, to be added as layers. */
  arrived: z.array(SourceRef),
  refusals: z.array(Refusal),
  panels: Panels,
  network: NetworkLog,
  platform: z.enum(['linux', 'darwin', 'win32']),
})

export const About = z.strictObject({
  version: z.string(),
  electron: z.string(),
  chrome: z.string(),
  node: z.string(),
  /** Markdown of data/CREDITS.md. */
  credits: z.string(),
})

export type Panels = z.infer<typeof Panels>
export type CoordinateFormat = Panels['coordinates']
export type RecentFile = z.infer<typeof RecentFile>
export type SessionStart = z.infer<typeof SessionStart>
export type About = z.infer<typeof About>
