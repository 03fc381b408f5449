/** How a layer is drawn. Every change is seen on the map at once, and undone like any other. */
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { ClassMethod, LayerStyle } from '../../../electron/contract/document.ts'
import type { Breaks } from '../../../electron/contract/query.ts'
import type { Refusal } from '../../../electron/contract/refusal.ts'
import {
  type CategoryStyle,
  categorise,
  classValues,
  schemeInUse,
  sharedOf,
  suggestField,
  unify,
  usualClasses,
} from '../../document/categories.ts'
import { setStyle } from '../../document/commands.ts'
import { graduate, type GraduatedStyle, suggestNumber, usualGraduated } from '../../document/graduated.ts'
import { findLayer } from '../../document/layers.ts'
import { schemeFor } from '../../document/palettes.ts'
import { currentDocument, documentStore, runCommand } from '../../store/documentStore.ts'
import { refusalOf, sourceStore, statusOf } from '../../store/sourceStore.ts'
import { Choices } from '../parts/Choices.tsx'
import { DetailsPanel } from '../parts/DetailsPanel.tsx'
import { useStore } from '../parts/useStore.ts'
import { call } from '../../bridge/index.ts'
import { CategoryFields } from './CategoryFields.tsx'
import { geometryKinds } from './geometryKinds.ts'
import { GraduatedFields } from './GraduatedFields.tsx'
import { LabelFields } from './LabelFields.tsx'
import { ScaleFields } from './ScaleFields.tsx'
import { SizeFields } from './SizeFields.tsx'
import { StyleMenu } from './StyleMenu.tsx'
import { beginRun, beginRunOnFocus, presentRun } from './styleRuns.ts'
import { SymbolFields } from './SymbolFields.tsx'
import { useHistogram } from './useHistogram.ts'
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
  const graduated = layer?.style.kind === 'graduated' ? layer.style : null
  const histogram = useHistogram(source?.id ?? null, graduated, summary?.contentKey ?? null, layer?.filter ?? '')
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<Refusal | null>(null)
  const asked = useRef(0)
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
  const kinds = { ...geometryKinds(summary), areSized: (style.size ?? null) !== null }
  const change = (make: (style: LayerStyle) => LayerStyle): void => {
    const now = findLayer(currentDocument(), layerId)
    if (now === null) return
    const next = make(now.style)
    if (JSON.stringify(next) !== JSON.stringify(now.style)) runCommand(setStyle(currentDocument(), layerId, next, presentRun()))
  }
  const changeCategories = (make: (style: CategoryStyle) => CategoryStyle): void =>
    change((now) => (now.kind === 'category' ? make(now) : now))
  const changeGraduated = (make: (style: GraduatedStyle) => GraduatedStyle): void =>
    change((now) => (now.kind === 'graduated' ? make(now) : now))
  /** Tells the user what could not be read. */
  const busyWith = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true)
    setFailed(null)
    try {
      await work()
    } catch (error) {
      setFailed(refusalOf(error))
    } finally {
      setBusy(false)
    }
  }
  const breaksFor = async (by: string, method: Exclude<ClassMethod, 'manual'>, classes: number): Promise<Breaks | null> =>
    source === null ? null : call('layers.breaks', { source: source.id, filter: layer.filter, field: by, method, classes })
  const classifyRanges = (by: string, method: Exclude<ClassMethod, 'manual'>, classes: number): Promise<void> => {
    asked.current += 1
    const turn = asked.current
    return busyWith(async () => {
      const found = await breaksFor(by, method, Math.min(12, Math.max(2, classes)))
      // A slower answer to an earlier question is none any more.
      if (found === null || turn !== asked.current) return
      change((now) => {
        const { ramp, reversed } = now.kind === 'graduated' ? now : { ramp: 'ylgnbu', reversed: false }
        return graduate(now, found.breaks, { field: by, method, ramp, reversed })
      })
    })
  }
  /** Makes classes for the values of a field, as they are in the file now. */
  const classify = async (by: string): Promise<void> => {
    if (source === null) return
    await busyWith(async () => {
      const found = await readValues(source.id, by, layer.filter)
      const count = classValues(found.values, usualClasses).length
      change((now) => categorise(now, by, found.values, (now.kind === 'category' ? schemeInUse(now) : null) ?? schemeFor(count)))
    })
  }
  const suggested = suggestField(fields)
  const number = suggestNumber(fields)
  const setMode = (mode: LayerStyle['kind']): void => {
    left.current[style.kind] = style
    const before = left.current[mode]
    if (before !== undefined) change((now) => ({ ...before, ...sharedOf(now) }))
    else if (mode === 'single') change(unify)
    else if (mode === 'graduated' && number !== null) void classifyRanges(number, 'quantile', usualGraduated)
    else if (mode === 'category' && suggested !== null) void classify(suggested)
  }
  return (
    <DetailsPanel
      name="Style"
      heading={
        <>
          Style of <bdi>{layer.name}</bdi>
        </>
      }
      actions={<StyleMenu layerId={layerId} />}
      onClose={onClose}
      onPointerDownCapture={beginRun}
      onFocusCapture={beginRunOnFocus}
    >
      <div className={styles['block']}>
        <Choices
          name="Draw"
          value={style.kind}
          choices={[
            { value: 'single', name: 'Single' },
            { value: 'category', name: 'By category', disabled: busy || (style.kind !== 'category' && suggested === null) },
            { value: 'graduated', name: 'Graduated', disabled: busy || (style.kind !== 'graduated' && number === null) },
          ]}
          onChange={setMode}
        />
        {summary !== null && suggested === null ? (
          <p className={styles['note']}>The features of this layer have no attributes to draw them by.</p>
        ) : null}
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
      {style.kind === 'graduated' ? (
        <GraduatedFields
          {...{ style, fields, kinds, histogram }}
          onChange={changeGraduated}
          onClassify={(by, method, classes) => void classifyRanges(by, method, classes)}
        />
      ) : null}
      <SizeFields
        key={`size ${layerId}`}
        size={style.size ?? null}
        {...{ fields, kinds }}
        rangeOf={async (by) => {
          let range: { min: number; max: number } | null = null
          await busyWith(async () => {
            const { min = null, max = null } = (await breaksFor(by, 'equal', 2)) ?? {}
            range = min === null || max === null ? null : { min, max }
          })
          return range
        }}
        onChange={(size) => change((now) => ({ ...now, size }))}
      />
      <LabelFields
        key={layerId}
        label={style.label}
        source={source?.id ?? null}
        fields={fields}
        onChange={(label) => change((now) => ({ ...now, label }))}
      />
      <section className={styles['block']} aria-label="Scales">
        <div className={styles['blockHeader']}>
          <h3 className={styles['blockHeading']}>Scales</h3>
        </div>
        <ScaleFields of="Layer" range={style} onChange={(range) => change((now) => ({ ...now, ...range }))} />
      </section>
    </DetailsPanel>
  )
}
