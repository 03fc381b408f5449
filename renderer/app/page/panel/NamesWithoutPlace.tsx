/** Names of the map that are not written on the page, or cannot be seen there: how many, and which. One that is chosen is pointed out on the page. */
import { ChevronRight, TriangleAlert } from 'lucide-react'
import { type ReactNode, useId, useState } from 'react'
import type { NameOnPage } from '../../../export/names.ts'
import { useStore } from '../../parts/useStore.ts'
import form from '../../styling/StylePanel.module.css'
import { isSameName, pageStore, pointOut } from '../pageStore.ts'
import styles from './NamesWithoutPlace.module.css'

/** More say nothing that these do not. */
const most = 200

export function NamesWithoutPlace(): ReactNode {
  const names = useStore(pageStore, (state) => state.unseenNames)
  const pointedOut = useStore(pageStore, (state) => state.pointedOut)
  const [isOpen, setOpen] = useState(false)
  const list = useId()
  const isPointedOut = (name: NameOnPage): boolean => pointedOut !== null && isSameName(pointedOut, name)
  const open = (to: boolean): void => {
    setOpen(to)
    if (!to) pointOut(null)
  }
  return (
    <div className={names.length === 0 ? styles['none'] : form['block']} role="status">
      {names.length === 0 ? null : (
        <>
          <button type="button" className={styles['count']} aria-expanded={isOpen} aria-controls={list} onClick={() => open(!isOpen)}>
            <TriangleAlert />
            <span>{countInWords(names)}</span>
            <ChevronRight className={isOpen ? styles['opened'] : ''} />
          </button>
          {isOpen ? (
            <ul id={list} className={styles['names']} aria-label="Names without a place">
              {names.slice(0, most).map((name) => (
                <li key={`${name.frame} ${name.key}`}>
                  <button
                    type="button"
                    className={styles['name']}
                    aria-pressed={isPointedOut(name)}
                    onClick={() => pointOut(isPointedOut(name) ? null : name)}
                  >
                    <bdi>{name.text.replaceAll(/\s*\n\s*/g, ' ')}</bdi>
                    {name.state === 'covered' ? <small>lies under something, or over the edge</small> : null}
                  </button>
                </li>
              ))}
              {names.length > most ? <li className={form['note']}>…and {(names.length - most).toLocaleString('en-US')} more.</li> : null}
            </ul>
          ) : null}
        </>
      )}
    </div>
  )
}

function countInWords({ length }: readonly NameOnPage[]): string {
  return length === 1 ? '1 name has no place' : `${length.toLocaleString('en-US')} names have no place`
}
