/** A layout in a few strokes. */
import type { ReactNode } from 'react'
import type { PresetId } from '../../../page/presets/index.ts'
import styles from './PresetPicture.module.css'

type Block = { kind: 'band' | 'map' | 'words' | 'plate'; at: readonly [x: number, y: number, width: number, height: number] }

const blocks: Record<PresetId, readonly Block[]> = {
  'map-update': [
    { kind: 'band', at: [0, 0, 60, 8] },
    { kind: 'map', at: [3, 11, 38, 25] },
    { kind: 'words', at: [44, 11, 13, 8] },
    { kind: 'words', at: [44, 22, 13, 5] },
    { kind: 'plate', at: [44, 29, 13, 7] },
    { kind: 'words', at: [3, 38, 54, 2] },
  ],
  briefing: [
    { kind: 'map', at: [0, 6, 42, 34] },
    { kind: 'band', at: [0, 0, 60, 6] },
    { kind: 'words', at: [45, 10, 12, 14] },
    { kind: 'words', at: [45, 27, 12, 9] },
  ],
  'plain-figure': [
    { kind: 'map', at: [2, 2, 56, 33] },
    { kind: 'plate', at: [4, 23, 14, 10] },
    { kind: 'plate', at: [44, 29, 12, 4] },
    { kind: 'words', at: [2, 37, 40, 2] },
  ],
  'full-bleed': [
    { kind: 'map', at: [0, 0, 60, 42] },
    { kind: 'plate', at: [4, 4, 28, 9] },
    { kind: 'plate', at: [46, 4, 10, 9] },
    { kind: 'plate', at: [4, 27, 15, 11] },
    { kind: 'plate', at: [42, 34, 14, 4] },
  ],
}

export function PresetPicture({ preset }: { preset: PresetId }): ReactNode {
  return (
    <svg className={styles['picture']} viewBox="0 0 60 42" aria-hidden focusable="false">
      <rect width={60} height={42} className={styles['paper']} />
      {blocks[preset].map(({ kind, at: [x, y, width, height] }) => (
        <rect key={`${x} ${y} ${kind}`} {...{ x, y, width, height }} className={styles[kind]} />
      ))}
      <rect x={0.5} y={0.5} width={59} height={41} className={styles['edge']} />
    </svg>
  )
}
