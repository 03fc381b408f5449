/** Export: which page, how large, in what format. The page is drawn by the same code as its preview, out of sight. */
import { type ReactNode, useId } from 'react'
import { type ExportFormat, exportFormats } from '../../../electron/contract/export.ts'
import type { PageSize } from '../../../electron/contract/page.ts'
import { presets } from '../../page/presets/index.ts'
import { namedSizeOf, namedSizes, orientationOf, turned } from '../../page/sizes.ts'
import { documentStore } from '../../store/documentStore.ts'
import { cancelExport, changeExport, exportStore, runExport } from '../../store/exportStore.ts'
import { notify } from '../../store/noticeStore.ts'
import { fileNameOf } from '../documents.ts'
import { Button } from '../parts/Button.tsx'
import { Choices } from '../parts/Choices.tsx'
import { Modal } from '../parts/Modal.tsx'
import { NumberField } from '../parts/NumberField.tsx'
import { Select } from '../parts/Select.tsx'
import { useStore } from '../parts/useStore.ts'
import styles from './ExportDialog.module.css'

const formatNames: Record<ExportFormat, string> = { png: 'PNG', jpg: 'JPEG', pdf: 'PDF', svg: 'SVG', tif: 'GeoTIFF' }

export function ExportDialog({ onClose }: { onClose: () => void }): ReactNode {
  const pages = useStore(documentStore, (state) => state.history.document.pages)
  const { settings, job, refusal } = useStore(exportStore)
  const pageName = settings.page ?? pages[0]?.name ?? presets[0].id
  const preset = pages.some(({ name }) => name === pageName) ? null : presets.find(({ id }) => id === pageName)
  const size = settings.size ?? turned(namedSizes.find(({ id }) => id === preset?.size)?.size ?? a4, 'landscape')
  const isBusy = job !== null

  const run = async (): Promise<void> => {
    const written = await runExport()
    const [first] = written ?? []
    if (first === undefined) return
    onClose()
    const { path, report } = first
    notify(`Exported ${fileNameOf(path)}, ${measure(report)}.`, report.notPlaced.join(' '))
  }
  return (
    <Modal
      title="Export"
      widthPx={460}
      onClose={() => (isBusy ? void cancelExport() : onClose())}
      actions={
        isBusy ? (
          <>
            <span className={styles['busy']} role="status">
              Drawing the page…
            </span>
            <Button onClick={() => void cancelExport()}>Cancel</Button>
          </>
        ) : (
          <>
            <Button onClick={onClose}>Cancel</Button>
            <Button kind="primary" onClick={() => void run()}>
              Export
            </Button>
          </>
        )
      }
    >
      <fieldset className={styles['form']} disabled={isBusy}>
        <Row label="Page">
          <Select
            name="Page"
            nameOnly
            value={pageName}
            placeholder=""
            options={[
              ...pages.map(({ name }) => ({ value: name, name, detail: 'this map' })),
              ...presets.map(({ id, name }) => ({ value: id as string, name: name as string })),
            ]}
            onChange={(page) => changeExport({ page, size: null })}
          />
        </Row>
        {preset === null ? null : (
          <>
            <Row label="Size">
              <Select
                name="Page size"
                nameOnly
                value={namedSizeOf(size)?.id ?? null}
                placeholder="Own size"
                options={namedSizes.map(({ id, name }) => ({ value: id, name }))}
                onChange={(id) => changeExport({ size: turned(namedSizes.find((one) => one.id === id)?.size ?? a4, orientationOf(size)) })}
              />
            </Row>
            <Row label="Orientation">
              <Choices
                name="Orientation"
                value={orientationOf(size)}
                choices={[
                  { value: 'landscape', name: 'Landscape' },
                  { value: 'portrait', name: 'Portrait' },
                ]}
                onChange={(orientation) => changeExport({ size: turned(size, orientation) })}
              />
            </Row>
          </>
        )}
        <Row label="Format">
          <Choices
            name="Format"
            value={settings.format}
            choices={exportFormats.map((value) => ({ value, name: formatNames[value] }))}
            onChange={(format) => changeExport({ format })}
          />
        </Row>
        {settings.format === 'pdf' ? null : (
          <Row label="Resolution">
            <NumberField
              name="DPI"
              value={settings.dpi ?? 300}
              min={30}
              max={1200}
              step={10}
              unit="dpi"
              onChange={(dpi) => changeExport({ dpi })}
            />
            {preset === null ? null : <span className={styles['hint']}>{pixels(size, settings.dpi ?? 300)}</span>}
          </Row>
        )}
      </fieldset>
      {refusal === null ? null : (
        <p className={styles['refusal']} role="alert">
          {refusal.message} {refusal.advice}
        </p>
      )}
    </Modal>
  )
}

function Row({ label, children }: { label: string; children: ReactNode }): ReactNode {
  const id = useId()
  return (
    <div className={styles['row']} role="group" aria-labelledby={id}>
      <span id={id} className={styles['label']}>
        {label}
      </span>
      <span className={styles['control']}>{children}</span>
    </div>
  )
}

const a4: PageSize = { unit: 'mm', width: 210, height: 297 }

function pixels(size: PageSize, dpi: number): string {
  const perUnit = size.unit === 'px' ? dpi / size.dpi : dpi / 25.4
  const count = (value: number): string => Math.round(value * perUnit).toLocaleString('en-US')
  return `${count(size.width)} × ${count(size.height)} pixels`
}

function measure({
  widthPx,
  heightPx,
  widthMm,
  heightMm,
}: {
  widthPx: number | null
  heightPx: number | null
  widthMm: number
  heightMm: number
}): string {
  if (widthPx === null || heightPx === null) return `${Math.round(widthMm)} × ${Math.round(heightMm)} mm`
  return `${widthPx.toLocaleString('en-US')} × ${heightPx.toLocaleString('en-US')} pixels`
}
