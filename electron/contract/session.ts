/** What is kept between two starts of the program, and what the window is told at start. */
import { z } from './schema.ts'
import { SourceId, SourceRef } from './layer.ts'
import { NetworkLog } from './network.ts'
import { JournalStory, RecoveryOffer } from './recovery.ts'
import { Refusal } from './refusal.ts'

export const coordinateFormats = ['dd', 'dms', 'utm', 'mgrs'] as const

/** State of the window's furniture; not part of the document. */
export const Panels = z.strictObject({
  layersOpen: z.boolean(),
  layersWidthPx: z.number().min(180).max(800),
  detailsWidthPx: z.number().min(220).max(900),
  /** The list of annotations, under the layers. */
  annotationsOpen: z.boolean().default(true),
  annotationsHeightPx: z.number().min(100).max(2_000).default(260),
  /** The attribute table, under the map. */
  tableHeightPx: z.number().min(120).max(2_000).default(300),
  /** What layers were filtered by, the last one first. */
  recentFilters: z.array(z.string().max(10_000)).max(20).default([]),
  coordinates: z.enum(coordinateFormats),
})

export const defaultPanels: z.infer<typeof Panels> = {
  layersOpen: true,
  layersWidthPx: 288,
  detailsWidthPx: 340,
  annotationsOpen: true,
  annotationsHeightPx: 260,
  tableHeightPx: 300,
  recentFilters: [],
  coordinates: 'dd',
}

export const RecentFile = z.strictObject({
  id: SourceId,
  kind: z.enum(['document', 'layer']),
  name: z.string(),
  path: z.string(),
})

/** A document of which not everything could be read. */
export const DocumentDamage = z.strictObject({
  /** Its file name. */
  file: z.string(),
  /** Sentences, one for each part that is missing or was changed. */
  lost: z.array(z.string()),
  /** The version before its last save, if it is there. */
  backup: z.string().nullable(),
})

export const SessionStart = z.strictObject({
  /** The document to begin with, and its past. */
  story: JournalStory,
  sources: z.array(SourceRef),
  /** Files that came with the command line, to be added as layers. */
  arrived: z.array(SourceRef),
  refusals: z.array(Refusal),
  damage: DocumentDamage.nullable(),
  /** Work of earlier runs that was not finished, newest first. */
  offers: z.array(RecoveryOffer),
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
export type DocumentDamage = z.infer<typeof DocumentDamage>
export type RecentFile = z.infer<typeof RecentFile>
export type SessionStart = z.infer<typeof SessionStart>
export type About = z.infer<typeof About>
