/** What is below a layer's line while its file is read, when it could not be, and when what is shown is not what the file holds. */
import { CircleAlert, FileX } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Layer } from '../../../electron/contract/document.ts'
import type { Refusal } from '../../../electron/contract/refusal.ts'
import { type Outdated, readingOf, sourceStore, statusOf } from '../../store/sourceStore.ts'
import { fileNameOf } from '../documents.ts'
import { useStore } from '../parts/useStore.ts'
import { locateLayer, openPartOf, reloadLayer } from './actions.ts'
import { ReadingProgress } from './ReadingProgress.tsx'
import styles from './FileState.module.css'
import { howMany } from './words.ts'

type FileStateProps = { layer: Layer; tabIndex: number }

export function FileState({ layer, tabIndex }: FileStateProps): ReactNode {
  const source = useStore(sourceStore, (state) => state.byPath[layer.path] ?? null)
  const status = useStore(sourceStore, (state) => statusOf(state, layer.path))
  if (source === null || status === null) return null
  const reading = readingOf(status)
  if (reading !== null) return <ReadingProgress source={source} reading={reading} what={layer.name} tabIndex={tabIndex} />
  if (status.state === 'failed') {
    return (
      <Trouble
        layer={layer}
        tabIndex={tabIndex}
        refusal={status.refusal}
        sign={<CircleAlert className={styles['sign']} aria-label="Not shown" />}
      >
        {status.refusal.message} {status.refusal.advice}
      </Trouble>
    )
  }
  if (status.state !== 'ready' || status.outdated === undefined) return null
  return (
    <Trouble
      layer={layer}
      tabIndex={tabIndex}
      refusal={status.outdated.kind === 'gone' ? null : status.outdated.refusal}
      sign={<FileX className={[styles['sign'], styles['outdated']].join(' ')} aria-label="Not up to date" />}
    >
      {outdatedInWords(fileNameOf(layer.path), status.outdated)}
    </Trouble>
  )
}

type TroubleProps = FileStateProps & {
  /** Null when the file is not there. */ refusal: Refusal | null
  sign: ReactNode
  children: ReactNode
}

function Trouble({ layer, tabIndex, refusal, sign, children }: TroubleProps): ReactNode {
  return (
    <div className={styles['failed']}>
      {sign}
      <p className={styles['sentence']}>{children}</p>
      <p className={styles['remedies']}>
        {refusal?.readable === undefined ? null : (
          <button
            type="button"
            tabIndex={tabIndex}
            title={`${howMany(refusal.readable, 'feature')} before the break`}
            onClick={() => void openPartOf(layer.id)}
          >
            Open what can be read
          </button>
        )}
        <button type="button" tabIndex={tabIndex} onClick={() => void locateLayer(layer.id)}>
          Locate…
        </button>
        <button type="button" tabIndex={tabIndex} onClick={() => reloadLayer(layer.id)}>
          Reload
        </button>
      </p>
    </div>
  )
}

function outdatedInWords(file: string, outdated: Outdated): string {
  if (outdated.kind === 'gone') return `${file} is not there any more. The map shows it as it was; put it back, and it is read again.`
  return `The map shows ${file} as it was before it changed. ${outdated.refusal.message} ${outdated.refusal.advice}`
}
