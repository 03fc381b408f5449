/** The source of each layer that the page shows: what its file says, or what the user says instead. */
import { type ReactNode, useMemo } from 'react'
import { allLayers } from '../../../document/layers.ts'
import { creditFrom } from '../../../document/credit.ts'
import { setCredit } from '../../../document/commands.ts'
import { currentDocument, documentStore, runCommand } from '../../../store/documentStore.ts'
import { TextField } from '../../annotate/record/TextField.tsx'
import { useStore } from '../../parts/useStore.ts'
import { presentRun } from '../../styling/styleRuns.ts'
import form from '../../styling/StylePanel.module.css'
import { pageStore } from '../pageStore.ts'
import { useSummaries } from '../useFrameFacts.ts'

export function LayerCredits(): ReactNode {
  const map = useStore(documentStore, (state) => state.history.document)
  const facts = useStore(pageStore, (state) => state.facts)
  const summaries = useSummaries()
  const shown = useMemo(() => {
    const ids = new Set([...(facts?.values() ?? [])].flatMap((one) => one.filter(({ count }) => count !== 0).map(({ layer }) => layer)))
    return allLayers(map).filter(({ id }) => ids.has(id))
  }, [map, facts])
  if (shown.length === 0) return null
  return (
    <div className={form['block']} role="group" aria-label="Sources of the layers">
      <h3 className={form['blockHeading']}>Sources of the layers</h3>
      {shown.map(({ id, name, path, credit }) => {
        const ofFile = (summaries.get(path)?.credits ?? []).map((written) => creditFrom(written).text).join(' · ')
        return (
          <TextField
            key={id}
            label={name}
            value={credit ?? ''}
            maxLength={2_000}
            lines
            placeholder={ofFile === '' ? 'The file names none' : ofFile}
            onChange={(to) => runCommand(setCredit(currentDocument(), id, to, presentRun()))}
          />
        )
      })}
    </div>
  )
}
