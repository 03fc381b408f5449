/** The ground of the map and the language of its names. */
import { Menu } from '@base-ui/react/menu'
import { Check, ChevronDown, Map as MapIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import type { BasemapStyle, LabelLanguage } from '../../../electron/contract/document.ts'
import { basemapStyles, labelLanguages } from '../../../electron/contract/document.ts'
import { documentStore } from '../../store/documentStore.ts'
import { commands } from '../../../electron/contract/commands.ts'
import { showBasemap, showLabels } from '../commands/perform.ts'
import { useStore } from '../parts/useStore.ts'
import buttonStyles from '../parts/Button.module.css'
import styles from '../parts/Menu.module.css'

export function BasemapMenu(): ReactNode {
  const { style, labels } = useStore(documentStore, (state) => state.history.document.basemap)
  return (
    <Menu.Root>
      <Menu.Trigger
        className={[buttonStyles['button'], styles['trigger']].join(' ')}
        aria-label={`Basemap: ${commands[`basemap.${style}`].label}`}
      >
        <MapIcon />
        {commands[`basemap.${style}`].label}
        <ChevronDown />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner side="bottom" align="end" sideOffset={6} className={styles['positioner']}>
          <Menu.Popup className={styles['popup']}>
            <Menu.Group>
              <Menu.GroupLabel className={styles['heading']}>Basemap</Menu.GroupLabel>
              <Menu.RadioGroup value={style} onValueChange={(value: BasemapStyle) => showBasemap(value)}>
                {basemapStyles.map((one) => (
                  <Choice key={one} value={one} label={commands[`basemap.${one}`].label} />
                ))}
              </Menu.RadioGroup>
            </Menu.Group>
            <Menu.Separator className={styles['separator']} />
            <Menu.Group>
              <Menu.GroupLabel className={styles['heading']}>Place names</Menu.GroupLabel>
              <Menu.RadioGroup value={labels} onValueChange={(value: LabelLanguage) => showLabels(value)}>
                {labelLanguages.map((one) => (
                  <Choice key={one} value={one} label={commands[`labels.${one}`].label} />
                ))}
              </Menu.RadioGroup>
            </Menu.Group>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}

function Choice({ value, label }: { value: string; label: string }): ReactNode {
  return (
    <Menu.RadioItem value={value} closeOnClick className={styles['item']}>
      <span className={styles['tick']}>
        <Menu.RadioItemIndicator>
          <Check />
        </Menu.RadioItemIndicator>
      </span>
      {label}
    </Menu.RadioItem>
  )
}
