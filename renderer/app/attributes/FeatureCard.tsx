/** One feature in the list: its title, and its attributes when it is the one that is open. */
import { ChevronRight, ClipboardList, MapPinPlus } from 'lucide-react'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import type { Identified } from '../../store/selectionStore.ts'
import { promoteFeature } from '../annotate/files/promoteFeature.ts'
import { IconButton } from '../parts/Button.tsx'
import { AttributeList } from './AttributeList.tsx'
import { copyWhatFits } from './copyWhatFits.ts'
import { featureTitle } from './featureTitle.ts'
import { tabSeparated } from './tabSeparated.ts'
import styles from './AttributesPanel.module.css'

/** Panel's header and layer's name, which stay while the list is scrolled. */
const headerPx = 76

type FeatureCardProps = {
  /** Its place among all features of the panel. */
  index: number
  identified: Identified
  labelField: string | null
  open: boolean
  onToggle: (open: boolean) => void
}

export function FeatureCard({ index, identified, labelField, open, onToggle }: FeatureCardProps): ReactNode {
  const id = useId()
  const card = useRef<HTMLElement>(null)
  useEffect(() => {
    if (open) showFromItsTop(card.current)
  }, [open])
  const { record } = identified
  const title = featureTitle(record, labelField)
  return (
    <article ref={card} className={styles['card']} data-open={open || undefined} aria-label={title}>
      <header className={styles['cardHeader']}>
        <h4 className={styles['cardHeading']}>
          <button
            type="button"
            className={styles['cardButton']}
            data-feature={index}
            aria-expanded={open}
            aria-controls={open ? id : undefined}
            onClick={() => onToggle(!open)}
          >
            <ChevronRight className={styles['chevron']} aria-hidden />
            <bdi className={styles['title']}>{title}</bdi>
          </button>
        </h4>
        {open ? (
          <IconButton name="Promote to annotation" icon={<MapPinPlus />} side="left" onClick={() => void promoteFeature(identified)} />
        ) : null}
        {open && record.attributes.length > 0 ? (
          <IconButton
            name="Copy all attributes"
            icon={<ClipboardList />}
            side="left"
            onClick={() => void copyWhatFits(tabSeparated(record.attributes), `Attributes of ${title}`)}
          />
        ) : null}
      </header>
      {open ? (
        <div id={id} className={`selectable ${styles['attributes']}`}>
          <AttributeList attributes={record.attributes} />
        </div>
      ) : null}
    </article>
  )
}

/** A card that is not wholly in view is shown from its title on. */
function showFromItsTop(card: HTMLElement | null): void {
  const view = card?.closest('section[aria-label="Attributes"]')?.getBoundingClientRect()
  const box = card?.getBoundingClientRect()
  if (card === null || view === undefined || box === undefined) return
  if (box.bottom > view.bottom || box.top < view.top + headerPx) card.scrollIntoView({ block: 'start' })
}
