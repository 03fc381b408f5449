/** A text with headings, bullets and bold, written in plain marks and seen on the page as it is typed. */
import { Bold, Heading, List } from 'lucide-react'
import { type ReactNode, useRef } from 'react'
import type { TextElement } from '../../../../electron/contract/page.ts'
import { boldMarked, lineMarked, type Marked } from '../../../page/text/marking.ts'
import { IconButton } from '../../parts/Button.tsx'
import { ColorField } from '../../styling/ColorField.tsx'
import { Row } from '../../styling/Row.tsx'
import form from '../../styling/StylePanel.module.css'
import { edit } from './edit.ts'
import { FitSelect } from './FitSelect.tsx'
import styles from './PagePanel.module.css'
import { TypeFields } from './TypeFields.tsx'

export function TextFields({ element }: { element: TextElement }): ReactNode {
  const { id, text, style, headingColor, fit } = element
  const field = useRef<HTMLTextAreaElement>(null)
  const mark = (how: (text: string, from: number, to: number) => Marked): void => {
    const area = field.current
    if (area === null) return
    const marked = how(area.value, area.selectionStart, area.selectionEnd)
    edit(id, { text: marked.text })
    requestAnimationFrame(() => {
      area.focus()
      area.setSelectionRange(marked.from, marked.to)
    })
  }
  return (
    <div className={form['block']}>
      <div className={form['blockHeader']}>
        <h3 className={form['blockHeading']}>Text</h3>
        <span className={styles['icons']} role="toolbar" aria-label="Marks of the text">
          <IconButton name="Heading" icon={<Heading />} onClick={() => mark((...at) => lineMarked(...at, '# '))} />
          <IconButton name="Bullet" icon={<List />} onClick={() => mark((...at) => lineMarked(...at, '- '))} />
          <IconButton name="Bold words" icon={<Bold />} onClick={() => mark(boldMarked)} />
        </span>
      </div>
      <textarea
        ref={field}
        dir="auto"
        className={styles['markup']}
        aria-label="Text"
        data-undo="document"
        data-words=""
        maxLength={100_000}
        placeholder={'# Heading\n- A fact, with **what matters** in bold\n\nAn empty line parts paragraphs.'}
        value={text}
        onChange={(event) => edit(id, { text: event.target.value })}
      />
      <FitSelect value={fit} onChange={(to) => edit(id, { fit: to })} />
      <TypeFields style={style} hasAlign onChange={(to) => edit(id, { style: to })} />
      <Row label="Headings">
        <ColorField name="Colour of headings" color={headingColor} onChange={(to) => edit(id, { headingColor: to })} />
      </Row>
    </div>
  )
}
