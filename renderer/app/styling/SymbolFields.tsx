/** The parts of a symbol, as far as they are seen in the layer: marks, lines and areas each have their own. */
import type { ReactNode } from 'react'
import { completeSymbol, dashes, hatches, pointSymbols, type SymbolStyle } from '../../../electron/contract/document.ts'
import { symbolPath } from '../../map/index.ts'
import { HatchPicture } from '../annotate/record/pictures.tsx'
import { Choices } from '../parts/Choices.tsx'
import { Switch } from '../parts/Switch.tsx'
import { AmountRow, millimetres, percent } from './AmountRow.tsx'
import { ColorField } from './ColorField.tsx'
import { ColorPicker } from './ColorPicker.tsx'
import { dashArray } from './dashes.ts'
import type { GeometryKinds } from './geometryKinds.ts'
import { IconField } from './IconField.tsx'
import { Row } from './Row.tsx'

type SymbolFieldsProps = {
  /** The symbols that are edited together. What they do not share is shown as in the first. */
  symbols: readonly [SymbolStyle, ...SymbolStyle[]]
  kinds: GeometryKinds
  onChange: (change: Partial<SymbolStyle>) => void
  /** How the main colour is chosen: by a button with a picker, by a picker in place, or elsewhere. */
  color: 'field' | 'picker' | 'none'
}

const markNames: Record<SymbolStyle['point'], string> = {
  circle: 'Circle',
  square: 'Square',
  triangle: 'Triangle',
  diamond: 'Diamond',
  star: 'Star',
  cross: 'Cross',
  ring: 'Ring',
  airfield: 'Airfield',
}

const fillNames: Record<(typeof hatches)[number], string> = {
  none: 'None',
  solid: 'Solid',
  hatch: 'Hatched',
  cross: 'Cross-hatched',
  dots: 'Dotted',
}

const dashNames: Record<SymbolStyle['dash'], string> = { solid: 'Solid', dashed: 'Dashed', dotted: 'Dotted' }

export function SymbolFields({ symbols, kinds, onChange, color }: SymbolFieldsProps): ReactNode {
  const all = symbols.map(completeSymbol)
  const symbol = completeSymbol(symbols[0])
  const shared = <K extends 'fill' | 'dash' | 'outlineDash' | 'point'>(key: K): (typeof symbol)[K] | null =>
    all.every((one) => one[key] === symbol[key]) ? symbol[key] : null
  const hasOutline = kinds.points || kinds.areas
  return (
    <>
      {color === 'picker' ? <ColorPicker name="Colour" color={symbol.color} onChange={(to) => onChange({ color: to })} /> : null}
      {color === 'field' ? (
        <Row label="Colour">
          <ColorField name="Colour" color={symbol.color} onChange={(to) => onChange({ color: to })} />
        </Row>
      ) : null}
      {kinds.areas ? (
        <Row label="Fill">
          <Choices
            name="Fill pattern"
            value={shared('fill')}
            choices={hatches.map((fill) => ({ value: fill, name: fillNames[fill], picture: <HatchPicture hatch={fill} /> }))}
            onChange={(fill) => onChange({ fill })}
          />
        </Row>
      ) : null}
      {kinds.areas ? (
        <AmountRow
          label="Fill opacity"
          value={Math.round(symbol.fillOpacity * 100)}
          {...{ min: 0, max: 100, sliderMax: 100, step: 1 }}
          unit={percent}
          onChange={(to) => onChange({ fillOpacity: to / 100 })}
        />
      ) : null}
      {kinds.points ? (
        <>
          <Row label="Symbol">
            <Choices
              name="Symbol"
              value={symbol.icon === null ? shared('point') : null}
              choices={pointSymbols.map((point) => ({ value: point, name: markNames[point], picture: <Mark point={point} /> }))}
              onChange={(point) => onChange({ point, icon: null })}
            />
          </Row>
          <Row label="Icon">
            <IconField icon={symbol.icon} color={symbol.color} onChange={(icon) => onChange({ icon })} />
          </Row>
          {kinds.areSized ? null : (
            <AmountRow
              label="Size"
              value={symbol.sizeMm}
              {...{ min: 0.5, max: 50, sliderMax: 12, step: 0.1 }}
              unit={millimetres}
              onChange={(sizeMm) => onChange({ sizeMm })}
            />
          )}
        </>
      ) : null}
      {kinds.lines && !kinds.areSized ? (
        <AmountRow
          label="Line width"
          value={symbol.lineWidthMm}
          {...{ min: 0.05, max: 20, sliderMax: 4, step: 0.05 }}
          unit={millimetres}
          onChange={(lineWidthMm) => onChange({ lineWidthMm })}
        />
      ) : null}
      {hasOutline ? (
        <>
          <Row label="Outline">
            <ColorField name="Outline colour" color={symbol.outlineColor} onChange={(outlineColor) => onChange({ outlineColor })} />
          </Row>
          <AmountRow
            label="Outline width"
            value={symbol.outlineWidthMm}
            {...{ min: 0, max: 10, sliderMax: 2, step: 0.05 }}
            unit={millimetres}
            onChange={(outlineWidthMm) => onChange({ outlineWidthMm })}
          />
        </>
      ) : null}
      {kinds.lines ? (
        <Row label="Line">
          <Choices
            name="Line pattern"
            value={shared('dash')}
            choices={dashes.map((dash) => ({ value: dash, name: dashNames[dash], picture: <Dash dash={dash} /> }))}
            // Outlines that went along with the line stay as they are.
            onChange={(dash) => onChange(kinds.areas ? { dash, outlineDash: symbol.outlineDash } : { dash })}
          />
        </Row>
      ) : null}
      {kinds.areas ? (
        <Row label="Outline line">
          <Choices
            name="Outline pattern"
            value={shared('outlineDash')}
            choices={dashes.map((dash) => ({ value: dash, name: dashNames[dash], picture: <Dash dash={dash} /> }))}
            onChange={(outlineDash) => onChange({ outlineDash })}
          />
        </Row>
      ) : null}
      {kinds.points || kinds.lines ? (
        <Row label="Halo">
          <Switch
            name="Halo around symbols"
            on={symbol.haloColor !== null}
            onChange={(on) => onChange({ haloColor: on ? '#ffffff' : null })}
          />
          {symbol.haloColor === null ? null : (
            <ColorField name="Colour of the halo" color={symbol.haloColor} onChange={(haloColor) => onChange({ haloColor })} />
          )}
        </Row>
      ) : null}
      {(kinds.points || kinds.lines) && symbol.haloColor !== null ? (
        <AmountRow
          label="Halo width"
          value={symbol.haloWidthMm}
          {...{ min: 0.05, max: 5, sliderMax: 2, step: 0.05 }}
          unit={millimetres}
          onChange={(haloWidthMm) => onChange({ haloWidthMm })}
        />
      ) : null}
    </>
  )
}

function Mark({ point }: { point: SymbolStyle['point'] }): ReactNode {
  return (
    <svg width={16} height={16} viewBox="0 0 16 16" aria-hidden focusable="false">
      <path d={symbolPath(point, 5.8, [8, 8])} fill="currentColor" fillRule="evenodd" />
    </svg>
  )
}

function Dash({ dash }: { dash: SymbolStyle['dash'] }): ReactNode {
  return (
    <svg width={44} height={10} viewBox="0 0 44 10" aria-hidden focusable="false">
      <line x1={2} y1={5} x2={42} y2={5} stroke="currentColor" strokeWidth={2} {...dashArray(dash, 2)} />
    </svg>
  )
}
