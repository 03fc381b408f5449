/** How far an export is. */
import type { ReactNode } from 'react'
import { cancelExport, exportStore, type ExportWork } from '../../store/exportStore.ts'
import { percentOf } from '../layers/words.ts'
import { Button } from '../parts/Button.tsx'
import { Modal } from '../parts/Modal.tsx'
import { ProgressBar } from '../parts/ProgressBar.tsx'
import { useLasting } from '../parts/useLasting.ts'
import { useStore } from '../parts/useStore.ts'
import styles from './ExportProgress.module.css'

/** What takes no longer needs no words. */
export const patienceMs = 500

export function ExportBar({ words, done }: Pick<ExportWork, 'words' | 'done'>): ReactNode {
  return (
    <div className={styles['progress']}>
      <span role="status">{words}…</span>
      <ProgressBar name={words} percent={percentOf(done, 1)} />
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
      <ExportBar words={job.words} done={job.done} />
    </Modal>
  )
}
