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
  /** Shown while something is being drawn. */
  drawing?: string
}

const vertices = 'Double-click or Enter finishes. Type a distance, Backspace takes the last one back, Esc cancels.'
const twoPoints = 'Click or let go to finish. Esc cancels.'
const radius = 'Click the rim, or type the radius, such as 12 km. Esc cancels.'

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
      hint: 'Click the place, then where its box stands; or drag from the one to the other.',
      drawing: twoPoints,
    },
  ],
  [
    { tool: 'line', command: 'tool.line', icon: <Waypoints />, hint: 'Click to add a vertex, or type coordinates.', drawing: vertices },
    {
      tool: 'arrow',
      command: 'tool.arrow',
      icon: <MoveUpRight />,
      hint: 'Click from tail to head, or type coordinates.',
      drawing: vertices,
    },
    { tool: 'freehand', command: 'tool.freehand', icon: <Pencil />, hint: 'Drag to draw. Back at its start, the line closes to an area.' },
  ],
  [
    {
      tool: 'polygon',
      command: 'tool.polygon',
      icon: <Pentagon />,
      hint: 'Click to add a corner, or type coordinates.',
      drawing: vertices,
    },
    {
      tool: 'rectangle',
      command: 'tool.rectangle',
      icon: <RectangleHorizontal />,
      hint: 'Drag, or click two opposite corners. Shift makes a square.',
      drawing: twoPoints,
    },
    { tool: 'circle', command: 'tool.circle', icon: <Circle />, hint: 'Click the centre and then the rim, or drag.', drawing: radius },
    {
      tool: 'rings',
      command: 'tool.rings',
      icon: <Target />,
      hint: 'Click the centre and then the outermost rim, or drag.',
      drawing: radius,
    },
  ],
  [
    { tool: 'image', command: 'tool.image', icon: <Image />, hint: 'Click where the upper left corner of the picture stands.' },
    {
      tool: 'measure',
      command: 'tool.measure',
      icon: <Ruler />,
      hint: 'Click along what is measured. The first point clicked again makes an area.',
      drawing: vertices,
    },
  ],
]

export const toolFaces: readonly ToolFace[] = toolGroups.flat()

export const faceOf = (tool: Tool): ToolFace | undefined => toolFaces.find((face) => face.tool === tool)
