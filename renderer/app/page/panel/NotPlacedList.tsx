/** What found no room on the page, in sentences: nothing is dropped in silence. */
import { TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { useStore } from '../../parts/useStore.ts'
import form from '../../styling/StylePanel.module.css'
import { pageStore, selectElements } from '../pageStore.ts'
import styles from './PagePanel.module.css'

/** More say nothing that these do not. */
const most = 20

export function NotPlacedList(): ReactNode {
  const notPlaced = useStore(pageStore, (state) => state.drawing?.notPlaced ?? none)
  if (notPlaced.length === 0) return null
  return (
    <div className={form['block']}>
      <ul className={styles['notPlaced']} aria-label="Not placed">
        {notPlaced.slice(0, most).map(({ element, sentence }) => (
          <li key={`${element} ${sentence}`}>
            <button type="button" className={styles['warning']} onClick={() => selectElements([element])}>
              <TriangleAlert />
              <span>{sentence}</span>
            </button>
          </li>
        ))}
        {notPlaced.length > most ? <li className={form['note']}>…and {notPlaced.length - most} more.</li> : null}
      </ul>
    </div>
  )
}

const none: never[] = []
