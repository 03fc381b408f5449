/** Makes a template of the user's own that looks like an annotation: asks for its name. */
import { Popover } from '@base-ui/react/popover'
import { type FormEvent, type ReactNode, useState } from 'react'
import type { Annotation } from '../../../../electron/contract/annotation.ts'
import { describe } from '../../../document/annotations/new.ts'
import { Button, IconButton } from '../../parts/Button.tsx'
import picker from '../../styling/ColorPicker.module.css'
import { keepTemplate } from './templateStore.ts'
import styles from './Templates.module.css'

export function KeepTemplateButton({ annotation, icon }: { annotation: Annotation; icon: ReactNode }): ReactNode {
  const [open, setOpen] = useState(false)
  const keep = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const name = new FormData(event.currentTarget).get('name')
    setOpen(false)
    void keepTemplate(annotation, typeof name === 'string' ? name : '')
  }
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger render={<IconButton name="Make a template" icon={icon} />} />
      <Popover.Portal>
        <Popover.Positioner className={picker['positioner']} sideOffset={4} align="end" collisionPadding={8}>
          <Popover.Popup className={picker['popup']} aria-label="Make a template">
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
              <p className={styles['hint']}>
                It sets kind, status, {annotation.properties.symbol === null ? '' : 'symbol, '}colours and sizes.
              </p>
              <Button kind="primary" type="submit">
                Keep
              </Button>
            </form>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}
