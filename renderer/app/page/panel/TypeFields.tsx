/** How a text is lettered. */
import { Bold, Italic, TextAlignCenter, TextAlignEnd, TextAlignStart } from 'lucide-react'
import type { ReactNode } from 'react'
import type { TextStyle } from '../../../../electron/contract/page.ts'
import { IconButton } from '../../parts/Button.tsx'
import { Choices } from '../../parts/Choices.tsx'
import { AmountRow, points } from '../../styling/AmountRow.tsx'
import { ColorField } from '../../styling/ColorField.tsx'
import { Row } from '../../styling/Row.tsx'
import styles from './PagePanel.module.css'

type TypeFieldsProps = {
  /** 'Title' in 'Title size'; empty where an element has one type only. */
  of?: string
  style: TextStyle
  onChange: (style: TextStyle) => void
  hasAlign?: boolean
}

export function TypeFields({ of = '', style, onChange, hasAlign = false }: TypeFieldsProps): ReactNode {
  const set = (fields: Partial<TextStyle>): void => onChange({ ...style, ...fields })
  const label = (word: string): string => (of === '' ? word : `${of} ${word.toLowerCase()}`)
  return (
    <>
      <AmountRow
        label={label('Size')}
        value={style.sizePt}
        {...{ min: 2, max: 1_000, sliderMax: 60, step: 0.5 }}
        unit={points}
        onChange={(sizePt) => set({ sizePt })}
      />
      <Row label={label('Type')}>
        <span className={styles['icons']}>
          <IconButton name={label('Bold')} icon={<Bold />} pressed={style.bold} onClick={() => set({ bold: !style.bold })} />
          <IconButton name={label('Italic')} icon={<Italic />} pressed={style.italic} onClick={() => set({ italic: !style.italic })} />
        </span>
        <ColorField name={label('Colour')} color={style.color} onChange={(color) => set({ color })} />
      </Row>
      {hasAlign ? (
        <Row label="Align">
          <Choices
            name="Align"
            value={style.align}
            choices={[
              { value: 'start', name: 'Start', picture: <TextAlignStart size={16} /> },
              { value: 'center', name: 'Centre', picture: <TextAlignCenter size={16} /> },
              { value: 'end', name: 'End', picture: <TextAlignEnd size={16} /> },
            ]}
            onChange={(align) => set({ align })}
          />
        </Row>
      ) : null}
    </>
  )
}
