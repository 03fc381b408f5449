/** What can be done to the page as a whole. */
import { Menu } from '@base-ui/react/menu'
import { Ellipsis } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Page } from '../../../../electron/contract/page.ts'
import { movePage } from '../../../document/pages/commands.ts'
import { currentDocument, documentStore, runCommand } from '../../../store/documentStore.ts'
import buttonStyles from '../../parts/Button.module.css'
import menuStyles from '../../parts/Menu.module.css'
import { useStore } from '../../parts/useStore.ts'
import { presets } from '../../../page/presets/index.ts'
import { addPresetPage, duplicateShownPage, removeShownPage } from '../actions.ts'
import { pageStore } from '../pageStore.ts'

export function PageMenu({ page }: { page: Page | null }): ReactNode {
  const pages = useStore(documentStore, (state) => state.history.document.pages)
  const at = pages.findIndex(({ id }) => id === page?.id)
  const move = (by: number): void => {
    if (page !== null) runCommand(movePage(currentDocument(), page.id, at + by))
  }
  return (
    <Menu.Root>
      <Menu.Trigger className={buttonStyles['icon']} aria-label="More for this page">
        <Ellipsis />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner side="bottom" align="end" sideOffset={4} className={menuStyles['positioner']}>
          <Menu.Popup
            className={menuStyles['popup']}
            finalFocus={() => (pageStore.getState().renaming === null ? undefined : false) ?? true}
          >
            <Menu.Group>
              <Menu.GroupLabel className={menuStyles['heading']}>Add a page</Menu.GroupLabel>
              {presets.map(({ id, name }) => (
                <Item key={id} label={name} onClick={() => addPresetPage(id)} />
              ))}
            </Menu.Group>
            {page === null ? null : (
              <>
                <Menu.Separator className={menuStyles['separator']} />
                <Item label="Rename page" onClick={() => pageStore.setState({ renaming: page.id })} />
                <Item label="Duplicate page" onClick={duplicateShownPage} />
                <Item label="Move page left" disabled={at <= 0} onClick={() => move(-1)} />
                <Item label="Move page right" disabled={at >= pages.length - 1} onClick={() => move(1)} />
                <Menu.Separator className={menuStyles['separator']} />
                <Item label="Remove page" danger onClick={removeShownPage} />
              </>
            )}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}

type ItemProps = { label: string; disabled?: boolean; danger?: boolean; onClick: () => void }

function Item({ label, disabled = false, danger = false, onClick }: ItemProps): ReactNode {
  return (
    <Menu.Item className={[menuStyles['item'], danger ? menuStyles['danger'] : ''].join(' ')} disabled={disabled} onClick={onClick}>
      {label}
    </Menu.Item>
  )
}
