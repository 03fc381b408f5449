/** Offers the work of a run that did not end in order: which map, when, and what was done, so that a user can decide. One map at a time, the newest first. */
import { FileText } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { RecoveryOffer } from '../../../electron/contract/recovery.ts'
import { Button } from '../parts/Button.tsx'
import { Modal } from '../parts/Modal.tsx'
import { discardWork, nameOf, recoverWork } from '../recovery.ts'
import { dayAndTime, howLongAgo, timeOfDay } from './recoveryTimes.ts'
import styles from './RecoverDialog.module.css'

export function RecoverDialog({ offers, onClose }: { offers: RecoveryOffer[]; onClose: () => void }): ReactNode {
  const [isBusy, setIsBusy] = useState(false)
  const [offer, ...others] = offers
  if (offer === undefined) return null
  const act = (work: () => Promise<void>): void => {
    setIsBusy(true)
    void work().finally(() => setIsBusy(false))
  }
  return (
    <Modal
      title="Recover unsaved work"
      widthPx={580}
      onClose={onClose}
      actions={
        <>
          <Button disabled={isBusy} onClick={() => act(async () => discardWork(offer, others))}>
            Discard
          </Button>
          <Button kind="primary" autoFocus disabled={isBusy} onClick={() => act(async () => recoverWork(offer))}>
            Recover
          </Button>
        </>
      }
    >
      <p>
        {offer.crashed ? 'Cartouche did not end as it should while this map was open. ' : 'This map was open when Cartouche last ended. '}
        Its changes are not saved:
      </p>
      <div className={styles['map']}>
        <FileText className={styles['icon']} aria-hidden="true" />
        <div className={styles['facts']}>
          <p className={styles['title']} dir="auto">
            {nameOf(offer)}
          </p>
          <p className={`${styles['muted']} selectable`} dir="auto">
            {offer.path ?? 'Never saved to a file'}
          </p>
          <p className={styles['muted']}>{factsOf(offer)}</p>
        </div>
      </div>
      <Changes offer={offer} />
      <p className={styles['muted']}>
        {offer.path === null
          ? 'Recover opens the map with these changes.'
          : 'Recover opens the map with these changes; its file stays as it is until you save.'}{' '}
        Discard leaves them out. Close this to decide at the next start.
        {others.length === 0 ? '' : ` ${others.length === 1 ? 'One more map waits' : `${others.length} more maps wait`} after this one.`}
      </p>
    </Modal>
  )
}

function Changes({ offer }: { offer: RecoveryOffer }): ReactNode {
  const { changes, count, torn } = offer
  return (
    <>
      <h3 className={styles['heading']}>
        {count === 1 ? '1 change' : `${count} changes`}, last {howLongAgo(offer.lastAt)}
      </h3>
      {changes.length === 0 ? (
        <p className={styles['muted']}>They were made before the last start; their names are not known any more.</p>
      ) : (
        <ol className={styles['changes']} aria-label="Changes, the last one first" tabIndex={0}>
          {changes.map(({ name, at }, index) => (
            <li key={index}>
              <span className={styles['name']} dir="auto">
                {capital(name)}
              </span>
              <time className={styles['time']} dateTime={new Date(at).toISOString()}>
                {timeOfDay(at)}
              </time>
            </li>
          ))}
          {count > changes.length ? <li className={styles['muted']}>and {count - changes.length} before these</li> : null}
        </ol>
      )}
      {torn ? <p className={styles['torn']}>The end of the record is damaged; what came after these changes cannot be recovered.</p> : null}
    </>
  )
}

function factsOf({ lastAt, savedAt, path }: RecoveryOffer): string {
  const until = `Worked on until ${dayAndTime(lastAt)}`
  if (savedAt !== null) return `${until}, last saved ${dayAndTime(savedAt)}`
  return path === null ? until : `${until}, not saved in that time`
}

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1)
