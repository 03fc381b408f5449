/** A layer drawn by the values of one field: which field, which colours, which classes, and what all their symbols share. */
import { type ReactNode, useState } from 'react'
import type { LayerField } from '../../../electron/contract/layer.ts'
import { type CategoryStyle, changeAll, recolor, schemeInUse } from '../../document/categories.ts'
import { type Scheme, schemeOf, schemes } from '../../document/palettes.ts'
import { Select } from '../parts/Select.tsx'
import { ClassList } from './ClassList.tsx'
import { fieldOptions } from './fields.ts'
import type { GeometryKinds } from './geometryKinds.ts'
import { Row } from './Row.tsx'
import { SymbolFields } from './SymbolFields.tsx'
import type { Values } from './useFieldValues.ts'
import styles from './StylePanel.module.css'

type CategoryFieldsProps = {
  style: CategoryStyle
  fields: readonly LayerField[]
  kinds: GeometryKinds
  values: Values
  onChange: (change: (style: CategoryStyle) => CategoryStyle) => void
  onField: (field: string) => void
  onReclassify: () => void
}

export function CategoryFields({ style, fields, kinds, values, onChange, onField, onReclassify }: CategoryFieldsProps): ReactNode {
  // New classes take the colours that were chosen last, also when a class has got a colour of its own since.
  const [chosen, setChosen] = useState<Scheme | null>(null)
  const inUse = schemeInUse(style)
  const scheme: Scheme = inUse ?? chosen ?? schemes[0]
  return (
    <>
      <div className={styles['block']}>
        <Row label="Field">
          <Select
            name="Field"
            value={style.field}
            options={fieldOptions(fields, style.field)}
            onChange={onField}
            placeholder="Choose a field"
          />
        </Row>
        <Row label="Colours" hint={hintFor(inUse, style.categories.length)}>
          <Select
            name="Colours"
            value={inUse?.id ?? null}
            placeholder="Own colours"
            options={schemes.map((one) => ({ value: one.id, name: one.name, picture: <Stripes scheme={one} /> }))}
            onChange={(id) => {
              const next = schemes.find((one) => one.id === id) ?? schemes[0]
              setChosen(next)
              onChange((now) => recolor(now, schemeOf(next.id)))
            }}
          />
        </Row>
      </div>
      <ClassList {...{ style, values, scheme, kinds, onChange, onReclassify }} />
      <section className={styles['block']} aria-label="All symbols">
        <div className={styles['blockHeader']}>
          <h3 className={styles['blockHeading']}>All symbols</h3>
        </div>
        <SymbolFields
          symbols={[style.categories[0]?.symbol ?? style.other, ...style.categories.map(({ symbol }) => symbol), style.other]}
          kinds={kinds}
          color="none"
          onChange={(change) => onChange((now) => changeAll(now, change))}
        />
      </section>
    </>
  )
}

function Stripes({ scheme }: { scheme: Scheme }): ReactNode {
  return (
    <span className={styles['stripes']} aria-hidden>
      {scheme.colors.map(({ hex }) => (
        <span key={hex} style={{ backgroundColor: hex }} />
      ))}
    </span>
  )
}

function hintFor(scheme: Scheme | null, classes: number): string | null {
  if (scheme === null) return null
  if (classes > scheme.colors.length)
    return `The ${scheme.colors.length} colours repeat, lighter and darker, from class ${scheme.colors.length + 1} on.`
  return classes > scheme.safeClasses
    ? `With more than ${scheme.safeClasses} classes, these colours are not safe for colour-blind readers.`
    : null
}
