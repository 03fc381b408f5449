/** The attributes of one feature, in the order of the file. */
import { Copy } from 'lucide-react'
import { Fragment, type ReactNode } from 'react'
import type { Attribute } from '../../../electron/contract/layer.ts'
import { IconButton } from '../parts/Button.tsx'
import { AttributeValue } from './AttributeValue.tsx'
import { copyWhatFits } from './copyWhatFits.ts'
import styles from './AttributesPanel.module.css'

/** A value longer than this gets the whole width, under its name. */
const longCharacters = 90

export function AttributeList({ attributes }: { attributes: readonly Attribute[] }): ReactNode {
  if (attributes.length === 0) return <p className={styles['empty']}>This feature has no attributes.</p>
  return (
    <dl className={styles['list']}>
      {attributes.map((attribute) => (
        <div key={attribute.name} className={`${styles['row']} ${isLong(attribute) ? styles['long'] : ''}`}>
          <dt className={styles['name']}>
            <bdi>
              <FieldName name={attribute.name} />
            </bdi>
          </dt>
          <dd className={styles['value']}>
            <AttributeValue attribute={attribute} />
          </dd>
          {attribute.text === '' || attribute.type === 'null' ? null : (
            <IconButton
              className={styles['copyValue']}
              name={`Copy ${attribute.name}`}
              icon={<Copy />}
              side="left"
              onClick={() => void copyWhatFits(attribute.text, attribute.name)}
            />
          )}
        </div>
      ))}
    </dl>
  )
}

/** A field's name may break after its joints: `position_` / `precision`. */
function FieldName({ name }: { name: string }): ReactNode {
  if (name === '') return '(no name)'
  return [...name.matchAll(/[^_\-.:/]*[_\-.:/]*/g)].map(({ 0: part, index }) => (
    <Fragment key={index}>
      {part}
      <wbr />
    </Fragment>
  ))
}

const isLong = ({ type, text }: Attribute): boolean => type === 'json' || text.length > longCharacters || text.includes('\n')
