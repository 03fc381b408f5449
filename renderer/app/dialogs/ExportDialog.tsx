/** Export: which pages, how large, in what formats. A page is drawn by the same code as its preview, out of sight. */
import { type ReactNode, useId } from 'react'
import { type ExportFormat, exportFormats } from '../../../electron/contract/export.ts'
import type { PageSize } from '../../../electron/contract/page.ts'
import { isPixelFormat, pixelsOf, tooLarge, usualDpi } from '../../../electron/contract/pictureLimits.ts'
import { presets } from '../../page/presets/index.ts'
import { describeSize, namedSizeOf, namedSizes, orientationOf, turned } from '../../page/sizes.ts'
import { documentStore } from '../../store/documentStore.ts'
import { cancelExport, changeExport, chooseAlso, chooseEveryPage, exportStore, runExport, wantedFiles } from '../../store/exportStore.ts'
import { tellExported } from '../exporting/actions.ts'
import { ExportBar, patienceMs } from '../exporting/ExportProgress.tsx'
import { Button } from '../parts/Button.tsx'
import { Choices } from '../parts/Choices.tsx'
import { Modal } from '../parts/Modal.tsx'
import { Select } from '../parts/Select.tsx'
import { useLasting } from '../parts/useLasting.ts'
import { useStore } from '../parts/useStore.ts'
import styles from './ExportDialog.module.css'
import { ResolutionFields } from './ResolutionFields.tsx'

const formatNames: Record<ExportFormat, string> = { png: 'PNG', jpg: 'JPEG', pdf: 'PDF', svg: 'SVG', tif: 'GeoTIFF' }
/** Stands for all pages of the map; no page is called so, since names have no control characters. */
const everyPageKey = '\u0000every'

export function ExportDialog({ onClose }: { onClose: () => void }): ReactNode {
  const pages = useStore(documentStore, (state) => state.history.document.pages)
  const state = useStore(exportStore)
  const { settings, also, job, refusal } = state
  const everyPage = state.everyPage && pages.length > 1
  const pageName = settings.page ?? pages[0]?.name ?? presets[0].id
  const page = pages.find(({ name }) => name === pageName)
  const preset = page === undefined ? presets.find(({ id }) => id === pageName) : undefined
  const size = page?.size ?? settings.size ?? turned(namedSizes.find(({ id }) => id === preset?.size)?.size ?? a4, 'landscape')
  const files = wantedFiles(
    state,
    pages.map(({ name }) => name),
  )
  const dpi = settings.dpi ?? usualDpi(size)
  const isPixels = files.some(({ format }) => isPixelFormat(format))
  // Seen before anybody chooses a file for it.
  const limit = everyPage ? null : (files.map(({ format }) => tooLarge(size, dpi, format)).find((one) => one !== null) ?? null)
  const said = limit ?? refusal
  const isBusy = job !== null
  const isLong = useLasting(isBusy, patienceMs)

  const run = async (): Promise<void> => {
    if (limit !== null) return
    const written = await runExport()
    if (written === null) return
    onClose()
    tellExported(written)
  }
  return (
    <Modal
      title="Export"
      widthPx={540}
      onClose={() => (isBusy ? void cancelExport() : onClose())}
      actions={
        isBusy ? (
          <>
            {isLong ? <ExportBar words={job.words} done={job.done} /> : null}
            <Button onClick={() => void cancelExport()}>Cancel</Button>
          </>
        ) : (
          <>
            <span className={styles['count']}>{files.length > 1 ? `${files.length} files, into a folder` : ''}</span>
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
            value={everyPage ? everyPageKey : pageName}
            placeholder=""
            options={[
              ...pages.map(({ name, size: own }) => ({ value: name, name, detail: describeSize(own) })),
              ...(pages.length > 1 ? [{ value: everyPageKey, name: `All ${pages.length} pages` }] : []),
              ...presets.map(({ id, name }) => ({ value: id as string, name: name as string, detail: 'a layout of its own' })),
            ]}
            onChange={(chosen) => {
              chooseEveryPage(chosen === everyPageKey)
              if (chosen !== everyPageKey) changeExport({ page: chosen, size: null })
            }}
          />
        </Row>
        {preset === undefined || everyPage ? null : (
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
        <Row label="Also as">
          <span className={styles['checks']} role="group" aria-label="Also as">
            {exportFormats
              .filter((format) => format !== settings.format)
              .map((format) => (
                <Check key={format} name={formatNames[format]} on={also.includes(format)} onChange={(on) => chooseAlso(format, on)} />
              ))}
          </span>
        </Row>
        {isPixels ? (
          <Row label="Resolution">
            <ResolutionFields size={everyPage ? null : size} dpi={dpi} onDpi={(to) => changeExport({ dpi: to })} />
          </Row>
        ) : null}
        {isPixels && !everyPage ? (
          <Row label="">
            <span className={styles['hint']}>
              {describeSize(size)}: {inPixels(size, dpi)}
            </span>
          </Row>
        ) : null}
        <Row label="Options">
          <span className={styles['checks']}>
            <Check
              name="World file for GIS programs"
              on={settings.worldFile}
              disabled={!files.some(({ format }) => format === 'png' || format === 'jpg')}
              onChange={(worldFile) => changeExport({ worldFile })}
            />
            <Check
              name="Transparent paper"
              on={settings.transparent}
              disabled={!files.some(({ format }) => format === 'png' || format === 'svg' || format === 'tif')}
              onChange={(transparent) => changeExport({ transparent })}
            />
          </span>
        </Row>
      </fieldset>
      {said === null ? null : (
        <p className={styles['refusal']} role="alert">
          {said.message} {said.advice}
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

type CheckProps = { name: string; on: boolean; disabled?: boolean; onChange: (on: boolean) => void }

function Check({ name, on, disabled = false, onChange }: CheckProps): ReactNode {
  return (
    <label className={styles['check']} data-disabled={disabled || undefined}>
      <input type="checkbox" checked={on && !disabled} disabled={disabled} onChange={(event) => onChange(event.target.checked)} />
      {name}
    </label>
  )
}

const a4: PageSize = { unit: 'mm', width: 210, height: 297 }

function inPixels(size: PageSize, dpi: number): string {
  const { width, height } = pixelsOf(size, dpi)
  return `${width.toLocaleString('en-US')} × ${height.toLocaleString('en-US')} pixels`
}
