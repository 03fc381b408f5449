/** The picture of an image element. It travels in the map document. */
import type { ReactNode } from 'react'
import type { ImageElement } from '../../../../electron/contract/page.ts'
import { call } from '../../../bridge/index.ts'
import { decoded } from '../../annotate/files/chooseImage.ts'
import { TextField } from '../../annotate/record/TextField.tsx'
import { report } from '../../files.ts'
import { Button } from '../../parts/Button.tsx'
import { Row } from '../../styling/Row.tsx'
import form from '../../styling/StylePanel.module.css'
import { edit } from './edit.ts'
import styles from './PagePanel.module.css'

export function ImageFields({ element: { id, box, description } }: { element: ImageElement }): ReactNode {
  const choose = (): void =>
    void report(async () => {
      const chosen = await call('image.choose', {})
      if (chosen === null) return
      const { width, height } = await decoded(chosen.data, chosen.name)
      const aspect = Math.min(1_000, Math.max(0.001, width / height))
      // As wide as it was, and in its own shape.
      edit(id, {
        data: chosen.data,
        aspect,
        box: { ...box, height: Math.min(10_000, Math.max(0.1, box.width / aspect)) },
        ...(description === '' ? { description: chosen.name.replace(/\.[^.]+$/, '') } : {}),
      })
    })
  return (
    <div className={form['block']}>
      <Row label="Picture">
        <Button className={styles['wide']} onClick={choose}>
          Choose a picture…
        </Button>
      </Row>
      <TextField
        label="Description"
        value={description}
        maxLength={2_000}
        lines
        placeholder="For those who do not see it"
        onChange={(to) => edit(id, { description: to })}
      />
    </div>
  )
}
