/** The sign of a legend item, small, on white: as the paper has it. */
import type { ReactNode } from 'react'
import type { Swatch } from '../../../page/legend/items.ts'
import { AnnotationPicture } from '../../annotate/picture/AnnotationPicture.tsx'
import { SymbolSwatch } from '../../layers/Swatch.tsx'
import styles from './PagePanel.module.css'

const geometries = { point: { Point: 1 }, line: { LineString: 1 }, polygon: { Polygon: 1 } } as const

export function EntrySwatch({ swatch }: { swatch: Swatch | null }): ReactNode {
  if (swatch === null) return <span />
  if (swatch.kind === 'layer') {
    return (
      <span className={styles['swatch']}>
        <SymbolSwatch symbol={swatch.symbol} geometries={geometries[swatch.geometry]} ground="none" />
      </span>
    )
  }
  const { kind, style, symbol, tapered } = swatch.example.properties
  return (
    <span className={styles['swatch']}>
      <AnnotationPicture {...{ kind, style, symbol, tapered }} />
    </span>
  )
}
