/** The filter of a layer in one line, over its table. */
import { Funnel, History } from 'lucide-react'
import { Menu } from '@base-ui/react/menu'
import { type ReactNode, useId, useRef } from 'react'
import type { Layer } from '../../../electron/contract/document.ts'
import type { LayerSummary } from '../../../electron/contract/layer.ts'
import { panelStore } from '../../store/panelStore.ts'
import { formatCount, howMany } from '../layers/words.ts'
import { Button, IconButton } from '../parts/Button.tsx'
import menu from '../parts/AnchoredMenu.module.css'
import { useStore } from '../parts/useStore.ts'
import { FilterEditor } from './FilterEditor.tsx'
import { FilterProblemLine } from './FilterProblemLine.tsx'
import { type FilterDraft, useFilterDraft } from './useFilterDraft.ts'
import styles from './FilterEditor.module.css'

export function FilterBar({ layer, summary }: { layer: Layer; summary: LayerSummary }): ReactNode {
  const draft = useFilterDraft(layer, summary)
  const field = useRef<HTMLTextAreaElement>(null)
  const problemId = useId()
  const recent = useStore(panelStore, (state) => state.panels.recentFilters)
  return (
    <div>
      <div className={styles['bar']} data-applied={layer.filter !== '' || undefined}>
        <Funnel aria-hidden />
        <FilterEditor
          draft={draft}
          summary={summary}
          name={`Filter of ${layer.name}`}
          lines={1}
          field={field}
          describedBy={draft.problem === null ? undefined : problemId}
          onEnter={() => void draft.apply()}
        />
        {draft.isChanged && countInWords(draft) !== '' ? (
          <span className={styles['count']} role="status">
            {countInWords(draft)}
          </span>
        ) : null}
        <Menu.Root>
          <Menu.Trigger disabled={recent.length === 0} render={<IconButton name="Recent filters" icon={<History />} side="top" />} />
          <Menu.Portal>
            <Menu.Positioner align="end" side="bottom" sideOffset={4} className={menu['positioner']}>
              <Menu.Popup className={menu['popup']} finalFocus={field}>
                {recent.map((filter) => (
                  <Menu.Item key={filter} className={menu['item']} onClick={() => draft.setText(filter)}>
                    <span className={menu['label']} title={filter}>
                      {filter}
                    </span>
                  </Menu.Item>
                ))}
              </Menu.Popup>
            </Menu.Positioner>
          </Menu.Portal>
        </Menu.Root>
        <Button disabled={layer.filter === '' && draft.text === ''} onClick={draft.clear}>
          Clear
        </Button>
        <Button kind="primary" disabled={!draft.isChanged || !draft.isReadable} onClick={() => void draft.apply()}>
          Apply
        </Button>
      </div>
      <FilterProblemLine id={problemId} draft={draft} field={field} />
    </div>
  )
}

/** @returns '3 of 6 features' */
export function countInWords({ count, total, isReadable, failure }: FilterDraft): string {
  if (!isReadable || failure !== null) return ''
  return count === null ? 'Counting…' : `${formatCount(count)} of ${howMany(total, 'feature')}`
}
