/** Questions about single features, which the engine answers. */
import type { CutLabels, LabelRequest } from '../../electron/contract/cut.ts'
import type { HitRequest } from '../../electron/contract/hit.ts'
import type { SourceId } from '../../electron/contract/layer.ts'
import type { Outlines, OutlinesRequest } from '../../electron/contract/outlines.ts'
import type { Matching } from '../../electron/contract/query.ts'
import type { BoundingBox } from '../../electron/contract/document.ts'
import type { AreaTally, TallyRequest } from '../../electron/contract/tally.ts'
import { call } from '../bridge/index.ts'
import type { FeatureSet } from './featureSet.ts'

/** Features of a file at a place, topmost first. @throws RefusalError */
export const featuresNear = (source: SourceId, request: HitRequest): Promise<number[]> => call('layers.hit', { source, request })

/** GeoJSON geometry of a feature, with the coordinates of the file. @throws RefusalError when there is none */
export const geometryOf = (source: SourceId, feature: number): Promise<unknown> => call('layers.geometry', { source, feature })

/** What of a file is inside an area. @throws RefusalError */
export const tallyOf = (source: SourceId, request: TallyRequest): Promise<AreaTally> => call('layers.tally', { source, request })

/** Vertices and edges of a file in a box. @throws RefusalError */
export const outlinesIn = (source: SourceId, request: OutlinesRequest): Promise<Outlines> => call('layers.outlines', { source, request })

/** The names in a picture of a file. @throws RefusalError */
export const labelsIn = (source: SourceId, request: LabelRequest): Promise<CutLabels> => call('layers.labels', { source, request })

/** Features of a file that a filter lets through. @throws RefusalError with the place of what cannot be understood */
export const matchingOf = (source: SourceId, filter: string): Promise<Matching> => call('layers.matching', { source, filter })

/** The box around some features of a file, in degrees; null when nothing of them is drawn. @throws RefusalError */
export const extentOf = (source: SourceId, features: FeatureSet): Promise<BoundingBox | null> =>
  call('layers.extent', { source, features: features.bits })
