/** Export of a layer: which of its features, in what format. */
import { CircleCheck } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import type { Layer } from '../../../electron/contract/document.ts'
import { fieldLimit, type LayerSummary } from '../../../electron/contract/layer.ts'
import { type LayerExportFormat, layerExportFormats } from '../../../electron/contract/query.ts'
import { call } from '../../bridge/index.ts'
import { findLayer } from '../../document/layers.ts'
import { documentStore } from '../../store/documentStore.ts'
import { featureSelectionStore, selectedOf } from '../../store/featureSelectionStore.ts'
import { cancelLayerExport, chooseLayerFormat, forgetLayerExport, layerExportStore, runLayerExport } from '../../store/layerExportStore.ts'
import { sourceStore, statusOf } from '../../store/sourceStore.ts'
import { fileNameOf } from '../documents.ts'
import { report } from '../files.ts'
import { useMatchingCount } from '../layers/useMatchingCount.ts'
import { formatCount, howMany, percentOf } from '../layers/words.ts'
import { Button } from '../parts/Button.tsx'
import { Choices } from '../parts/Choices.tsx'
import { Modal } from '../parts/Modal.tsx'
import { ProgressBar } from '../parts/ProgressBar.tsx'
import { useLasting } from '../parts/useLasting.ts'
import { useStore } from '../parts/useStore.ts'
import styles from './ExportLayerDialog.module.css'

type Part = 'all' | 'filtered' | 'selected'

const formatNames: Record<LayerExportFormat, string> = { geojson: 'GeoJSON', ndjson: 'GeoJSON lines', csv: 'CSV table' }

const formatHints: Record<LayerExportFormat, string> = {
  geojson: 'One collection (RFC 7946), with every attribute. Other map programs read it.',
  ndjson: 'One feature a line, for programs that read line by line.',
  csv: 'A table for spreadsheets: attributes, and the place of each point.',
}

export function ExportLayerDialog({ layerId, onClose }: { layerId: string; onClose: () => void }): ReactNode {
  const layer = useStore(documentStore, (state) => findLayer(state.history.document, layerId))
  const status = useStore(sourceStore, (state) => (layer === null ? null : statusOf(state, layer.path)))
  useEffect(forgetLayerExport, [])
  if (layer === null || status?.state !== 'ready') {
    return (
      <Modal title="Export layer" onClose={onClose}>
        <p>The file of this layer is not open.</p>
      </Modal>
    )
  }
  return <OpenExport layer={layer} summary={status.summary} onClose={onClose} />
}

function OpenExport({ layer, summary, onClose }: { layer: Layer; summary: LayerSummary; onClose: () => void }): ReactNode {
  const { format, job, written, refusal } = useStore(layerExportStore)
  const selected = useStore(featureSelectionStore, (state) => selectedOf(state, layer.id))
  const matching = useMatchingCount(layer, summary)
  const [part, setPart] = useState<Part>(selected.count > 0 ? 'selected' : layer.filter === '' ? 'all' : 'filtered')
  const isBusy = job !== null
  const isLong = useLasting(isBusy, 500)
  const run = (): void =>
    void runLayerExport(summary.id, {
      format,
      filter: part === 'filtered' ? layer.filter : '',
      features: part === 'selected' ? selected.bits : null,
    })
  if (written !== null) return <Written layer={layer} written={written} onClose={onClose} />
  return (
    <Modal
      title={`Export ${layer.name}`}
      widthPx={500}
      onClose={() => (isBusy ? void cancelLayerExport() : onClose())}
      actions={
        isBusy ? (
          <>
            {isLong ? (
              <div className={styles['progress']}>
                <ProgressBar name="Writing" percent={percentOf(job.done, job.total)} />
              </div>
            ) : null}
            <Button onClick={() => void cancelLayerExport()}>Cancel</Button>
          </>
        ) : (
          <>
            <Button onClick={onClose}>Cancel</Button>
            <Button kind="primary" onClick={run}>
              Export…
            </Button>
          </>
        )
      }
    >
      <fieldset className={styles['form']} disabled={isBusy}>
        <fieldset className={styles['parts']}>
          <legend className={styles['heading']}>Features</legend>
          <PartChoice value="all" name="All features" count={summary.features + summary.withoutGeometry} part={part} onChoose={setPart} />
          <PartChoice
            value="filtered"
            name="Features that the filter lets through"
            count={matching}
            part={part}
            disabled={layer.filter === ''}
            detail={layer.filter}
            onChoose={setPart}
          />
          <PartChoice
            value="selected"
            name="Selected features"
            count={selected.count}
            part={part}
            disabled={selected.count === 0}
            onChoose={setPart}
          />
        </fieldset>
        <div>
          <h3 className={styles['heading']}>Format</h3>
          <Choices
            name="Format"
            value={format}
            choices={layerExportFormats.map((value) => ({ value, name: formatNames[value] }))}
            onChange={chooseLayerFormat}
          />
          <p className={styles['hint']}>{formatHints[format]}</p>
          {format === 'csv' && summary.fields.length >= fieldLimit ? (
            <p className={styles['hint']} role="note">
              A table has the first {formatCount(fieldLimit)} attributes at most; what the file has beyond them is left out. GeoJSON keeps
              all.
            </p>
          ) : null}
        </div>
      </fieldset>
      {refusal === null ? null : (
        <p className={styles['refusal']} role="alert">
          {refusal.message} {refusal.advice}
        </p>
      )}
    </Modal>
  )
}

type PartChoiceProps = {
  value: Part
  name: string
  /** Null while it is counted. */
  count: number | null
  part: Part
  disabled?: boolean
  detail?: string
  onChoose: (part: Part) => void
}

function PartChoice({ value, name, count, part, disabled = false, detail = '', onChoose }: PartChoiceProps): ReactNode {
  return (
    <label className={styles['part']} data-disabled={disabled || undefined}>
      <input type="radio" name="part" checked={part === value} disabled={disabled} onChange={() => onChoose(value)} />
      <span className={styles['partName']}>
        {name}
        {detail === '' ? null : <span className={styles['detail']}>{detail}</span>}
      </span>
      <span className={styles['count']}>{disabled ? '–' : count === null ? '…' : formatCount(count)}</span>
    </label>
  )
}

type WrittenProps = { layer: Layer; written: { path: string; features: number }; onClose: () => void }

function Written({ layer, written: { path, features }, onClose }: WrittenProps): ReactNode {
  return (
    <Modal
      title={`Export ${layer.name}`}
      widthPx={500}
      onClose={onClose}
      actions={
        <>
          <Button onClick={() => void report(async () => void (await call('file.reveal', { path })))}>Reveal in folder</Button>
          <Button kind="primary" onClick={onClose}>
            Close
          </Button>
        </>
      }
    >
      <div className={styles['written']} role="status">
        <CircleCheck aria-hidden />
        <div>
          <p>
            {howMany(features, 'feature')} written to <bdi>{fileNameOf(path)}</bdi>.
          </p>
          <p className={`selectable ${styles['path']}`}>{path}</p>
        </div>
      </div>
    </Modal>
  )
}
