/** What stands before and after the sources. The sources themselves are those in use, and cannot be left out. */
import type { ReactNode } from 'react'
import type { CreditsElement, Page } from '../../../../electron/contract/page.ts'
import { TextField } from '../../annotate/record/TextField.tsx'
import { useStore } from '../../parts/useStore.ts'
import form from '../../styling/StylePanel.module.css'
import { pageStore } from '../pageStore.ts'
import { edit } from './edit.ts'
import { FitSelect } from './FitSelect.tsx'
import { FrameSelect } from './FrameSelect.tsx'
import { LayerCredits } from './LayerCredits.tsx'
import styles from './PagePanel.module.css'
import { TypeFields } from './TypeFields.tsx'

export function CreditsFields({ page, element }: { page: Page; element: CreditsElement }): ReactNode {
  const credits = useStore(pageStore, (state) => state.drawing?.credits ?? none)
  const { id, lead, more, style, fit, frame } = element
  return (
    <>
      <div className={form['block']}>
        <FrameSelect page={page} value={frame} none="All maps of the page" onChange={(to) => edit(id, { frame: to })} />
        <TextField label="Before" value={lead} maxLength={2_000} onChange={(to) => edit(id, { lead: to })} />
        <TextField
          label="After"
          value={more}
          maxLength={10_000}
          lines
          isWords
          placeholder="Author, licence"
          onChange={(to) => edit(id, { more: to })}
        />
        <FitSelect value={fit} onChange={(to) => edit(id, { fit: to })} />
        <TypeFields style={style} hasAlign onChange={(to) => edit(id, { style: to })} />
        <ul className={styles['facts']} aria-label="Sources in use">
          {credits.map(({ text }) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </div>
      <LayerCredits />
    </>
  )
}

const none: never[] = []
