/** The whole value of the cell that is active, where the cell has no room for it. */
import type { ReactNode } from 'react'
import type { FeatureRecord } from '../../../electron/contract/layer.ts'
import { AttributeValue } from '../attributes/AttributeValue.tsx'
import type { Column } from './columns.ts'
import { textMeasure } from './textMeasure.ts'
import styles from './AttributeTable.module.css'

/** The edges of a cell. */
const paddingPx = 22

export function ValueStrip({ record, column }: { record: FeatureRecord | null; column: Column | null }): ReactNode {
  const attribute = column === null ? undefined : record?.attributes.find(({ name }) => name === column.field.name)
  if (attribute === undefined || column === null || !isCut(attribute.text, column.widthPx)) return null
  return (
    <section className={`selectable ${styles['strip']}`} aria-label="Whole value">
      <bdi className={styles['stripName']} title={column.field.name}>
        {column.field.name}
      </bdi>
      <AttributeValue key={`${record?.feature} ${column.field.name}`} attribute={attribute} />
    </section>
  )
}

function isCut(text: string, widthPx: number): boolean {
  return text.length > 300 || text.includes('\n') || textMeasure()(text) > widthPx - paddingPx
}
