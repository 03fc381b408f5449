/** What an export is asked for, and what it says of what it made. */
import { MapDocument } from './document.ts'
import { SourceRef } from './layer.ts'
import { PageSize } from './page.ts'
import { z } from './schema.ts'
import { BoundingBox } from './values.ts'

export const exportFormats = ['png', 'jpg', 'pdf'] as const
export const ExportFormat = z.enum(exportFormats)

/** Resolutions that make sense; what is larger than can be drawn is refused before it is drawn. */
export const Dpi = z.number().min(30).max(1_200)

export const ExportSettings = z.strictObject({
  /** Name of a page of the document, or of a preset; null for the document's first page, or the first preset. */
  page: z.string().max(500).nullable(),
  /** Null: the page's own. */
  size: PageSize.nullable(),
  /** Turns a preset upright that is given no size; a page of the document is as it is. */
  portrait: z.boolean(),
  format: ExportFormat,
  /** Null: 300 for paper, and a picture's own. */
  dpi: Dpi.nullable(),
  /** Ground to show in the first map frame; null: as the page says, or what the document's view shows. */
  box: BoundingBox.nullable(),
})

export const ExportJob = z.strictObject({ document: MapDocument, sources: z.array(SourceRef), settings: ExportSettings })

/** Facts of a page that was drawn. */
export const ExportReport = z.strictObject({
  widthMm: z.number(),
  heightMm: z.number(),
  /** Null for PDF. */
  widthPx: z.int().nullable(),
  heightPx: z.int().nullable(),
  dpi: z.number(),
  page: z.string(),
  /** Of the first map frame; null for a page without one. */
  boundingBox: BoundingBox.nullable(),
  /** N of 1:N at the centre of the first map frame. */
  scale: z.number().nullable(),
  /** Sources credited on the page. */
  credits: z.array(z.string()),
  /** What found no room on the page, in words. */
  notPlaced: z.array(z.string()),
})

export type ExportFormat = z.infer<typeof ExportFormat>
export type ExportSettings = z.infer<typeof ExportSettings>
export type ExportJob = z.infer<typeof ExportJob>
export type ExportReport = z.infer<typeof ExportReport>
