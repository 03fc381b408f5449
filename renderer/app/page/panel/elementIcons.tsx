/** A picture for each type of element. */
import {
  CalendarDays,
  Compass,
  Copyright,
  Globe,
  Heading1,
  Heading2,
  Image,
  LayoutList,
  type LucideIcon,
  Map as MapIcon,
  RulerDimensionLine,
  Square,
  TextAlignStart,
} from 'lucide-react'
import type { ElementType } from '../../../../electron/contract/page.ts'

export const elementIcons: Record<ElementType, LucideIcon> = {
  mapFrame: MapIcon,
  title: Heading1,
  subtitle: Heading2,
  asOf: CalendarDays,
  legend: LayoutList,
  scaleBar: RulerDimensionLine,
  northArrow: Compass,
  inset: Globe,
  text: TextAlignStart,
  image: Image,
  credits: Copyright,
  rectangle: Square,
}
