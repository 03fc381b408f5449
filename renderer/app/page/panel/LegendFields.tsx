/** The legend: its title and columns, and its items, which can be renamed, hidden, put in another order and under headings. */
import { type ReactNode, useMemo } from 'react'
import type { LegendElement, Page } from '../../../../electron/contract/page.ts'
import { legendItems } from '../../../page/legend/items.ts'
import { frameFor, frameView } from '../../../page/mapView.ts'
import { documentStore } from '../../../store/documentStore.ts'
import { TextField } from '../../annotate/record/TextField.tsx'
import { Button } from '../../parts/Button.tsx'
import { Choices } from '../../parts/Choices.tsx'
import { Switch } from '../../parts/Switch.tsx'
import { useStore } from '../../parts/useStore.ts'
import { Row } from '../../styling/Row.tsx'
import form from '../../styling/StylePanel.module.css'
import { pageStore } from '../pageStore.ts'
import { edit } from './edit.ts'
import { FitSelect } from './FitSelect.tsx'
import { FrameSelect } from './FrameSelect.tsx'
import { LegendEntries } from './LegendEntries.tsx'
import { TypeFields } from './TypeFields.tsx'

export function LegendFields({ page, element }: { page: Page; element: LegendElement }): ReactNode {
  const map = useStore(documentStore, (state) => state.history.document)
  const facts = useStore(pageStore, (state) => state.facts)
  const frame = frameFor(page, element.frame)
  const items = useMemo(
    () =>
      legendItems({
        document: map,
        facts: frame === null ? undefined : facts?.get(frame.id),
        frame: frame === null ? null : { view: frameView(frame), box: frame.box },
      }),
    [map, facts, frame],
  )
  const { id, title, columns, counts, changes, fit } = element
  return (
    <>
      <div className={form['block']}>
        <FrameSelect page={page} value={element.frame} none="First map of the page" onChange={(to) => edit(id, { frame: to })} />
        <TextField label="Title" value={title} maxLength={2_000} isWords placeholder="None" onChange={(to) => edit(id, { title: to })} />
        <Row label="Columns">
          <Choices
            name="Columns"
            value={String(columns)}
            choices={['1', '2', '3'].map((value) => ({ value, name: value }))}
            onChange={(to) => edit(id, { columns: Number(to) })}
          />
        </Row>
        <Row label="Counts">
          <Switch name="Number of features behind each item" on={counts} onChange={(to) => edit(id, { counts: to })} />
        </Row>
        <FitSelect value={fit} onChange={(to) => edit(id, { fit: to })} />
      </div>
      <div className={form['block']}>
        <div className={form['blockHeader']}>
          <h3 className={form['blockHeading']}>Items</h3>
          <Button disabled={changes.length === 0} onClick={() => edit(id, { changes: [] })}>
            As on the map
          </Button>
        </div>
        {items.length === 0 ? <p className={form['note']}>Nothing inside the frame has an item in the legend.</p> : null}
        <LegendEntries items={items} changes={changes} onChange={(to) => edit(id, { changes: to })} />
      </div>
      <div className={form['block']}>
        <TypeFields of="Title" style={element.titleStyle} onChange={(titleStyle) => edit(id, { titleStyle })} />
        <TypeFields of="Heading" style={element.headingStyle} onChange={(headingStyle) => edit(id, { headingStyle })} />
        <TypeFields of="Item" style={element.itemStyle} onChange={(itemStyle) => edit(id, { itemStyle })} />
      </div>
    </>
  )
}
