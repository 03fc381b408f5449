/** Every type of element, to be put on the page. */
import { Menu } from '@base-ui/react/menu'
import { Grid3x3, Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { type ElementType, type Page } from '../../../../electron/contract/page.ts'
import { elementNames, newGraticule, proportionsOf } from '../../../page/elements.ts'
import buttonStyles from '../../parts/Button.module.css'
import styles from '../../parts/Menu.module.css'
import { addElement, change, selectedFrame } from '../actions.ts'
import { selectElements } from '../pageStore.ts'
import { elementIcons } from './elementIcons.tsx'

const offered: readonly (readonly ElementType[])[] = [
  ['mapFrame', 'inset'],
  ['title', 'subtitle', 'asOf', 'text'],
  ['legend', 'scaleBar', 'northArrow', 'credits'],
  ['image', 'rectangle'],
]

export function AddElementMenu({ page }: { page: Page }): ReactNode {
  const addGraticule = (): void => {
    const frame = selectedFrame()
    if (frame === null) return
    selectElements([frame.id])
    if (frame.graticule === null) change([frame.id], { graticule: newGraticule(proportionsOf(page.size)) })
  }
  const hasFrame = page.elements.some(({ type }) => type === 'mapFrame')
  return (
    <Menu.Root>
      <Menu.Trigger className={buttonStyles['icon']} aria-label="Add element" title="Add element">
        <Plus />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner side="bottom" align="end" sideOffset={4} className={styles['positioner']}>
          <Menu.Popup className={styles['popup']}>
            {offered.map((types, index) => (
              <Menu.Group key={types[0]}>
                {index === 0 ? null : <Menu.Separator className={styles['separator']} />}
                {types.map((type) => {
                  const Icon = elementIcons[type]
                  return (
                    <Menu.Item key={type} className={styles['item']} onClick={() => addElement(type)}>
                      <Icon />
                      {type === 'rectangle'
                        ? 'Rectangle, neat line'
                        : type === 'mapFrame'
                          ? 'Map frame'
                          : type === 'image'
                            ? 'Image or logo'
                            : elementNames[type]}
                    </Menu.Item>
                  )
                })}
              </Menu.Group>
            ))}
            <Menu.Item className={styles['item']} disabled={!hasFrame} onClick={addGraticule}>
              <Grid3x3 />
              Graticule on the map
            </Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
