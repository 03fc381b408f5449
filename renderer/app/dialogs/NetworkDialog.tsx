/** The offline report: every request that was refused, and by what. */
import { ShieldCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import { networkStore } from '../../store/networkStore.ts'
import { Button } from '../parts/Button.tsx'
import { copyText } from '../parts/copyText.ts'
import { Modal } from '../parts/Modal.tsx'
import { useStore } from '../parts/useStore.ts'
import styles from './Dialogs.module.css'

const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' })

export function NetworkDialog({ onClose }: { onClose: () => void }): ReactNode {
  const { left, refused, entries } = useStore(networkStore)
  const copy = (): void =>
    void copyText(entries.map(({ at, url, by }) => `${new Date(at).toISOString()}\t${by}\t${url}`).join('\n'), 'Report')
  return (
    <Modal
      title="Offline report"
      widthPx={680}
      onClose={onClose}
      actions={
        <>
          {entries.length > 0 ? <Button onClick={copy}>Copy report</Button> : null}
          <Button kind="primary" onClick={onClose}>
            Done
          </Button>
        </>
      }
    >
      <p className={styles['lead']}>
        <ShieldCheck className={styles['leadIcon']} />
        <span>
          <strong>
            {left} {left === 1 ? 'request' : 'requests'} left this computer.
          </strong>{' '}
          {refused === 0 ? 'Nothing tried to.' : `${refused} ${refused === 1 ? 'was' : 'were'} refused.`}
        </span>
      </p>
      <p className={styles['muted']}>
        Cartouche reads its own files and the ones you open. Every other request is stopped inside the program and counted here.
      </p>
      {entries.length === 0 ? null : (
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">Time</th>
              <th scope="col">Address</th>
              <th scope="col">Stopped by</th>
            </tr>
          </thead>
          <tbody>
            {entries.map(({ at, url, by }, index) => (
              <tr key={`${at} ${entries.length - index}`}>
                <td className={styles['digits']}>{time.format(at)}</td>
                <td className={[styles['address'], 'selectable'].join(' ')}>{url}</td>
                <td>{by}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Modal>
  )
}
