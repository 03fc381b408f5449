/** The tools that draw vertex after vertex. */
import type { Workbench } from './mapTool.ts'
import { VertexTool } from './vertexTool.ts'

export const lineTool = (bench: Workbench): VertexTool => new VertexTool(bench, { kind: 'line', area: 'never' })

export const arrowTool = (bench: Workbench): VertexTool => new VertexTool(bench, { kind: 'arrow', area: 'never' })

export const polygonTool = (bench: Workbench): VertexTool => new VertexTool(bench, { kind: 'polygon', area: 'always' })

/** A distance; an area when Shift is held at the first vertex, or when the first vertex is clicked again. */
export const measureTool = (bench: Workbench): VertexTool => new VertexTool(bench, { kind: 'measure', area: 'byUser' })
