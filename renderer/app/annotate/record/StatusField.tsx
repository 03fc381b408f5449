/** The status, in words of the analyst's own, with those that are in use on the map and in templates to choose from. */
import { Autocomplete } from '@base-ui/react/autocomplete'
import { ChevronDown } from 'lucide-react'
import { memo, type ReactNode, useId, useMemo, useState } from 'react'
import type { Annotation } from '../../../../electron/contract/annotation.ts'
import { documentStore } from '../../../store/documentStore.ts'
import { useStore } from '../../parts/useStore.ts'
import select from '../../parts/Select.module.css'
import { templateStore } from '../templates/templateStore.ts'
import { FieldRow } from './FieldRow.tsx'
import { several, type Shared } from './shared.ts'
import { statusSuggestions } from './statusSuggestions.ts'
import styles from './RecordPanel.module.css'

type StatusFieldProps = { value: Shared<string>; onChange: (status: string) => void }

const noAnnotations: readonly Annotation[] = []

export const StatusField = memo(function StatusField({ value, onChange }: StatusFieldProps): ReactNode {
  const id = useId()
  const [open, setOpen] = useState(false)
  // Counting thousands of statuses at every key that is typed elsewhere would be felt.
  const annotations = useStore(documentStore, (state) => (open ? state.history.document.annotations : noAnnotations))
  const templates = useStore(templateStore, (state) => state.own)
  const suggestions = useMemo(() => (open ? statusSuggestions(annotations, templates) : []), [open, annotations, templates])
  return (
    <FieldRow label="Status" htmlFor={id}>
      <Autocomplete.Root
        items={suggestions}
        value={value === several ? '' : value}
        onValueChange={(next) => onChange(next.slice(0, 500))}
        open={open}
        onOpenChange={setOpen}
        openOnInputClick
      >
        <span className={styles['combo']}>
          <Autocomplete.Input
            id={id}
            className={styles['text']}
            dir="auto"
            maxLength={500}
            data-undo="document"
            placeholder={value === several ? 'Several values' : 'held, transferred, …'}
          />
          <Autocomplete.Trigger className={styles['comboButton']} aria-label="Suggestions" tabIndex={-1}>
            <ChevronDown />
          </Autocomplete.Trigger>
        </span>
        <Autocomplete.Portal>
          <Autocomplete.Positioner className={select['positioner']} sideOffset={4}>
            <Autocomplete.Popup className={select['popup']}>
              <Autocomplete.List className={select['list']}>
                {(status: string) => (
                  <Autocomplete.Item key={status} value={status} className={select['item']}>
                    <bdi className={select['name']}>{status}</bdi>
                  </Autocomplete.Item>
                )}
              </Autocomplete.List>
            </Autocomplete.Popup>
          </Autocomplete.Positioner>
        </Autocomplete.Portal>
      </Autocomplete.Root>
    </FieldRow>
  )
})
