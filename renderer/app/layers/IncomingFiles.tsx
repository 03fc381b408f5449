/** Files that are being read and are not on the map yet. */
import type { ReactNode } from 'react'
import { allLayers } from '../../document/layers.ts'
import { documentStore } from '../../store/documentStore.ts'
import { sourceStore } from '../../store/sourceStore.ts'
import { fileNameOf } from '../documents.ts'
import { useStore } from '../parts/useStore.ts'
import { ReadingProgress } from './ReadingProgress.tsx'
import styles from './FileState.module.css'

export function IncomingFiles(): ReactNode {
  const { byPath, status } = useStore(sourceStore)
  const document = useStore(documentStore, (state) => state.history.document)
  const onMap = new Set(allLayers(document).map(({ path }) => path))
  const incoming = Object.values(byPath).flatMap((source) => {
    const one = status[source.id]
    return one?.state === 'reading' && !onMap.has(source.path) ? [{ source, reading: one }] : []
  })
  if (incoming.length === 0) return null
  return (
    <ul className={styles['incoming']} aria-label="Files being read">
      {incoming.map((one) => (
        <li key={one.source.id}>
          <ReadingProgress {...one} what={fileNameOf(one.source.path)} tabIndex={0}>
            <p className={styles['file']} title={one.source.path}>
              Reading <bdi>{fileNameOf(one.source.path)}</bdi>…
            </p>
          </ReadingProgress>
        </li>
      ))}
    </ul>
  )
}
