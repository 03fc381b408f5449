/** A layer drawn by ranges of a number: which field, how the ranges are found, which colours, and each range by itself. */
import type { ReactNode } from 'react'
import type { LayerField } from '../../../electron/contract/layer.ts'
import type { Histogram } from '../../../electron/contract/query.ts'
import type { ClassMethod } from '../../../electron/contract/style.ts'
import {
  changeAllGraduated,
  type GraduatedStyle,
  isNumeric,
  maxGraduated,
  recolorGraduated,
  withClassCount,
} from '../../document/graduated.ts'
import { type Ramp, rampColors, rampOf, ramps } from '../../document/ramps.ts'
import { NumberField } from '../parts/NumberField.tsx'
import { Select } from '../parts/Select.tsx'
import { Switch } from '../parts/Switch.tsx'
import { fieldOptions } from './fields.ts'
import type { GeometryKinds } from './geometryKinds.ts'
import { RangeList } from './RangeList.tsx'
import { Row } from './Row.tsx'
import { SymbolFields } from './SymbolFields.tsx'
import panel from './StylePanel.module.css'

const methodNames: Record<ClassMethod, { name: string; detail: string }> = {
  quantile: { name: 'Quantile', detail: 'as many features in each' },
  equal: { name: 'Equal interval', detail: 'as wide as each other' },
  natural: { name: 'Natural breaks', detail: 'where the values part' },
  pretty: { name: 'Pretty', detail: 'round bounds' },
  manual: { name: 'Manual', detail: 'bounds of your own' },
}

type GraduatedFieldsProps = {
  style: GraduatedStyle
  fields: readonly LayerField[]
  kinds: GeometryKinds
  /** Null while it is not known. */
  histogram: Histogram | null
  onChange: (change: (style: GraduatedStyle) => GraduatedStyle) => void
  /** Finds the ranges anew. */
  onClassify: (field: string, method: Exclude<ClassMethod, 'manual'>, classes: number) => void
}

export function GraduatedFields({ style, fields, kinds, histogram, onChange, onClassify }: GraduatedFieldsProps): ReactNode {
  const { field, method, classes } = style
  const count = Math.max(1, classes.length)
  // Classes that were moved by hand are found anew by the usual method.
  const found = method === 'manual' ? 'quantile' : method
  return (
    <>
      <div className={panel['block']}>
        <Row label="Field">
          <Select
            name="Field"
            value={field}
            options={fieldOptions(fields.filter(isNumeric), field)}
            onChange={(to) => onClassify(to, found, count)}
            placeholder="Choose a field"
          />
        </Row>
        <Row label="Method">
          <Select
            name="Method"
            value={method}
            options={(Object.keys(methodNames) as ClassMethod[]).map((value) => ({ value, ...methodNames[value] }))}
            onChange={(to) => (to === 'manual' ? onChange((now) => ({ ...now, method: to })) : onClassify(field, to, count))}
            placeholder="Choose a method"
          />
        </Row>
        <Row label="Classes" hint={hintFor(style)}>
          <NumberField
            name="Number of classes"
            value={count}
            min={2}
            max={maxGraduated}
            step={1}
            unit=""
            onChange={(to) =>
              method === 'manual' ? onChange((now) => withClassCount(now, Math.round(to))) : onClassify(field, method, Math.round(to))
            }
          />
        </Row>
        <Row label="Colours">
          <Select
            name="Colours"
            value={style.ramp}
            placeholder="Own colours"
            options={ramps.map((ramp) => ({
              value: ramp.id,
              name: ramp.name,
              ...(ramp.kind === 'diverging' ? { detail: 'diverging' } : {}),
              picture: <Stripes ramp={ramp} classes={Math.max(5, count)} reversed={style.reversed} />,
            }))}
            onChange={(id) => onChange((now) => recolorGraduated(now, id, now.reversed))}
          />
        </Row>
        <Row label="Reversed">
          <Switch
            name="Reversed colours"
            on={style.reversed}
            onChange={(on) => onChange((now) => recolorGraduated(now, rampOf(now.ramp).id, on))}
          />
        </Row>
      </div>
      <RangeList {...{ style, kinds, histogram, onChange }} />
      <section className={panel['block']} aria-label="All symbols">
        <div className={panel['blockHeader']}>
          <h3 className={panel['blockHeading']}>All symbols</h3>
        </div>
        <SymbolFields
          symbols={[classes[0]?.symbol ?? style.other, ...classes.map(({ symbol }) => symbol), style.other]}
          kinds={kinds}
          color="none"
          onChange={(change) => onChange((now) => changeAllGraduated(now, change))}
        />
      </section>
    </>
  )
}

function Stripes({ ramp, classes, reversed }: { ramp: Ramp; classes: number; reversed: boolean }): ReactNode {
  return (
    <span className={panel['stripes']} aria-hidden>
      {rampColors(ramp, classes, reversed).map((hex, at) => (
        <span key={at} style={{ backgroundColor: hex }} />
      ))}
    </span>
  )
}

function hintFor({ classes, method }: GraduatedStyle): string | null {
  if (classes.length === 0) return 'This field has no numbers to make classes of.'
  if (classes.length > 7) return 'More than seven shades of a colour are hard to tell apart on a map.'
  return method === 'natural' && classes.length === 1 ? 'The values do not part into more classes.' : null
}
