/** One value as the file gives it. Whatever stands in it is text: markup is not read, addresses are not opened, and letters that turn the direction of
 * writing turn nothing but the value itself. */
import { Copy } from 'lucide-react'
import { type ReactNode, useMemo, useState } from 'react'
import type { Attribute } from '../../../electron/contract/layer.ts'
import { IconButton } from '../parts/Button.tsx'
import { copyWhatFits } from './copyWhatFits.ts'
import { excerpt } from './excerpt.ts'
import { indentJson } from './indentJson.ts'
import { partsUntil, splitLinks } from './links.ts'
import styles from './AttributesPanel.module.css'

export function AttributeValue({ attribute }: { attribute: Attribute }): ReactNode {
  const { type, text } = attribute
  if (type === 'null') return <span className={styles['none']}>no value</span>
  if (type === 'text' && text === '') return <span className={styles['none']}>empty text</span>
  if (type === 'number') return <bdi className={styles['number']}>{text}</bdi>
  if (type === 'boolean') return <bdi>{text}</bdi>
  return <LongValue name={attribute.name} text={text} isJson={type === 'json'} />
}

function LongValue({ name, text, isJson }: { name: string; text: string; isJson: boolean }): ReactNode {
  const [steps, setSteps] = useState(0)
  const whole = useMemo(() => (isJson ? indentJson(text) : text), [text, isJson])
  const shown = useMemo(() => excerpt(whole, steps), [whole, steps])
  const isFirst = steps === 0
  return (
    <>
      <div className={isJson ? styles['json'] : styles['text']} dir={isJson ? 'ltr' : 'auto'}>
        {isJson ? shown.text : <Linked text={whole} end={shown.text.length} />}
        {shown.rest > 0 ? '…' : null}
      </div>
      {shown.rest > 0 || !isFirst ? (
        <p className={styles['more']}>
          {shown.rest > 0 ? (
            <button type="button" className={styles['textButton']} aria-label={`Show more of ${name}`} onClick={() => setSteps(steps + 1)}>
              Show more
            </button>
          ) : null}
          {isFirst ? null : (
            <button type="button" className={styles['textButton']} aria-label={`Show less of ${name}`} onClick={() => setSteps(0)}>
              Show less
            </button>
          )}
          {shown.rest > 0 ? <span className={styles['rest']}>{shown.rest.toLocaleString('en')} characters more</span> : null}
        </p>
      ) : null}
    </>
  )
}

function Linked({ text, end }: { text: string; end: number }): ReactNode {
  const parts = useMemo(() => splitLinks(text), [text])
  return partsUntil(parts, end).map((part) =>
    part.kind === 'text' ? part.shown : <Link key={part.at} address={part.text} shown={part.shown} />,
  )
}

function Link({ address, shown }: { address: string; shown: string }): ReactNode {
  return (
    <span className={styles['linkWithButton']}>
      <bdi className={styles['link']} dir="ltr">
        {shown}
      </bdi>
      <IconButton
        className={styles['copyLink']}
        name="Copy link"
        icon={<Copy />}
        side="left"
        onClick={() => void copyWhatFits(address, 'Link')}
      />
    </span>
  )
}
