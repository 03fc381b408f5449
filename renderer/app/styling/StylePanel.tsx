/** How a layer is drawn. Every change is seen on the map at once, and undone like any other. */
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { LayerStyle } from '../../../electron/contract/document.ts'
import type { Refusal } from '../../../electron/contract/refusal.ts'
import { type CategoryStyle, categorise, classValues, schemeInUse, suggestField, unify, usualClasses } from '../../document/categories.ts'
import { setStyle } from '../../document/commands.ts'
import { findLayer } from '../../document/layers.ts'
import { schemeFor } from '../../document/palettes.ts'
import { currentDocument, documentStore, runCommand } from '../../store/documentStore.ts'
import { refusalOf, sourceStore, statusOf } from '../../store/sourceStore.ts'
import { Choices } from '../parts/Choices.tsx'
import { DetailsPanel } from '../parts/DetailsPanel.tsx'
import { useStore } from '../parts/useStore.ts'
import { CategoryFields } from './CategoryFields.tsx'
import { geometryKinds } from './geometryKinds.ts'
import { LabelFields } from './LabelFields.tsx'
import { Row } from './Row.tsx'
import { beginRun, beginRunOnFocus, presentRun } from './styleRuns.ts'
import { SymbolFields } from './SymbolFields.tsx'
import { readValues, useFieldValues } from './useFieldValues.ts'
import styles from './StylePanel.module.css'

type StylePanelProps = { layerId: string; onClose: () => void }

export function StylePanel({ layerId, onClose }: StylePanelProps): ReactNode {
  const layer = useStore(documentStore, (state) => findLayer(state.history.document, layerId))
  const path = layer?.path ?? ''
  const source = useStore(sourceStore, (state) => state.byPath[path] ?? null)
  const status = useStore(sourceStore, (state) => statusOf(state, path))
  const summary = status?.state === 'ready' ? status.summary : null
  const field = layer?.style.kind === 'category' ? layer.style.field : null
  const values = useFieldValues(source?.id ?? null, field, summary?.contentKey ?? null, layer?.filter ?? '')
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<Refusal | null>(null)
  /** What the other mode looked like before it was left. */
  const left = useRef<Partial<Record<LayerStyle['kind'], LayerStyle>>>({})

  const isGone = layer === null
  useEffect(() => {
    if (isGone) onClose()
  }, [isGone, onClose])
  useEffect(() => {
    left.current = {}
    setFailed(null)
  }, [layerId])
  if (layer === null) return null

  const { style } = layer
  const fields = summary?.fields ?? []
  const kinds = geometryKinds(summary)
  const change = (make: (style: LayerStyle) => LayerStyle): void => {
    const now = findLayer(currentDocument(), layerId)
    if (now === null) return
    const next = make(now.style)
    if (JSON.stringify(next) !== JSON.stringify(now.style)) runCommand(setStyle(currentDocument(), layerId, next, presentRun()))
  }
  const changeCategories = (make: (style: CategoryStyle) => CategoryStyle): void =>
    change((now) => (now.kind === 'category' ? make(now) : now))
  /** Makes classes for the values of a field, as they are in the file now. */
  const classify = async (by: string): Promise<void> => {
    if (source === null) return
    setBusy(true)
    setFailed(null)
    try {
      const found = await readValues(source.id, by, layer.filter)
      const count = classValues(found.values, usualClasses).length
      change((now) => categorise(now, by, found.values, (now.kind === 'category' ? schemeInUse(now) : null) ?? schemeFor(count)))
    } catch (error) {
      setFailed(refusalOf(error))
    } finally {
      setBusy(false)
    }
  }
  const suggested = suggestField(fields)
  const setMode = (mode: LayerStyle['kind']): void => {
    left.current[style.kind] = style
    const before = left.current[mode]
    if (before !== undefined) change((now) => ({ ...before, label: now.label }))
    else if (mode === 'single') change(unify)
    else if (suggested !== null) void classify(suggested)
  }
  return (
    <DetailsPanel
      name="Style"
      heading={
        <>
          Style of <bdi>{layer.name}</bdi>
        </>
      }
      onClose={onClose}
      onPointerDownCapture={beginRun}
      onFocusCapture={beginRunOnFocus}
    >
      <div className={styles['block']}>
        <Row
          label="Draw"
          hint={summary !== null && suggested === null ? 'The features of this layer have no attributes to draw them by.' : null}
        >
          <Choices
            name="Draw"
            value={style.kind}
            choices={[
              { value: 'single', name: 'Single' },
              { value: 'category', name: 'By category', disabled: busy || (style.kind !== 'category' && suggested === null) },
            ]}
            onChange={setMode}
          />
        </Row>
        {busy ? <p className={styles['note']}>Reading values…</p> : null}
        {failed === null ? null : (
          <p role="alert" className={styles['failed']}>
            {failed.message} {failed.advice}
          </p>
        )}
        {style.kind === 'single' ? (
          <SymbolFields
            symbols={[style.symbol]}
            kinds={kinds}
            color="field"
            onChange={(part) => change((now) => (now.kind === 'single' ? { ...now, symbol: { ...now.symbol, ...part } } : now))}
          />
        ) : null}
      </div>
      {style.kind === 'category' ? (
        <CategoryFields
          {...{ style, fields, kinds, values }}
          onChange={changeCategories}
          onField={(to) => void classify(to)}
          onReclassify={() => void classify(style.field)}
        />
      ) : null}
      <LabelFields key={layerId} label={style.label} fields={fields} onChange={(label) => change((now) => ({ ...now, label }))} />
    </DetailsPanel>
  )
}
