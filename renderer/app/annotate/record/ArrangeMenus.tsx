/** What changes the place, the turn and the order of what is selected: menus behind the buttons of the record panel. */
import { Menu } from '@base-ui/react/menu'
import {
  AlignCenterHorizontal,
  AlignCenterVertical,
  AlignEndHorizontal,
  AlignEndVertical,
  AlignHorizontalDistributeCenter,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalDistributeCenter,
  ArrowDown,
  ArrowDownToLine,
  ArrowUp,
  ArrowUpToLine,
  Layers2,
  RotateCcw,
  RotateCw,
  Scaling,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { type CommandId, commands } from '../../../../electron/contract/commands.ts'
import { keysFor } from '../../commands/keys.ts'
import { perform } from '../../commands/perform.ts'
import { IconButton } from '../../parts/Button.tsx'
import menu from '../../parts/Menu.module.css'

export function OrderMenu(): ReactNode {
  return (
    <ActionMenu name="Order" icon={<Layers2 />}>
      <Item command="annotation.front" icon={<ArrowUpToLine />} />
      <Item command="annotation.forward" icon={<ArrowUp />} />
      <Item command="annotation.backward" icon={<ArrowDown />} />
      <Item command="annotation.back" icon={<ArrowDownToLine />} />
    </ActionMenu>
  )
}

export function TurnMenu({ disabled }: { disabled: boolean }): ReactNode {
  return (
    <ActionMenu name="Rotate and scale" icon={<RotateCw />} disabled={disabled}>
      <Menu.Group>
        <Menu.GroupLabel className={menu['heading']}>Rotate</Menu.GroupLabel>
        <Item command="annotation.rotateRight" icon={<RotateCw />} />
        <Item command="annotation.rotateLeft" icon={<RotateCcw />} />
        <Item command="annotation.rotateQuarter" />
        <Item command="annotation.rotateHalf" />
      </Menu.Group>
      <Menu.Separator className={menu['separator']} />
      <Menu.Group>
        <Menu.GroupLabel className={menu['heading']}>Scale</Menu.GroupLabel>
        <Item command="annotation.enlarge" icon={<Scaling />} />
        <Item command="annotation.reduce" />
        <Item command="annotation.double" />
        <Item command="annotation.halve" />
      </Menu.Group>
    </ActionMenu>
  )
}

/** @param several three or more are selected: they can be spaced evenly too */
export function AlignMenu({ disabled, several }: { disabled: boolean; several: boolean }): ReactNode {
  return (
    <ActionMenu name="Align" icon={<AlignStartVertical />} disabled={disabled}>
      <Item command="annotation.alignLeft" icon={<AlignStartVertical />} />
      <Item command="annotation.alignCentre" icon={<AlignCenterVertical />} />
      <Item command="annotation.alignRight" icon={<AlignEndVertical />} />
      <Menu.Separator className={menu['separator']} />
      <Item command="annotation.alignTop" icon={<AlignStartHorizontal />} />
      <Item command="annotation.alignMiddle" icon={<AlignCenterHorizontal />} />
      <Item command="annotation.alignBottom" icon={<AlignEndHorizontal />} />
      <Menu.Separator className={menu['separator']} />
      <Item command="annotation.distributeAcross" icon={<AlignHorizontalDistributeCenter />} disabled={!several} />
      <Item command="annotation.distributeDown" icon={<AlignVerticalDistributeCenter />} disabled={!several} />
    </ActionMenu>
  )
}

type ActionMenuProps = { name: string; icon: ReactNode; disabled?: boolean; children: ReactNode }

function ActionMenu({ name, icon, disabled = false, children }: ActionMenuProps): ReactNode {
  return (
    <Menu.Root disabled={disabled}>
      <Menu.Trigger render={<IconButton name={name} icon={icon} disabled={disabled} />} />
      <Menu.Portal>
        <Menu.Positioner align="start" sideOffset={4} className={menu['positioner']}>
          <Menu.Popup className={menu['popup']} aria-label={name}>
            {children}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}

function Item({ command, icon, disabled = false }: { command: CommandId; icon?: ReactNode; disabled?: boolean }): ReactNode {
  const { label, keys } = commands[command]
  const spoken = keysFor(keys)
  return (
    <Menu.Item className={menu['item']} disabled={disabled} onClick={() => perform(command)}>
      <span className={menu['tick']}>{icon}</span>
      {label}
      {spoken === undefined ? null : <span className={menu['keys']}>{spoken}</span>}
    </Menu.Item>
  )
}
