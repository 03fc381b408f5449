/** The tool for each thing that can be in hand. */
import type { Tool } from '../../../store/annotationStore.ts'
import { calloutTool } from './calloutTool.ts'
import { FreehandTool } from './freehandTool.ts'
import type { MapTool, Workbench } from './mapTool.ts'
import { ImageTool, MarkTool, TextTool } from './pointTools.ts'
import { radiusTool } from './radiusTool.ts'
import { rectangleTool } from './rectangleTool.ts'
import { arrowTool, lineTool, measureTool, polygonTool } from './vertexTools.ts'

export function drawingTool(kind: Exclude<Tool, 'select'>, bench: Workbench): MapTool {
  switch (kind) {
    case 'point':
    case 'symbol':
      return new MarkTool(bench, kind)
    case 'text':
      return new TextTool(bench)
    case 'callout':
      return calloutTool(bench)
    case 'line':
      return lineTool(bench)
    case 'arrow':
      return arrowTool(bench)
    case 'polygon':
      return polygonTool(bench)
    case 'measure':
      return measureTool(bench)
    case 'rectangle':
      return rectangleTool(bench)
    case 'circle':
    case 'rings':
      return radiusTool(bench, kind)
    case 'freehand':
      return new FreehandTool(bench)
    case 'image':
      return new ImageTool(bench)
  }
}
