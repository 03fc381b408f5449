/** How the selected annotations are drawn: what their kinds have in common. What they do not share is shown as in the first. */
import { memo, type ReactNode } from 'react'
import { type Annotation, hatches } from '../../../../electron/contract/annotation.ts'
import { dashes } from '../../../../electron/contract/values.ts'
import { Choices } from '../../parts/Choices.tsx'
import { Switch } from '../../parts/Switch.tsx'
import { AmountRow, millimetres, percent } from '../../styling/AmountRow.tsx'
import { Row } from '../../styling/Row.tsx'
import form from '../../styling/StylePanel.module.css'
import { SymbolField } from '../symbols/SymbolField.tsx'
import { alikeIn } from './alike.ts'
import { editRecord, editStyle } from './edit.ts'
import { DashPicture, HatchPicture } from './pictures.tsx'
import { PaletteField } from './PaletteField.tsx'
import { PlaceRows } from './PlaceRows.tsx'
import { RadiiRow } from './RadiiRow.tsx'
import { several, shared, type StylePart, stylePartsOf, subjectOf } from './shared.ts'
import { TextStyleFields } from './TextStyleFields.tsx'

const hatchNames = { none: 'None', solid: 'Solid', hatch: 'Hatched', cross: 'Cross-hatched', dots: 'Dotted' } as const
const dashNames = { solid: 'Solid', dashed: 'Dashed', dotted: 'Dotted' } as const
const degrees = { short: '°', spoken: 'degrees' }

const shown = ['kind', 'style', 'symbol', 'labelOffsetMm', 'boxWidthMm', 'radiiM', 'curved', 'tapered', 'image'] as const

export const StyleFields = memo(AllStyleFields, alikeIn(shown))

function AllStyleFields({ annotations }: { annotations: readonly Annotation[] }): ReactNode {
  const parts = stylePartsOf(annotations)
  return parts.length === 0 ? null : (
    <>
      {parts.some((part) => part !== 'text' && part !== 'box') ? (
        <div className={form['block']}>
          {parts.map((part) => (
            <Part key={part} part={part} annotations={annotations} />
          ))}
        </div>
      ) : null}
      {parts.includes('text') ? <TextStyleFields annotations={annotations} hasBox={parts.includes('box')} /> : null}
    </>
  )
}

function Part({ part, annotations }: { part: StylePart; annotations: readonly Annotation[] }): ReactNode {
  const properties = annotations[0]?.properties
  if (properties === undefined) return null
  const { style } = properties
  switch (part) {
    case 'symbol':
      return (
        <Row label="Symbol">
          <SymbolField symbol={properties.symbol} color={style.color} onChange={(symbol) => editRecord({ symbol })} />
        </Row>
      )
    case 'color':
      return (
        <Row label="Colour">
          <PaletteField name="Colour" color={shared(annotations, (one) => one.style.color)} onChange={(color) => editStyle({ color })} />
        </Row>
      )
    case 'size':
      return (
        <AmountRow
          label={properties.kind === 'callout' ? 'Dot size' : 'Size'}
          value={style.sizeMm}
          {...{ min: 0.5, max: 100, sliderMax: 15, step: 0.1 }}
          unit={millimetres}
          onChange={(sizeMm) => editStyle({ sizeMm })}
        />
      )
    case 'fill':
      return <FillRows annotations={annotations} />
    case 'line':
      return <LineRows annotations={annotations} />
    case 'head':
      return (
        <AmountRow
          label="Head"
          value={style.headMm}
          {...{ min: 0.5, max: 100, sliderMax: 20, step: 0.5 }}
          unit={millimetres}
          onChange={(headMm) => editStyle({ headMm })}
        />
      )
    case 'curve':
      return (
        <Row label="Curved">
          <Switch name="Curved" on={properties.curved} onChange={(curved) => editRecord({ curved })} />
        </Row>
      )
    case 'taper':
      return (
        <Row label="Tapered" hint={properties.tapered ? 'An axis of advance: broad at its tail.' : null}>
          <Switch name="Tapered" on={properties.tapered} onChange={(tapered) => editRecord({ tapered })} />
        </Row>
      )
    case 'radius':
    case 'radii':
      return (
        <RadiiRow
          key={subjectOf(annotations)}
          single={part === 'radius'}
          radiiM={properties.radiiM}
          onChange={(radiiM) => editRecord({ radiiM })}
        />
      )
    case 'boxWidth':
      return <BoxWidthRow widthMm={properties.boxWidthMm} />
    case 'imageWidth':
      return <ImageWidthRow image={properties.image} />
    case 'rotation':
      return (
        <AmountRow
          label="Rotation"
          value={style.rotationDeg}
          {...{ min: -360, max: 360, sliderMax: 360, step: 1 }}
          unit={degrees}
          onChange={(rotationDeg) => editStyle({ rotationDeg })}
        />
      )
    case 'place':
      return <PlaceRows annotations={annotations} />
    default:
      return null
  }
}

function FillRows({ annotations }: { annotations: readonly Annotation[] }): ReactNode {
  const fill = shared(annotations, (one) => one.style.fill)
  const opacity = annotations[0]?.properties.style.fillOpacity ?? 0
  return (
    <>
      <Row label="Fill">
        <Choices
          name="Fill"
          value={fill === several ? null : fill}
          choices={hatches.map((hatch) => ({ value: hatch, name: hatchNames[hatch], picture: <HatchPicture hatch={hatch} /> }))}
          onChange={(to) => editStyle({ fill: to })}
        />
      </Row>
      {fill === 'none' ? null : (
        <AmountRow
          label="Fill opacity"
          value={Math.round(opacity * 100)}
          {...{ min: 0, max: 100, sliderMax: 100, step: 1 }}
          unit={percent}
          onChange={(to) => editStyle({ fillOpacity: to / 100 })}
        />
      )}
    </>
  )
}

function LineRows({ annotations }: { annotations: readonly Annotation[] }): ReactNode {
  const dash = shared(annotations, (one) => one.style.dash)
  return (
    <>
      <AmountRow
        label="Line width"
        value={annotations[0]?.properties.style.lineWidthMm ?? 0}
        {...{ min: 0.05, max: 20, sliderMax: 4, step: 0.05 }}
        unit={millimetres}
        onChange={(lineWidthMm) => editStyle({ lineWidthMm })}
      />
      <Row label="Line">
        <Choices
          name="Line pattern"
          value={dash === several ? null : dash}
          choices={dashes.map((one) => ({ value: one, name: dashNames[one], picture: <DashPicture dash={one} /> }))}
          onChange={(to) => editStyle({ dash: to })}
        />
      </Row>
    </>
  )
}

function BoxWidthRow({ widthMm }: { widthMm: number | null }): ReactNode {
  return (
    <>
      <Row label="Wrap text">
        <Switch name="Wrap text" on={widthMm !== null} onChange={(on) => editRecord({ boxWidthMm: on ? 40 : null })} />
      </Row>
      {widthMm === null ? null : (
        <AmountRow
          label="Box width"
          value={widthMm}
          {...{ min: 5, max: 500, sliderMax: 120, step: 1 }}
          unit={millimetres}
          onChange={(boxWidthMm) => editRecord({ boxWidthMm })}
        />
      )}
    </>
  )
}

/** The height follows. */
function ImageWidthRow({ image }: { image: Annotation['properties']['image'] }): ReactNode {
  if (image === null) return null
  const ratio = image.heightMm / image.widthMm
  const [least, most] = [Math.max(1, 1 / ratio), Math.min(1_500, 1_500 / ratio)]
  return (
    <AmountRow
      label="Width"
      value={image.widthMm}
      {...{ min: Math.ceil(least), max: Math.floor(most), sliderMax: Math.min(200, Math.floor(most)), step: 1 }}
      unit={millimetres}
      onChange={(widthMm) => editRecord({ image: { ...image, widthMm, heightMm: widthMm * ratio } })}
    />
  )
}
