/** Templates in a pop-up beside the tools: one click takes the tool in hand with kind, symbol, status and colours set. */
import { Popover } from '@base-ui/react/popover'
import { PaintRoller, Stamp, Trash2 } from 'lucide-react'
import { type ComponentProps, type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import type { AnnotationTemplate } from '../../../../electron/contract/annotation.ts'
import { kindNames } from '../../../document/annotations/new.ts'
import { shippedTemplates } from '../../../document/annotations/templates.ts'
import { IconButton } from '../../parts/Button.tsx'
import { useStore } from '../../parts/useStore.ts'
import picker from '../../styling/ColorPicker.module.css'
import { AnnotationPicture } from '../picture/AnnotationPicture.tsx'
import { useSelectedAnnotations } from '../selected.ts'
import { applyToSelected, drawWithTemplate } from './takeTemplate.ts'
import { deleteTemplate, templateStore } from './templateStore.ts'
import styles from './Templates.module.css'

type TemplatesButtonProps = Pick<ComponentProps<'button'>, 'className' | 'tabIndex' | 'onFocus'>

export function TemplatesButton(props: TemplatesButtonProps): ReactNode {
  const [open, setOpen] = useState(false)
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger render={<IconButton name="Templates" icon={<Stamp />} side="right" {...props} />} />
      <Popover.Portal>
        <Popover.Positioner className={picker['positioner']} side="right" align="end" sideOffset={8} collisionPadding={8}>
          <Popover.Popup className={styles['popup']} aria-label="Templates">
            <TemplateList onDone={() => setOpen(false)} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}

function TemplateList({ onDone }: { onDone: () => void }): ReactNode {
  const own = useStore(templateStore, (state) => state.own)
  const list = useRef<HTMLDivElement>(null)
  const step = (event: KeyboardEvent): void => {
    const direction = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const all = [...(list.current?.querySelectorAll<HTMLElement>('[data-template]') ?? [])]
    const from = all.findIndex((one) => one.parentElement?.contains(event.target as Node))
    if (direction === 0 || from < 0) return
    event.preventDefault()
    all[(from + direction + all.length) % all.length]?.focus()
  }
  return (
    <div ref={list} role="presentation" onKeyDown={step}>
      <h3 className={styles['heading']}>Templates</h3>
      <ul className={styles['list']}>
        {shippedTemplates.map((template) => (
          <TemplateRow key={template.id} template={template} onDone={onDone} />
        ))}
      </ul>
      <h3 className={styles['heading']}>My templates</h3>
      {own.length === 0 ? (
        <p className={styles['hint']}>Select an annotation and choose “Make a template” in its record to keep its look here.</p>
      ) : (
        <ul className={styles['list']}>
          {own.map((template) => (
            <TemplateRow key={template.id} template={template} onDone={onDone} isOwn />
          ))}
        </ul>
      )}
    </div>
  )
}

type TemplateRowProps = { template: AnnotationTemplate; isOwn?: boolean; onDone: () => void }

function TemplateRow({ template, isOwn = false, onDone }: TemplateRowProps): ReactNode {
  const { name, kind, style, symbol, tapered, status } = template
  const hasSelection = useSelectedAnnotations().length > 0
  return (
    <li className={styles['row']}>
      <button
        type="button"
        data-template=""
        className={styles['template']}
        onClick={() => {
          drawWithTemplate(template)
          onDone()
        }}
      >
        <AnnotationPicture {...{ kind, style, symbol, tapered }} />
        <bdi className={styles['name']}>{name}</bdi>
        <span className={styles['detail']}>{status === '' ? kindNames[kind] : status}</span>
      </button>
      {hasSelection ? (
        <IconButton
          name={`Apply ${name} to what is selected`}
          icon={<PaintRoller />}
          side="right"
          onClick={() => {
            applyToSelected(template)
            onDone()
          }}
        />
      ) : null}
      {isOwn ? (
        <IconButton name={`Delete template ${name}`} icon={<Trash2 />} side="right" onClick={() => void deleteTemplate(template.id)} />
      ) : null}
    </li>
  )
}
