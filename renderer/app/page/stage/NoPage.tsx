/** A map without a page: how one is begun. */
import type { ReactNode } from 'react'
import { presets } from '../../../page/presets/index.ts'
import { Button } from '../../parts/Button.tsx'
import { addPresetPage } from '../actions.ts'
import { PresetPicture } from '../panel/PresetPicture.tsx'
import styles from './PageStage.module.css'

export function NoPage(): ReactNode {
  return (
    <div className={styles['none']}>
      <h2 className={styles['noneTitle']}>This map has no page</h2>
      <p>Choose a layout. Title, legend, scale and credits are put in their places at once.</p>
      <div className={styles['noneChoices']}>
        {presets.map(({ id, name }) => (
          <Button key={id} className={styles['noneChoice']} onClick={() => addPresetPage(id)}>
            <PresetPicture preset={id} />
            {name}
          </Button>
        ))}
      </div>
    </div>
  )
}
