/** Title, subtitle and as-of stamp: what the map says of itself, or words of the page's own. */
import type { ReactNode } from 'react'
import type { AsOfElement, SubtitleElement, TitleElement } from '../../../../electron/contract/page.ts'
import { asOfText } from '../../../page/furniture/asOf.ts'
import { documentStore } from '../../../store/documentStore.ts'
import { DateField } from '../../annotate/record/DateField.tsx'
import { TextField } from '../../annotate/record/TextField.tsx'
import { Choices } from '../../parts/Choices.tsx'
import { NumberField } from '../../parts/NumberField.tsx'
import { Switch } from '../../parts/Switch.tsx'
import { useStore } from '../../parts/useStore.ts'
import { AmountRow, points } from '../../styling/AmountRow.tsx'
import { ChoiceRow } from '../../styling/ChoiceRow.tsx'
import { Row } from '../../styling/Row.tsx'
import form from '../../styling/StylePanel.module.css'
import { edit, editHeading } from './edit.ts'
import { TypeFields } from './TypeFields.tsx'

type Heading = TitleElement | SubtitleElement | AsOfElement

export function HeadingFields({ element }: { element: Heading }): ReactNode {
  const { title, subtitle, asOf, update } = useStore(documentStore, (state) => state.history.document)
  const { id, type, text, style } = element
  const isOwn = text !== null
  const ofMap = type === 'title' ? title : type === 'subtitle' ? subtitle : asOfText(asOf, element.showUpdate ? update : null)
  return (
    <div className={form['block']}>
      <Row label="Words">
        <Choices
          name="Words"
          value={isOwn ? 'own' : 'map'}
          choices={[
            { value: 'map', name: 'Of the map' },
            { value: 'own', name: 'Own' },
          ]}
          onChange={(of) => edit(id, { text: of === 'own' ? ofMap : null })}
        />
      </Row>
      {isOwn ? (
        <TextField label="Text" value={text} maxLength={10_000} lines isWords onChange={(to) => edit(id, { text: to })} />
      ) : type === 'title' ? (
        <TextField label="Title" value={title} maxLength={10_000} lines isWords onChange={(to) => editHeading({ title: to })} />
      ) : type === 'subtitle' ? (
        <TextField label="Subtitle" value={subtitle} maxLength={10_000} lines isWords onChange={(to) => editHeading({ subtitle: to })} />
      ) : (
        <>
          <DateField label="As of" value={asOf} onChange={(to) => editHeading({ asOf: to })} />
          <Row label="Update">
            <NumberField
              name="Number of the update"
              value={update}
              {...{ min: 1, max: 100_000, step: 1 }}
              unit=""
              onChange={(to) => editHeading({ update: Math.round(to) })}
            />
            <Switch name="Show the number of the update" on={element.showUpdate} onChange={(showUpdate) => edit(id, { showUpdate })} />
          </Row>
        </>
      )}
      <TypeFields style={style} hasAlign onChange={(to) => edit(id, { style: to })} />
      <AmountRow
        label="Least size"
        value={element.minSizePt}
        {...{ min: 2, max: 1_000, sliderMax: Math.max(10, style.sizePt), step: 0.5 }}
        unit={points}
        onChange={(minSizePt) => edit(id, { minSizePt })}
      />
      <ChoiceRow
        label="In the box"
        value={element.valign}
        words={{ top: 'Top', middle: 'Middle', bottom: 'Bottom' }}
        onChange={(valign) => edit(id, { valign })}
      />
    </div>
  )
}
