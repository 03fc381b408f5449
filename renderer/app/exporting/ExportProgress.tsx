/** How far an export is. */
import type { ReactNode } from 'react'
import { cancelExport, exportStore, type ExportWork } from '../../store/exportStore.ts'
import { Button } from '../parts/Button.tsx'
import { Modal } from '../parts/Modal.tsx'
import { useLasting } from '../parts/useLasting.ts'
import { useStore } from '../parts/useStore.ts'
import styles from './ExportProgress.module.css'

/** What takes no longer needs no words. */
export const patienceMs = 500

export function ProgressBar({ words, done }: Pick<ExportWork, 'words' | 'done'>): ReactNode {
  const percent = Math.min(100, Math.floor(done * 100))
  return (
    <div className={styles['progress']}>
      <span role="status">{words}…</span>
      <div role="progressbar" aria-label={words} aria-valuenow={percent} aria-valuemin={0} aria-valuemax={100} className={styles['track']}>
        <div className={styles['filled']} style={{ width: `${percent}%` }} />
      </div>
      <span className={styles['percent']}>{percent} %</span>
    </div>
  )
}

/** Of an export that no dialog asked for. */
export function ExportProgress(): ReactNode {
  const job = useStore(exportStore, (state) => state.job)
  const isLong = useLasting(job?.from === 'menu', patienceMs)
  if (job === null || !isLong) return null
  const cancel = (): void => void cancelExport()
  return (
    <Modal title={job.words} widthPx={420} onClose={cancel} actions={<Button onClick={cancel}>Cancel</Button>}>
      <ProgressBar words={job.words} done={job.done} />
    </Modal>
  )
}
