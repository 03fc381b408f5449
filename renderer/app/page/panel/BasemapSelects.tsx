/** The ground of a frame: that of the map, or one of its own. */
import type { ReactNode } from 'react'
import { commands } from '../../../../electron/contract/commands.ts'
import { type Basemap, type BasemapStyle, basemapStyles, labelLanguages } from '../../../../electron/contract/values.ts'
import { documentStore } from '../../../store/documentStore.ts'
import { Select } from '../../parts/Select.tsx'
import { useStore } from '../../parts/useStore.ts'
import { Row } from '../../styling/Row.tsx'

type BasemapSelectsProps = { value: Basemap | null; onChange: (basemap: Basemap | null) => void }

const ofMap = 'of the map'

export function BasemapSelects({ value, onChange }: BasemapSelectsProps): ReactNode {
  const basemap = useStore(documentStore, (state) => state.history.document.basemap)
  return (
    <>
      <Row label="Basemap">
        <Select<BasemapStyle | typeof ofMap>
          name="Basemap of the frame"
          value={value?.style ?? ofMap}
          placeholder=""
          options={[
            { value: ofMap, name: 'As the map', detail: commands[`basemap.${basemap.style}`].label },
            ...basemapStyles.map((style) => ({ value: style, name: commands[`basemap.${style}`].label })),
          ]}
          onChange={(style) => onChange(style === ofMap ? null : { ...(value ?? basemap), style })}
        />
      </Row>
      {value === null ? null : (
        <Row label="Place names">
          <Select
            name="Place names of the frame"
            value={value.labels}
            placeholder=""
            options={labelLanguages.map((language) => ({ value: language, name: commands[`labels.${language}`].label }))}
            onChange={(labels) => onChange({ ...value, labels })}
          />
        </Row>
      )}
    </>
  )
}
