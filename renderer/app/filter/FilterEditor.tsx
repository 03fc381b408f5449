/** The text of a filter: suggestions while it is written, and a line under what cannot be read. */
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import type { LayerSummary } from '../../../electron/contract/layer.ts'
import type { FilterDraft } from './useFilterDraft.ts'
import { withPlace } from './suggestions.ts'
import { SuggestionList } from './SuggestionList.tsx'
import { useSuggestions } from './useSuggestions.ts'
import styles from './FilterEditor.module.css'

type FilterEditorProps = {
  draft: FilterDraft
  summary: LayerSummary
  /** Of the field. */
  name: string
  /** Lines that it is high. */
  lines: number
  /** Enter. */
  onEnter: () => void
  autoFocus?: boolean
  /** Where the sentence about it stands. */
  describedBy?: string | undefined
  field?: RefObject<HTMLTextAreaElement | null>
}

export function FilterEditor({
  draft,
  summary,
  name,
  lines,
  onEnter,
  autoFocus = false,
  describedBy,
  field,
}: FilterEditorProps): ReactNode {
  const own = useRef<HTMLTextAreaElement>(null)
  const area = field ?? own
  const mirror = useRef<HTMLDivElement>(null)
  const listId = useId()
  const [caret, setCaret] = useState<number | null>(null)
  const [isOpen, setIsOpen] = useState(false)
  const [chosen, setChosen] = useState(-1)
  const suggestions = useSuggestions(draft.text, isOpen ? caret : null, summary)
  const items = suggestions?.items ?? []
  const isShown = isOpen && items.length > 0

  const follow = (): void => {
    if (mirror.current === null || area.current === null) return
    mirror.current.scrollLeft = area.current.scrollLeft
    mirror.current.scrollTop = area.current.scrollTop
  }
  useLayoutEffect(follow)
  useEffect(() => {
    if (autoFocus) area.current?.focus()
  }, [autoFocus, area])

  const take = (index: number): void => {
    const item = items[index]
    if (item === undefined || suggestions === null || area.current === null) return
    write(area.current, suggestions.start, suggestions.end, item.text, draft.text)
    setChosen(-1)
    setIsOpen(true)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const handled = (): void => {
      event.preventDefault()
      event.stopPropagation()
    }
    const step = (by: number): void => {
      handled()
      setChosen((before) => (before < 0 ? (by > 0 ? 0 : items.length - 1) : (before + by + items.length) % items.length))
    }
    if (event.key === ' ' && (event.ctrlKey || event.metaKey)) {
      handled()
      setIsOpen(true)
    } else if (event.key === 'Enter' && !event.shiftKey) {
      handled()
      if (isShown && chosen >= 0) take(chosen)
      else {
        setIsOpen(false)
        onEnter()
      }
    } else if (event.key === 'Tab' && isShown && !event.shiftKey) {
      handled()
      take(Math.max(0, chosen))
    } else if (isShown && event.key === 'ArrowDown') step(1)
    else if (isShown && event.key === 'ArrowUp') step(-1)
    else if (event.key === 'ArrowDown' && !isOpen && lines === 1) {
      handled()
      setIsOpen(true)
    } else if (event.key === 'Escape' && isShown) {
      handled()
      setIsOpen(false)
    }
  }
  const noteCaret = (): void => {
    const { current } = area
    const at = current !== null && current.selectionStart === current.selectionEnd ? current.selectionStart : null
    setCaret(at)
    if (at === null) setIsOpen(false)
  }
  return (
    <div className={styles['editor']} data-lines={lines > 1 ? 'several' : 'one'}>
      <div ref={mirror} className={styles['mirror']} aria-hidden>
        {withPlace(draft.text, draft.problem).map(({ text, isMarked }, index) =>
          isMarked ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>,
        )}
      </div>
      <textarea
        ref={area}
        rows={lines}
        wrap={lines === 1 ? 'off' : 'soft'}
        className={styles['area']}
        role="combobox"
        aria-label={name}
        aria-autocomplete="list"
        aria-expanded={isShown}
        aria-controls={listId}
        {...(isShown && chosen >= 0 ? { 'aria-activedescendant': `${listId}-${chosen}` } : {})}
        aria-invalid={draft.problem !== null}
        {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy })}
        placeholder="status = 'held' and troops > 100"
        spellCheck={false}
        autoComplete="off"
        maxLength={10_000}
        value={draft.text}
        onChange={({ target }) => {
          draft.setText(target.value)
          setCaret(target.selectionStart)
          setChosen(-1)
          setIsOpen(true)
        }}
        onSelect={noteCaret}
        onScroll={follow}
        onKeyDown={onKeyDown}
        onBlur={() => setIsOpen(false)}
      />
      <SuggestionList id={listId} anchor={area} items={isShown ? items : []} chosen={chosen} onTake={take} />
    </div>
  )
}

/** As if it were typed, so that it can be undone like typing. */
export function write(area: HTMLTextAreaElement, start: number, end: number, text: string, whole: string): void {
  area.focus()
  // A space that is there already is not written twice.
  area.setSelectionRange(start, text.endsWith(' ') && whole[end] === ' ' ? end + 1 : end)
  document.execCommand('insertText', false, text)
}
