/** Which features of a layer's file were skipped, repaired or kept with a remark, and why. */
import { useVirtualizer } from '@tanstack/react-virtual'
import { CircleCheck, CircleSlash, Copy, Wrench } from 'lucide-react'
import { type ReactNode, useRef, useState } from 'react'
import type { LayerProblem, LayerSummary, SourceRef } from '../../../electron/contract/layer.ts'
import { findLayer } from '../../document/layers.ts'
import { documentStore } from '../../store/documentStore.ts'
import { sourceStore, statusOf } from '../../store/sourceStore.ts'
import { formatCount, problemsInWords } from '../layers/words.ts'
import { Button } from '../parts/Button.tsx'
import { Modal } from '../parts/Modal.tsx'
import { useStore } from '../parts/useStore.ts'
import { copyProblems, useProblems } from './problems.ts'
import styles from './ProblemsDialog.module.css'

export function ProblemsDialog({ layerId, onClose }: { layerId: string; onClose: () => void }): ReactNode {
  const layer = useStore(documentStore, (state) => findLayer(state.history.document, layerId))
  const source = useStore(sourceStore, (state) => (layer === null ? null : (state.byPath[layer.path] ?? null)))
  const status = useStore(sourceStore, (state) => (layer === null ? null : statusOf(state, layer.path)))
  const [isCopying, setIsCopying] = useState(false)
  if (layer === null || source === null || status?.state !== 'ready') {
    return (
      <Modal title="Problems" onClose={onClose}>
        <p>The file of this layer is not open.</p>
      </Modal>
    )
  }
  const { summary } = status
  const copyAll = async (): Promise<void> => {
    setIsCopying(true)
    await copyProblems(layer.name, source, summary)
    setIsCopying(false)
  }
  const { count } = summary.problems
  return (
    <Modal
      title={`Problems in ${layer.name}`}
      onClose={onClose}
      widthPx={760}
      actions={
        <>
          <Button disabled={count === 0 || isCopying} onClick={() => void copyAll()}>
            <Copy className={styles['copy']} aria-hidden="true" />
            Copy all
          </Button>
          <Button kind="primary" onClick={onClose}>
            Close
          </Button>
        </>
      }
    >
      <p className={styles['summary']}>{count === 0 ? 'Every feature was taken as it is.' : problemsInWords(summary)}</p>
      <p className={`selectable ${styles['path']}`}>{source.path}</p>
      {count === 0 ? null : <ProblemTable key={summary.contentKey} source={source} summary={summary} />}
    </Modal>
  )
}

function ProblemTable({ source, summary }: { source: SourceRef; summary: LayerSummary }): ReactNode {
  const scroller = useRef<HTMLDivElement>(null)
  const { count } = summary.problems
  const { problemAt, want, failed } = useProblems(source.id)
  // Rows grow with their sentence, so they are measured when they are drawn.
  // oxlint-disable-next-line react/incompatible-library -- its functions stay in this component, which the compiler leaves alone
  const virtual = useVirtualizer({ count, getScrollElement: () => scroller.current, estimateSize: () => 32, overscan: 12 })
  const items = virtual.getVirtualItems()
  want(items.map(({ index }) => index))
  if (failed !== null) return <p className={styles['failed']}>{failed}</p>
  return (
    <div role="table" aria-label="Problems" aria-rowcount={count + 1} className={styles['table']}>
      <div role="row" aria-rowindex={1} className={`${styles['row']} ${styles['headings']}`}>
        <span role="columnheader">Outcome</span>
        <span role="columnheader" className={styles['number']}>
          Feature
        </span>
        <span role="columnheader" className={styles['number']}>
          Line
        </span>
        <span role="columnheader">Why</span>
      </div>
      <div ref={scroller} role="rowgroup" tabIndex={0} aria-label="Problems, in the order of the file" className={styles['scroller']}>
        <div role="presentation" className={styles['canvas']} style={{ height: virtual.getTotalSize() }}>
          {items.map(({ index, key, start }) => (
            <div
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              role="row"
              aria-rowindex={index + 2}
              className={styles['row']}
              style={{ transform: `translateY(${start}px)` }}
            >
              <Cells problem={problemAt(index)} />
            </div>
          ))}
        </div>
      </div>
    </div>
  )
}

function Cells({ problem }: { problem: LayerProblem | null }): ReactNode {
  if (problem === null) {
    return (
      <span role="cell" className={styles['pending']}>
        …
      </span>
    )
  }
  const { outcome, feature, line, column, message } = problem
  return (
    <>
      <span role="cell" className={`${styles['outcome']} ${styles[outcome]}`}>
        <Sign outcome={outcome} />
        {outcome}
      </span>
      <span role="cell" className={styles['number']}>
        {feature === null ? 'file' : formatCount(feature + 1)}
      </span>
      <span role="cell" className={styles['number']} {...(column === null ? {} : { title: `Byte ${formatCount(column)} of the line` })}>
        {line === null ? '–' : formatCount(line)}
      </span>
      <span role="cell" dir="auto" className={`selectable ${styles['message']}`}>
        {message}
      </span>
    </>
  )
}

function Sign({ outcome }: { outcome: LayerProblem['outcome'] }): ReactNode {
  if (outcome === 'skipped') return <CircleSlash aria-hidden="true" />
  return outcome === 'repaired' ? <Wrench aria-hidden="true" /> : <CircleCheck aria-hidden="true" />
}
