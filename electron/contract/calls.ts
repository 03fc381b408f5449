/**
 * Everything the renderer can ask of main. Main's handlers, the preload and the renderer's bridge are made from this table, and so is the plain-Node host
 * of the tests.
 */
import { z } from './schema.ts'
import { AnnotationTemplate } from './annotation.ts'
import { commandIds } from './commands.ts'
import { BoundingBox, LayerStyle, MapDocument } from './document.ts'
import { Delivery, Exported, ExportMap, ExportReport, ExportSettings, PictureHead } from './export.ts'
import { HitRequest } from './hit.ts'
import { Outlines, OutlinesRequest } from './outlines.ts'
import { CutLabels, LabelRequest } from './cut.ts'
import { FeatureRecord, FieldValues, LayerProblem, LayerSummary, SourceId, SourceRef } from './layer.ts'
import { NetworkLog } from './network.ts'
import { JournalRecord, JournalState, JournalStory, RecoveryId } from './recovery.ts'
import {
  Breaks,
  BreaksRequest,
  FeatureBits,
  FieldFigures,
  Filter,
  Histogram,
  HistogramRequest,
  LayerExport,
  Matching,
  TablePage,
  TableQuery,
} from './query.ts'
import { Refusal } from './refusal.ts'
import { AreaTally, TallyRequest } from './tally.ts'
import { About, DocumentDamage, Panels, RecentFile, SessionStart } from './session.ts'
import { defineCalls } from './table.ts'

const Nothing = z.strictObject({})
const Done = z.strictObject({})

export const JobId = z.string().regex(/^[a-z0-9-]{1,64}$/)

/** Layer files that were let in, and those that were not. */
export const Admitted = z.strictObject({ sources: z.array(SourceRef), refusals: z.array(Refusal) })

/** A document that was opened: itself, and the files that its layers name. */
export const OpenedDocument = z.strictObject({
  document: MapDocument,
  /** Where it is kept; null when it was never saved. */
  path: z.string().nullable(),
  sources: z.array(SourceRef),
  /** What of it could not be read; it then has no path, so that saving asks where. */
  damage: DocumentDamage.nullable(),
})

export const calls = defineCalls({
  /** What the window needs to draw its first picture. Asked once, at start. */
  'session.start': { argument: Nothing, result: SessionStart },
  /** Keeps the state of the window's furniture for the next start. */
  'session.keep': { argument: z.strictObject({ panels: Panels }), result: Done },

  /** Begins the journal with the document as it stands. Layer paths must be ones that main has let in. Answered when it is on disk. */
  'journal.begin': { argument: z.strictObject({ state: JournalState }), result: Done },
  /** Appends changes in their order. Answered when they are on disk; `begin` asks for the journal to be begun anew. */
  'journal.append': { argument: z.strictObject({ records: z.array(JournalRecord) }), result: z.strictObject({ begin: z.boolean() }) },
  /** Unfinished work that was offered at start. */
  'recovery.take': {
    argument: z.strictObject({ id: RecoveryId }),
    result: z.strictObject({ story: JournalStory, sources: z.array(SourceRef) }),
  },
  /** The offer was decided on: its work is in this window's journal by now, or is not wanted. */
  'recovery.settle': { argument: z.strictObject({ id: RecoveryId }), result: Done },

  /** Lets the user choose a document. Null when nothing was chosen. */
  'document.choose': { argument: Nothing, result: OpenedDocument.nullable() },
  /** Saves in place, or asks where when there is no place yet or `as` is set. Null when the user thought better of it. */
  'document.save': {
    argument: z.strictObject({ document: MapDocument, path: z.string().nullable(), as: z.boolean() }),
    result: z.strictObject({ path: z.string() }).nullable(),
  },
  /** Asks, by the system's dialog, what becomes of changes that are not saved. */
  'document.askToKeep': { argument: z.strictObject({ title: z.string() }), result: z.enum(['save', 'discard', 'cancel']) },
  'document.demo': { argument: Nothing, result: OpenedDocument },
  /** Shows a file that was let in in the system's file browser. */
  'file.reveal': { argument: z.strictObject({ path: z.string() }), result: Done },

  /** Lets the user choose layer files. */
  'layers.choose': { argument: Nothing, result: Admitted },
  /** Files and folders that were dropped on the window. The preload fills in the paths; the page only ever holds `File` objects. */
  'layers.drop': { argument: z.strictObject({ paths: z.array(z.string()).max(10_000) }), result: Admitted },
  /** Another file for a layer whose file is missing. */
  'layers.locate': { argument: z.strictObject({ source: SourceId }), result: SourceRef.nullable() },
  /**
   * Reads a file, and watches it from then on (`layers.changed`). `partial`: of a broken file, what came before the break. `again`: when the file cannot be
   * read, what is known of it stays.
   */
  'layers.read': {
    argument: z.strictObject({ source: SourceId, job: JobId, partial: z.boolean(), again: z.boolean() }),
    result: LayerSummary,
  },
  'layers.close': { argument: z.strictObject({ source: SourceId }), result: Done },
  'layers.records': {
    argument: z.strictObject({ source: SourceId, features: z.array(z.int().min(0)).max(1_000) }),
    result: z.array(FeatureRecord),
  },
  /** GeoJSON geometry of one feature, with the coordinates of the file, on WGS84. */
  'layers.geometry': { argument: z.strictObject({ source: SourceId, feature: z.int().min(0) }), result: z.unknown() },
  /** Features at a place, topmost first, by their true shapes. */
  'layers.hit': { argument: z.strictObject({ source: SourceId, request: HitRequest }), result: z.array(z.int().min(0)) },
  /** Vertices and edges in a box, to draw along them. */
  'layers.outlines': { argument: z.strictObject({ source: SourceId, request: OutlinesRequest }), result: Outlines },
  /** The names in a picture of a big layer. */
  'layers.labels': { argument: z.strictObject({ source: SourceId, request: LabelRequest }), result: CutLabels },
  /** Distinct values of a field over what a filter lets through. */
  'layers.values': {
    argument: z.strictObject({ source: SourceId, field: z.string(), filter: Filter, limit: z.int().min(1).max(1_000) }),
    result: FieldValues,
  },
  /** A page of the attribute table. A filter that cannot be understood is refused in a sentence, here and in what follows. */
  'layers.page': {
    argument: z.strictObject({
      source: SourceId,
      query: TableQuery,
      offset: z.int().min(0),
      limit: z.int().min(0).max(1_000),
      job: JobId.optional(),
    }),
    result: TablePage,
  },
  /** Where features stand in the order of a query, from 0; null for those that are not in it. */
  'layers.positions': {
    argument: z.strictObject({ source: SourceId, query: TableQuery, features: z.array(z.int().min(0)).max(1_000), job: JobId.optional() }),
    result: z.array(z.int().min(0).nullable()),
  },
  /** All features of a query in its order: 32-bit unsigned integers, little-endian. */
  'layers.features': {
    argument: z.strictObject({ source: SourceId, query: TableQuery, job: JobId.optional() }),
    result: z.instanceof(Uint8Array),
  },
  /** The smallest box around some features, in degrees; null when there is nothing of them to draw. */
  'layers.extent': { argument: z.strictObject({ source: SourceId, features: FeatureBits }), result: BoundingBox.nullable() },
  /** Which features a filter lets through. */
  'layers.matching': { argument: z.strictObject({ source: SourceId, filter: Filter, job: JobId.optional() }), result: Matching },
  /** Figures of a field, over what a filter lets through. */
  'layers.statistics': {
    argument: z.strictObject({ source: SourceId, filter: Filter, field: z.string().max(1_000), job: JobId.optional() }),
    result: FieldFigures,
  },
  /** What of a layer is inside an area: how many features, and which values of a field. */
  'layers.tally': { argument: z.strictObject({ source: SourceId, request: TallyRequest }), result: AreaTally },
  /** Where the classes of a graduated style begin and end. */
  'layers.breaks': { argument: BreaksRequest.extend({ source: SourceId, job: JobId.optional() }), result: Breaks },
  /** How the numbers of a field are spread. */
  'layers.histogram': { argument: HistogramRequest.extend({ source: SourceId, job: JobId.optional() }), result: Histogram },
  /** Asks where, and writes features of a layer into a file. Null when the user thought better of it. */
  'layers.export': {
    argument: LayerExport.extend({ source: SourceId, job: JobId }),
    result: z.strictObject({ path: z.string(), features: z.int().min(0) }).nullable(),
  },
  /** How the user wishes to see a file whenever it is opened into a map; null when he said nothing of it. */
  'layers.defaultStyle': { argument: z.strictObject({ source: SourceId }), result: LayerStyle.nullable() },
  /** Null takes the wish back. */
  'layers.keepDefaultStyle': { argument: z.strictObject({ source: SourceId, style: LayerStyle.nullable() }), result: Done },
  'layers.problems': {
    argument: z.strictObject({ source: SourceId, offset: z.int().min(0), limit: z.int().min(1).max(1_000) }),
    result: z.array(LayerProblem),
  },

  /** Lets the user choose a file of annotations. Null when nothing was chosen. */
  'annotations.import': { argument: Nothing, result: z.strictObject({ name: z.string(), text: z.string() }).nullable() },
  /** Asks where, and writes. Null when the user thought better of it. */
  'annotations.export': {
    argument: z.strictObject({
      suggestedName: z.string().max(10_000),
      text: z.string().max(400_000_000),
      kind: z.enum(['geojson', 'kml', 'csv']),
    }),
    result: z.strictObject({ name: z.string() }).nullable(),
  },
  /** Lets the user choose a picture: PNG, JPEG or WebP, as a `data:` address. */
  'image.choose': { argument: Nothing, result: z.strictObject({ name: z.string(), data: z.string() }).nullable() },
  /** The user's own templates, for all of his maps. */
  'templates.list': { argument: Nothing, result: z.array(AnnotationTemplate) },
  'templates.keep': { argument: z.strictObject({ templates: z.array(AnnotationTemplate).max(1_000) }), result: Done },

  /**
   * Draws pages in a window that nobody sees, and writes them: one file for each of the settings. Null when the user thought better of it.
   *
   * `to`: 'ask' asks where; 'last' writes to the files of the last export of this session, without a question; 'kept' to those that the map was exported to before
   * the program was started, and asks first whether they are meant.
   */
  'export.run': {
    argument: z.strictObject({
      document: MapDocument,
      /** Path of the map; null for one that was never saved. */
      map: z.string().nullable(),
      settings: z.array(ExportSettings).min(1).max(200),
      to: z.enum(['ask', 'last', 'kept']),
      job: JobId,
    }),
    result: z.array(Exported).nullable(),
  },
  /** What a map was exported as when it was last exported, also before the program was started. Null for none. */
  'export.kept': { argument: z.strictObject({ map: z.string() }), result: z.array(ExportSettings).nullable() },
  /** Draws a page and puts it on the clipboard as a picture. */
  'export.copy': {
    argument: z.strictObject({ document: MapDocument, settings: ExportSettings, job: JobId }),
    result: z.strictObject({ report: ExportReport }),
  },
  /** What a hidden window is to draw pages of. Any other window is refused. */
  'export.map': { argument: Nothing, result: ExportMap },
  /** Its next page, as soon as it is known. After the last one the window is closed. */
  'export.next': { argument: Nothing, result: ExportSettings },
  /** A picture's bytes follow. */
  'export.begin': { argument: PictureHead, result: Done },
  /** The next bytes: of a PNG's compressed rows, of a compressed strip of a TIFF, of any other file as they are. */
  'export.piece': { argument: z.strictObject({ bytes: z.instanceof(Uint8Array) }), result: Done },
  'export.progress': { argument: z.strictObject({ done: z.number().min(0).max(1) }), result: Done },
  /** The page is drawn, and all of it was handed over, or main is to print it. */
  'export.deliver': { argument: Delivery, result: Done },
  'export.fail': { argument: Refusal, result: Done },

  /** Takes away what was kept on disk of layers. */
  'cache.clear': { argument: Nothing, result: z.strictObject({ /** Bytes. */ freed: z.number().min(0) }) },

  'recent.list': { argument: Nothing, result: z.array(RecentFile) },
  'recent.open': {
    argument: z.strictObject({ id: SourceId }),
    result: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('document'), opened: OpenedDocument }),
      z.strictObject({ kind: z.literal('layer'), source: SourceRef }),
    ]),
  },

  'job.cancel': { argument: z.strictObject({ job: JobId }), result: Done },
  'clipboard.write': { argument: z.strictObject({ text: z.string().max(1_000_000) }), result: Done },
  'network.log': { argument: Nothing, result: NetworkLog },
  /** A request that the content security policy stopped inside the page, before main could see it. */
  'network.refused': { argument: z.strictObject({ url: z.string().max(8_192), directive: z.string().max(200) }), result: Done },
  'app.about': { argument: Nothing, result: About },
  /** What the native menu shows: which commands can be used, which are ticked, and the names of undo and redo. */
  'menu.state': {
    argument: z.strictObject({
      disabled: z.array(z.enum(commandIds)),
      checked: z.array(z.enum(commandIds)),
      undo: z.string().nullable(),
      redo: z.string().nullable(),
      title: z.string().max(10_000),
      modified: z.boolean(),
    }),
    result: Done,
  },
  /** The window is asking the user before it closes: it may take its time. */
  'window.hold': { argument: Nothing, result: Done },
  /** The window may close now: everything that had to be asked was asked. `keep` is false when the user does not want what was not saved. */
  'window.close': { argument: z.strictObject({ keep: z.boolean() }), result: Done },
})

export type Calls = typeof calls
export type CallName = keyof Calls & string

/** What main tells the renderer without being asked. */
export const events = {
  /** Bytes of a file, or features, that are done so far, keyed by the job id that the renderer gave. */
  'job.progress': z.strictObject({ job: JobId, done: z.number(), total: z.number() }),
  /** A command chosen in the native menu. */
  'command.run': z.strictObject({ command: z.enum(commandIds) }),
  'network.changed': NetworkLog,
  /** Files that arrived from outside: a second start of the program, the system's "open with". */
  'files.arrived': Admitted,
  'document.arrived': OpenedDocument,
  /** A file that was read, or could not be, is another one now or is gone. */
  'layers.changed': z.strictObject({ source: SourceId, change: z.enum(['changed', 'gone']) }),
  /** The engine died and was started again: layers must be read anew. */
  'engine.restarted': z.strictObject({ message: z.string() }),
  'recent.open': z.strictObject({ id: SourceId }),
  /** The window is to close; answered by `window.close` when there is nothing left to lose. `ask` is false when the program quits: then everything is kept as it is. */
  'window.closing': z.strictObject({ ask: z.boolean() }),
} as const

export type Events = typeof events
export type EventName = keyof Events & string
export type EventPayload<N extends EventName> = z.infer<Events[N]>
export type Admitted = z.infer<typeof Admitted>
export type OpenedDocument = z.infer<typeof OpenedDocument>
