/** The line under the page: the pages of the map as tabs, and how large the paper is shown. */
import { Maximize, Minus, Plus } from 'lucide-react'
import { type KeyboardEvent, memo, type ReactNode, useRef } from 'react'
import { commands } from '../../../../electron/contract/commands.ts'
import type { Page } from '../../../../electron/contract/page.ts'
import { describeSize } from '../../../page/sizes.ts'
import { documentStore } from '../../../store/documentStore.ts'
import { keysFor } from '../../commands/keys.ts'
import { IconButton } from '../../parts/Button.tsx'
import { useStore } from '../../parts/useStore.ts'
import { addPresetPage, showPage } from '../actions.ts'
import { pageStore, setZoom, usePageAtRest, zoomPaperBy } from '../pageStore.ts'
import styles from './PageBar.module.css'

export const PageBar = memo(function PageBar(): ReactNode {
  const page = usePageAtRest()
  const zoom = useStore(pageStore, (state) => (state.zoom === 'fit' ? state.fitZoom : state.zoom))
  const isFitted = useStore(pageStore, (state) => state.zoom === 'fit')
  return (
    <div className={styles['bar']}>
      <Tabs page={page} />
      <IconButton name="Add page" side="top" icon={<Plus />} onClick={() => addPresetPage('map-update')} />
      <span className={styles['spacer']} />
      {page === null ? null : (
        <div className={styles['zoom']} role="toolbar" aria-label="Size of the paper in the window">
          <span className={styles['size']}>{describeSize(page.size)}</span>
          <IconButton
            name="Smaller"
            side="top"
            icon={<Minus />}
            keys={keysFor(commands['view.zoomOut'].keys)}
            onClick={() => zoomPaperBy(0.8)}
          />
          <button type="button" className={styles['percent']} title="Show at 100 %" onClick={() => setZoom(1)}>
            {Math.round(zoom * 100)} %
          </button>
          <IconButton
            name="Larger"
            side="top"
            icon={<Plus />}
            keys={keysFor(commands['view.zoomIn'].keys)}
            onClick={() => zoomPaperBy(1.25)}
          />
          <IconButton
            name="Show whole page"
            side="top"
            icon={<Maximize />}
            keys={keysFor(commands['page.fit'].keys)}
            pressed={isFitted}
            onClick={() => setZoom('fit')}
          />
        </div>
      )}
    </div>
  )
})

function Tabs({ page }: { page: Page | null }): ReactNode {
  const pages = useStore(documentStore, (state) => state.history.document.pages)
  const list = useRef<HTMLDivElement>(null)
  const go = (by: number): void => {
    const at = pages.findIndex(({ id }) => id === page?.id)
    const next = pages[Math.min(pages.length - 1, Math.max(0, at + by))]
    if (next === undefined) return
    showPage(next.id)
    list.current?.querySelector<HTMLElement>(`[data-tab="${CSS.escape(next.id)}"]`)?.focus()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = { ArrowLeft: -1, ArrowRight: 1, Home: -pages.length, End: pages.length }[event.key]
    if (by === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    go(by)
  }
  return (
    <div ref={list} role="tablist" tabIndex={-1} aria-label="Pages" className={styles['tabs']} onKeyDown={onKeyDown}>
      {pages.map(({ id, name }) => (
        <button
          key={id}
          type="button"
          role="tab"
          data-tab={id}
          className={styles['tab']}
          aria-selected={id === page?.id}
          tabIndex={id === page?.id ? 0 : -1}
          title={name}
          dir="auto"
          onClick={() => showPage(id)}
        >
          {name}
        </button>
      ))}
    </div>
  )
}
