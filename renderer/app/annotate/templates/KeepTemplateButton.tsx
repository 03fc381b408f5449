/** Makes a template of the user's own that looks like the annotation that is selected: asks for its name. */
import { Popover } from '@base-ui/react/popover'
import { type FormEvent, type ReactNode, useState } from 'react'
import { describe } from '../../../document/annotations/new.ts'
import { Button, IconButton } from '../../parts/Button.tsx'
import picker from '../../styling/ColorPicker.module.css'
import { selectedAnnotations } from '../selected.ts'
import { keepTemplate } from './templateStore.ts'
import styles from './Templates.module.css'

export function KeepTemplateButton({ icon }: { icon: ReactNode }): ReactNode {
  const [open, setOpen] = useState(false)
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger render={<IconButton name="Make a template" icon={icon} />} />
      <Popover.Portal>
        <Popover.Positioner className={picker['positioner']} sideOffset={4} align="end" collisionPadding={8}>
          <Popover.Popup className={picker['popup']} aria-label="Make a template">
            <KeepForm onKept={() => setOpen(false)} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}

function KeepForm({ onKept }: { onKept: () => void }): ReactNode {
  // As it is when the form opens: a template is made of that.
  const [annotation] = useState(() => selectedAnnotations()[0])
  if (annotation === undefined) return null
  const keep = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const name = new FormData(event.currentTarget).get('name')
    onKept()
    void keepTemplate(annotation, typeof name === 'string' ? name : '')
  }
  return (
    <form className={styles['keep']} onSubmit={keep}>
      <label className={styles['keepName']}>
        Template name
        <input
          name="name"
          type="text"
          dir="auto"
          defaultValue={describe(annotation)}
          maxLength={200}
          onFocus={(event) => event.target.select()}
        />
      </label>
      <p className={styles['hint']}>It sets kind, status, {annotation.properties.symbol === null ? '' : 'symbol, '}colours and sizes.</p>
      <Button kind="primary" type="submit">
        Keep
      </Button>
    </form>
  )
}
