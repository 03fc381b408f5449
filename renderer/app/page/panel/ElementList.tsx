/** What is on the page, topmost first: chosen, shown, locked, renamed, and dragged into another order. */
import { Eye, EyeOff, Lock, LockOpen } from 'lucide-react'
import { type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useRef } from 'react'
import type { Page, PageElement } from '../../../../electron/contract/page.ts'
import { moveElement } from '../../../document/pages/commands.ts'
import { currentDocument, runCommand } from '../../../store/documentStore.ts'
import { NameField } from '../../parts/NameField.tsx'
import { useStore } from '../../parts/useStore.ts'
import form from '../../styling/StylePanel.module.css'
import { change, deleteElements } from '../actions.ts'
import { pageStore, selectElements } from '../pageStore.ts'
import { AddElementMenu } from './AddElementMenu.tsx'
import { elementIcons } from './elementIcons.tsx'
import { ElementMenu } from './ElementMenu.tsx'
import styles from './ElementList.module.css'
import { useElementDrag } from './useElementDrag.ts'

export function ElementList({ page, selected }: { page: Page; selected: readonly string[] }): ReactNode {
  const list = useRef<HTMLUListElement>(null)
  const { drag, onPointerDown } = useElementDrag(list, page)
  const topFirst = page.elements.toReversed()
  const last = selected.at(-1)
  useEffect(() => {
    if (last !== undefined) rowOf(list.current, last)?.scrollIntoView({ block: 'nearest' })
  }, [last])
  const focusRow = (id: string): void => rowOf(list.current, id)?.querySelector<HTMLElement>('[data-choose]')?.focus()
  const onKeyDown = (event: KeyboardEvent): void => {
    const target = event.target as HTMLElement
    const id = target.closest<HTMLElement>('[data-row]')?.dataset['row']
    const at = topFirst.findIndex((element) => element.id === id)
    if (id === undefined || at < 0 || target instanceof HTMLInputElement) return
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    if (step !== 0 && event.altKey) {
      runCommand(moveElement(currentDocument(), page.id, id, page.elements.length - 1 - at - step))
      requestAnimationFrame(() => focusRow(id))
    } else if (step !== 0 && !event.ctrlKey) {
      const next = topFirst[at + step]
      if (next === undefined) return
      selectElements([next.id])
      focusRow(next.id)
    } else if (event.key === 'F2') pageStore.setState({ renaming: id })
    else if (event.key === 'Delete' || event.key === 'Backspace') {
      selectElements([id])
      deleteElements()
      const next = topFirst[at + 1] ?? topFirst[at - 1]
      if (next !== undefined) requestAnimationFrame(() => focusRow(next.id))
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className={`${form['block']} ${styles['block']}`}>
      <div className={form['blockHeader']}>
        <h3 className={form['blockHeading']}>Elements</h3>
        <AddElementMenu page={page} />
      </div>
      {page.elements.length === 0 ? <p className={form['note']}>Nothing is on this page yet. Add an element, or choose a layout.</p> : null}
      <ul ref={list} className={styles['list']} aria-label="Page elements" onKeyDown={onKeyDown} onPointerDown={onPointerDown}>
        {topFirst.map((element) => (
          <Row
            key={element.id}
            element={element}
            isSelected={selected.includes(element.id)}
            isDragged={drag?.id === element.id}
            onRenamed={() => focusRow(element.id)}
          />
        ))}
        {drag === null ? null : <li role="presentation" className={styles['line']} style={{ top: drag.lineY }} />}
      </ul>
    </div>
  )
}

const rowOf = (list: HTMLElement | null, id: string): HTMLElement | null =>
  list?.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`) ?? null

type RowProps = { element: PageElement; isSelected: boolean; isDragged: boolean; onRenamed: () => void }

function Row({ element, isSelected, isDragged, onRenamed }: RowProps): ReactNode {
  const { id, name, type, visible, locked } = element
  const isRenaming = useStore(pageStore, (state) => state.renaming === id)
  const Icon = elementIcons[type]
  const choose = (event: MouseEvent): void => {
    const { selected } = pageStore.getState()
    const adds = event.shiftKey || event.ctrlKey || event.metaKey
    if (!adds) selectElements([id])
    else selectElements(selected.includes(id) ? selected.filter((one) => one !== id) : [...selected, id])
  }
  const marks = [isSelected ? styles['selected'] : '', visible ? '' : styles['off'], isDragged ? styles['dragged'] : '']
  return (
    <li data-row={id} className={[styles['row'], ...marks].join(' ')}>
      <Icon className={styles['icon']} aria-hidden />
      {isRenaming ? (
        <NameField
          name={name}
          onName={(to) => change([id], { name: to })}
          onClose={() => pageStore.setState({ renaming: null })}
          onKeyDone={onRenamed}
        />
      ) : (
        <button
          type="button"
          data-choose=""
          dir="auto"
          className={styles['name']}
          aria-pressed={isSelected}
          title={name}
          onClick={choose}
          onDoubleClick={() => pageStore.setState({ renaming: id })}
        >
          {name}
        </button>
      )}
      <button
        type="button"
        className={[styles['toggle'], locked ? styles['on'] : ''].join(' ')}
        aria-label={locked ? `Unlock ${name}` : `Lock ${name}`}
        aria-pressed={locked}
        onClick={() => change([id], { locked: !locked })}
      >
        {locked ? <Lock /> : <LockOpen />}
      </button>
      <button
        type="button"
        className={[styles['toggle'], visible ? '' : styles['on']].join(' ')}
        aria-label={visible ? `Hide ${name}` : `Show ${name}`}
        aria-pressed={visible}
        onClick={() => change([id], { visible: !visible })}
      >
        {visible ? <Eye /> : <EyeOff />}
      </button>
      <ElementMenu element={element} />
    </li>
  )
}
