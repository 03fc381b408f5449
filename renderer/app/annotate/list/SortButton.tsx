/** The order of the list. */
import { Menu } from '@base-ui/react/menu'
import { ArrowDownUp, Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { type SortKey, sortKeys } from '../../../document/annotations/list.ts'
import { IconButton } from '../../parts/Button.tsx'
import menu from '../../parts/Menu.module.css'
import { useStore } from '../../parts/useStore.ts'
import { listStore, setSort } from './listStore.ts'

const names: Record<SortKey, string> = {
  order: 'Drawing order',
  label: 'Label',
  kind: 'Kind',
  status: 'Status',
  source: 'Source',
  reported: 'Reported',
  validFrom: 'Valid from',
  reliability: 'Reliability',
  credibility: 'Credibility',
  created: 'Created',
  modified: 'Changed',
}

export function SortButton(): ReactNode {
  const sort = useStore(listStore, (state) => state.sort)
  return (
    <Menu.Root>
      <Menu.Trigger render={<IconButton name={`Sort: ${names[sort.key]}`} icon={<ArrowDownUp />} pressed={sort.key !== 'order'} />} />
      <Menu.Portal>
        <Menu.Positioner align="end" sideOffset={6} className={menu['positioner']}>
          <Menu.Popup className={menu['popup']}>
            <Menu.RadioGroup value={sort.key} onValueChange={(key: SortKey) => setSort({ ...sort, key })}>
              {sortKeys.map((key) => (
                <Menu.RadioItem key={key} value={key} closeOnClick className={menu['item']}>
                  <Tick>
                    <Menu.RadioItemIndicator>
                      <Check />
                    </Menu.RadioItemIndicator>
                  </Tick>
                  {names[key]}
                </Menu.RadioItem>
              ))}
            </Menu.RadioGroup>
            <Menu.Separator className={menu['separator']} />
            <Menu.CheckboxItem
              checked={sort.descending}
              closeOnClick
              className={menu['item']}
              onCheckedChange={(descending) => setSort({ ...sort, descending })}
            >
              <Tick>
                <Menu.CheckboxItemIndicator>
                  <Check />
                </Menu.CheckboxItemIndicator>
              </Tick>
              Reversed
            </Menu.CheckboxItem>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}

const Tick = ({ children }: { children: ReactNode }): ReactNode => <span className={menu['tick']}>{children}</span>
