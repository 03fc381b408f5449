/** How many pixels a picture has: by the inch, or in all. One follows from the other. */
import type { ReactNode } from 'react'
import type { PageSize } from '../../../electron/contract/page.ts'
import { pixelsOf } from '../../../electron/contract/pictureLimits.ts'
import { NumberField } from '../parts/NumberField.tsx'
import styles from './ExportDialog.module.css'

/** As the contract takes them. */
const [leastDpi, mostDpi] = [30, 1_200]

type ResolutionFieldsProps = {
  /** Null for pages of several sizes: then there is no one width. */
  size: PageSize | null
  dpi: number
  onDpi: (dpi: number) => void
}

export function ResolutionFields({ size, dpi, onDpi }: ResolutionFieldsProps): ReactNode {
  return (
    <>
      <NumberField name="DPI" value={dpi} min={leastDpi} max={mostDpi} step={10} unit="dpi" onChange={onDpi} />
      {size === null ? null : (
        <>
          <span className={styles['hint']}>or</span>
          <PixelField name="Width in pixels" size={size} side="width" dpi={dpi} onDpi={onDpi} />
          <span className={styles['hint']} aria-hidden>
            ×
          </span>
          <PixelField name="Height in pixels" size={size} side="height" dpi={dpi} onDpi={onDpi} />
        </>
      )}
    </>
  )
}

type PixelFieldProps = { name: string; size: PageSize; side: 'width' | 'height'; dpi: number; onDpi: (dpi: number) => void }

function PixelField({ name, size, side, dpi, onDpi }: PixelFieldProps): ReactNode {
  const inches = size.unit === 'px' ? size[side] / size.dpi : size[side] / 25.4
  return (
    <NumberField
      name={name}
      value={pixelsOf(size, dpi)[side]}
      min={Math.ceil(leastDpi * inches)}
      max={Math.floor(mostDpi * inches)}
      step={10}
      unit="px"
      onChange={(pixels) => onDpi(Math.min(mostDpi, Math.max(leastDpi, Math.round(pixels) / inches)))}
    />
  )
}
