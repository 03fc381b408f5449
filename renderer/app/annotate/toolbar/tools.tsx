/** The annotation tools in the order of the toolbar: their pictures, their commands and what to do with each once it is in hand. */
import {
  Circle,
  Image,
  MapPin,
  MessageSquare,
  MousePointer2,
  MoveUpRight,
  Pencil,
  Pentagon,
  RectangleHorizontal,
  Ruler,
  Shapes,
  Target,
  Type,
  Waypoints,
} from 'lucide-react'
import type { ReactNode } from 'react'
import type { CommandId } from '../../../../electron/contract/commands.ts'
import type { Tool } from '../../../store/annotationStore.ts'

export type ToolFace = {
  tool: Tool
  /** Its name is the button's; its keys are shown in the tooltip. */
  command: CommandId & `tool.${string}`
  icon: ReactNode
  /** Shown over the map while the tool is in hand and nothing is being drawn. */
  hint: string
}

const sketch = 'Type a distance or coordinates. Backspace takes the last one back.'

/** A gap in the strip parts the groups. */
export const toolGroups: readonly (readonly ToolFace[])[] = [
  [
    {
      tool: 'select',
      command: 'tool.select',
      icon: <MousePointer2 />,
      hint: 'Click an annotation, or drag a box around several. Shift adds. Double-click edits vertices.',
    },
  ],
  [
    { tool: 'point', command: 'tool.point', icon: <MapPin />, hint: 'Click the place, or type its coordinates.' },
    { tool: 'symbol', command: 'tool.symbol', icon: <Shapes />, hint: 'Click the place, or type its coordinates.' },
    { tool: 'text', command: 'tool.text', icon: <Type />, hint: 'Click where the text stands, then write it.' },
    {
      tool: 'callout',
      command: 'tool.callout',
      icon: <MessageSquare />,
      hint: 'Click the place. The box stands beside it and can be dragged.',
    },
  ],
  [
    { tool: 'line', command: 'tool.line', icon: <Waypoints />, hint: `Click to add a vertex, double-click to finish. ${sketch}` },
    { tool: 'arrow', command: 'tool.arrow', icon: <MoveUpRight />, hint: `Click from tail to head, double-click to finish. ${sketch}` },
    { tool: 'freehand', command: 'tool.freehand', icon: <Pencil />, hint: 'Drag to draw. The line is smoothed.' },
  ],
  [
    { tool: 'polygon', command: 'tool.polygon', icon: <Pentagon />, hint: `Click to add a corner, double-click to finish. ${sketch}` },
    { tool: 'rectangle', command: 'tool.rectangle', icon: <RectangleHorizontal />, hint: 'Drag, or click two opposite corners.' },
    { tool: 'circle', command: 'tool.circle', icon: <Circle />, hint: 'Click the centre, then the rim. Type the radius, such as 12 km.' },
    { tool: 'rings', command: 'tool.rings', icon: <Target />, hint: 'Click the centre. The radii are set in the record.' },
  ],
  [
    { tool: 'image', command: 'tool.image', icon: <Image />, hint: 'Click where the upper left corner of the picture stands.' },
    {
      tool: 'measure',
      command: 'tool.measure',
      icon: <Ruler />,
      hint: 'Click along what is measured, double-click to finish. Click the first point again for an area.',
    },
  ],
]

export const toolFaces: readonly ToolFace[] = toolGroups.flat()

export const faceOf = (tool: Tool): ToolFace | undefined => toolFaces.find((face) => face.tool === tool)
