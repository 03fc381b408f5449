/** What could not be read of a damaged document. */
import { TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { DocumentDamage } from '../../../electron/contract/session.ts'
import { Button } from '../parts/Button.tsx'
import { copyText } from '../parts/copyText.ts'
import { Modal } from '../parts/Modal.tsx'
import styles from './RecoverDialog.module.css'

export function DamageDialog({ damage, onClose }: { damage: DocumentDamage; onClose: () => void }): ReactNode {
  const { file, lost, backup } = damage
  return (
    <Modal
      title={`${file} is damaged`}
      widthPx={600}
      onClose={onClose}
      actions={
        <>
          <Button onClick={() => void copyText([`${file}:`, ...lost].join('\n'), 'List')}>Copy list</Button>
          <Button kind="primary" onClick={onClose}>
            Continue
          </Button>
        </>
      }
    >
      <p className={styles['lead']}>
        <TriangleAlert className={styles['warning']} aria-hidden="true" />
        <span>
          What could be read of it is open.{' '}
          {lost.length === 1 ? 'This was not as it should be:' : `${lost.length} things were not as they should be:`}
        </span>
      </p>
      <ul className={`${styles['list']} selectable`} aria-label="What could not be read">
        {lost.map((sentence, index) => (
          <li key={index} dir="auto">
            {sentence}
          </li>
        ))}
      </ul>
      <p className={styles['muted']}>
        The file stays as it is: saving asks for a name.{' '}
        {backup === null ? '' : `The version before its last save is beside it as ${backup}.`}
      </p>
    </Modal>
  )
}
