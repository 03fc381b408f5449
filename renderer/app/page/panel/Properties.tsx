/** What can be said of the selected elements: their place, their own properties, and what they stand on. */
import type { ReactNode } from 'react'
import type { Page, PageElement } from '../../../../electron/contract/page.ts'
import form from '../../styling/StylePanel.module.css'
import { ArrangeButtons } from './ArrangeButtons.tsx'
import { BoxFields } from './BoxFields.tsx'
import { CreditsFields } from './CreditsFields.tsx'
import { FrameFields } from './FrameFields.tsx'
import { GraticuleFields } from './GraticuleFields.tsx'
import { HeadingFields } from './HeadingFields.tsx'
import { ImageFields } from './ImageFields.tsx'
import { InsetFields } from './InsetFields.tsx'
import { LegendFields } from './LegendFields.tsx'
import { NorthArrowFields } from './NorthArrowFields.tsx'
import { PanelFields } from './PanelFields.tsx'
import { ScaleBarFields } from './ScaleBarFields.tsx'
import { TextFields } from './TextFields.tsx'

export function Properties({ page, elements }: { page: Page; elements: readonly PageElement[] }): ReactNode {
  const [element] = elements
  if (element === undefined) return null
  if (elements.length > 1) {
    return (
      <div data-properties="">
        <div className={form['block']}>
          <h3 className={form['blockHeading']}>{elements.length} elements</h3>
          <ArrangeButtons count={elements.length} />
        </div>
      </div>
    )
  }
  return (
    // Fields hold what was typed and is no value yet: another selection begins afresh.
    <div key={element.id} data-properties="" role="group" aria-label={`Properties of ${element.name}`}>
      <Own page={page} element={element} />
      <div className={form['block']}>
        <h3 className={form['blockHeading']}>Place and size</h3>
        <BoxFields element={element} />
        <ArrangeButtons count={1} />
      </div>
      <PanelFields element={element} />
    </div>
  )
}

function Own({ page, element }: { page: Page; element: PageElement }): ReactNode {
  switch (element.type) {
    case 'mapFrame':
      return (
        <>
          <FrameFields frame={element} />
          <GraticuleFields page={page} frame={element} />
        </>
      )
    case 'title':
    case 'subtitle':
    case 'asOf':
      return <HeadingFields element={element} />
    case 'legend':
      return <LegendFields page={page} element={element} />
    case 'scaleBar':
      return <ScaleBarFields page={page} element={element} />
    case 'northArrow':
      return <NorthArrowFields page={page} element={element} />
    case 'inset':
      return <InsetFields page={page} element={element} />
    case 'text':
      return <TextFields element={element} />
    case 'image':
      return <ImageFields element={element} />
    case 'credits':
      return <CreditsFields page={page} element={element} />
    case 'rectangle':
      return null
  }
}
