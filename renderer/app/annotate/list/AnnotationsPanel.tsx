/** The section of the left column that lists the annotations: opened and closed by its heading, its height dragged. */
import { ChevronRight } from 'lucide-react'
import { type ReactNode, useDeferredValue, useMemo } from 'react'
import { listAnnotations } from '../../../document/annotations/list.ts'
import { documentStore } from '../../../store/documentStore.ts'
import { panelStore, setPanels } from '../../../store/panelStore.ts'
import { ResizeHandle } from '../../parts/ResizeHandle.tsx'
import { SearchField } from '../../parts/SearchField.tsx'
import { useStore } from '../../parts/useStore.ts'
import { AnnotationList } from './AnnotationList.tsx'
import { FilterButton } from './FilterButton.tsx'
import { clearFilter, countConditions, listStore, setFilter } from './listStore.ts'
import { SortButton } from './SortButton.tsx'
import styles from './AnnotationsPanel.module.css'

export function AnnotationsPanel(): ReactNode {
  const { annotationsOpen: isOpen, annotationsHeightPx: heightPx } = useStore(panelStore, (state) => state.panels)
  const count = useStore(documentStore, (state) => state.history.document.annotations.length)
  return (
    <section
      className={styles['panel']}
      aria-label="Annotations"
      data-open={isOpen || undefined}
      {...(isOpen ? { style: { height: heightPx } } : {})}
    >
      {isOpen ? (
        <ResizeHandle
          name="Height of the list"
          sizePx={heightPx}
          minPx={120}
          maxPx={1_200}
          side="below"
          onResize={(px) => setPanels({ annotationsHeightPx: px })}
        />
      ) : null}
      <header className={styles['header']}>
        <h2 className={styles['title']}>
          <button
            type="button"
            className={styles['disclosure']}
            aria-expanded={isOpen}
            onClick={() => setPanels({ annotationsOpen: !isOpen })}
          >
            <ChevronRight aria-hidden />
            Annotations
            {count === 0 ? null : <span className={styles['count']}>{count.toLocaleString('en-US')}</span>}
          </button>
        </h2>
        {isOpen && count > 0 ? (
          <span className={styles['tools']}>
            <FilterButton />
            <SortButton />
          </span>
        ) : null}
      </header>
      {isOpen ? count === 0 ? <NoAnnotations /> : <Found /> : null}
    </section>
  )
}

function Found(): ReactNode {
  // A drag on the map changes the document many times a second; the list may come a moment later.
  const annotations = useDeferredValue(useStore(documentStore, (state) => state.history.document.annotations))
  const { filter, sort } = useStore(listStore, (state) => state)
  const shown = useMemo(() => listAnnotations(annotations, filter, sort), [annotations, filter, sort])
  const isFiltered = shown.length < annotations.length
  return (
    <>
      <div className={styles['search']}>
        <SearchField
          name="Search annotations"
          placeholder="Search"
          maxLength={500}
          value={filter.search}
          onChange={(search) => setFilter({ search })}
          emptiedByEscape
        />
      </div>
      {isFiltered && shown.length > 0 ? (
        <p className={styles['found']} role="status">
          {shown.length.toLocaleString('en-US')} of {annotations.length.toLocaleString('en-US')}
          {countConditions(filter) > 0 ? <ClearButton /> : null}
        </p>
      ) : null}
      {shown.length === 0 ? (
        <p className={styles['empty']} role="status">
          No annotation fits.
          {countConditions(filter) > 0 ? <ClearButton /> : null}
        </p>
      ) : (
        <AnnotationList annotations={shown} />
      )}
    </>
  )
}

function ClearButton(): ReactNode {
  return (
    <button type="button" className={styles['clear']} onClick={clearFilter}>
      Clear filter
    </button>
  )
}

function NoAnnotations(): ReactNode {
  return (
    <p className={styles['empty']}>
      Nothing is noted yet. Take a tool beside the map and click a place, or choose Annotate › Import Annotations.
    </p>
  )
}
