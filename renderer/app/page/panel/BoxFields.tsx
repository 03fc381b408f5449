/** Where an element is and how large, in millimetres. */
import type { ReactNode } from 'react'
import type { PageBox, PageElement } from '../../../../electron/contract/page.ts'
import { NumberField } from '../../parts/NumberField.tsx'
import { edit } from './edit.ts'
import styles from './PagePanel.module.css'

const sides = [
  { side: 'x', name: 'X', spoken: 'From the left', min: -5_000 },
  { side: 'y', name: 'Y', spoken: 'From the top', min: -5_000 },
  { side: 'width', name: 'Width', spoken: 'Width', min: 0.1 },
  { side: 'height', name: 'Height', spoken: 'Height', min: 0.1 },
] as const

export function BoxFields({ element: { id, box, locked, ...element } }: { element: PageElement }): ReactNode {
  const set = (side: keyof PageBox, value: number): void => {
    const next = { ...box, [side]: value }
    // A picture keeps its shape.
    if (element.type === 'image' && side === 'width') next.height = Math.max(0.1, (box.height * value) / box.width)
    if (element.type === 'image' && side === 'height') next.width = Math.max(0.1, (box.width * value) / box.height)
    edit(id, { box: next })
  }
  return (
    <div className={styles['pairs']}>
      {sides.map(({ side, name, spoken, min }) => (
        <div key={side} className={styles['pair']}>
          <span className={styles['pairName']} aria-hidden>
            {name}
          </span>
          <NumberField
            name={`${spoken} in millimetres`}
            value={box[side]}
            {...{ min, max: 10_000, step: 1 }}
            unit="mm"
            disabled={locked}
            onChange={(value) => set(side, value)}
          />
        </div>
      ))}
    </div>
  )
}
