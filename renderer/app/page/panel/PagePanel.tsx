/** The panel of page mode: the page, what is on it, and the properties of what is selected. */
import { FileOutput } from 'lucide-react'
import { type ReactNode, useCallback } from 'react'
import { IconButton } from '../../parts/Button.tsx'
import { DetailsPanel } from '../../parts/DetailsPanel.tsx'
import { beginRun, beginRunOnFocus } from '../../styling/styleRuns.ts'
import { exportPage } from '../../exporting/actions.ts'
import { togglePage } from '../actions.ts'
import { selectElements, usePageAtRest, useSelectedElements } from '../pageStore.ts'
import { ElementList } from './ElementList.tsx'
import { LayoutFields } from './LayoutFields.tsx'
import { NamesWithoutPlace } from './NamesWithoutPlace.tsx'
import { NotPlacedList } from './NotPlacedList.tsx'
import { PageMenu } from './PageMenu.tsx'
import { PageName } from './PageName.tsx'
import { Properties } from './Properties.tsx'
import { SizeFields } from './SizeFields.tsx'

export function PagePanel(): ReactNode {
  const page = usePageAtRest()
  const elements = useSelectedElements(page)
  const deselect = useCallback(() => selectElements([]), [])
  return (
    <DetailsPanel
      name="Page"
      heading={page === null ? 'Page' : <PageName key={page.id} page={page} />}
      onClose={togglePage}
      onEscape={deselect}
      actions={
        <>
          <IconButton name="Export this page" icon={<FileOutput />} disabled={page === null} onClick={exportPage} />
          <PageMenu page={page} />
        </>
      }
      onPointerDownCapture={beginRun}
      onFocusCapture={beginRunOnFocus}
    >
      {page === null ? null : (
        <>
          <SizeFields page={page} />
          <ElementList page={page} selected={elements.map(({ id }) => id)} />
          <NotPlacedList />
          <NamesWithoutPlace />
          {elements.length === 0 ? <LayoutFields page={page} /> : <Properties page={page} elements={elements} />}
        </>
      )}
    </DetailsPanel>
  )
}
