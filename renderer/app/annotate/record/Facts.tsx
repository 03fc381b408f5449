/** Measures of one annotation and where it is. */
import { Copy } from 'lucide-react'
import { memo, type ReactNode, useMemo } from 'react'
import type { Annotation } from '../../../../electron/contract/annotation.ts'
import { coordinateForClipboard, formatCoordinate } from '../../../map/index.ts'
import { panelStore } from '../../../store/panelStore.ts'
import { IconButton } from '../../parts/Button.tsx'
import { copyText } from '../../parts/copyText.ts'
import { useAfterPaint } from '../../parts/afterPaint.ts'
import { useStore } from '../../parts/useStore.ts'
import { factsOf } from './facts.ts'
import styles from './RecordPanel.module.css'

export const Facts = memo(AllFacts, ({ annotation: before }, { annotation: now }) => {
  const [a, b] = [before.properties, now.properties]
  return before.geometry === now.geometry && a.kind === b.kind && a.radiiM === b.radiiM
})

function AllFacts({ annotation: now }: { annotation: Annotation }): ReactNode {
  // What was dropped on the map is seen there first.
  const annotation = useAfterPaint(now)
  const { geometry } = annotation
  const format = useStore(panelStore, (state) => state.panels.coordinates)
  const facts = useMemo(() => factsOf(annotation), [annotation])
  const place = geometry.type === 'Point' ? geometry.coordinates : geometry.type === 'LineString' ? geometry.coordinates[0] : null
  return (
    <dl className={styles['facts']}>
      {facts.map(({ name, text }) => (
        <Fact key={name} name={name} text={text} copied={text} />
      ))}
      {place === null || place === undefined ? null : (
        <Fact
          name={geometry.type === 'Point' ? 'Coordinates' : 'Begins at'}
          text={formatCoordinate(place, format)}
          copied={coordinateForClipboard(place, format)}
        />
      )}
    </dl>
  )
}

function Fact({ name, text, copied }: { name: string; text: string; copied: string }): ReactNode {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        <span>{text}</span>
        <IconButton name={`Copy ${name.toLowerCase()}`} icon={<Copy />} side="left" onClick={() => void copyText(copied, name)} />
      </dd>
    </>
  )
}
