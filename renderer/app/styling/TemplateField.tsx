/** The text of labels with fields in it, completed while it is typed, and what it gives for a feature of the layer. */
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { fieldsOfTemplate, labelWriter, parseTemplate, templateOfField } from '../../../electron/contract/labelTemplate.ts'
import type { LayerField, SourceId } from '../../../electron/contract/layer.ts'
import { call } from '../../bridge/index.ts'
import styles from './TemplateField.module.css'

type TemplateFieldProps = { template: string; fields: readonly LayerField[]; source: SourceId | null; onChange: (template: string) => void }

/** Features that are looked at for one that has something to write. */
const looked = Array.from({ length: 20 }, (_, index) => index)
const maxOffered = 8

export function TemplateField({ template: committed, fields, source, onChange }: TemplateFieldProps): ReactNode {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [caret, setCaret] = useState<number | null>(null)
  const [active, setActive] = useState(0)
  // What cannot be read yet stays in the field; the map goes on with what could be read last.
  const [draft, setDraft] = useState<string | null>(null)
  useEffect(() => setDraft(null), [committed])
  const template = draft ?? committed
  const list = useRef<HTMLDivElement>(null)
  const begun = caret === null ? null : begunName(template, caret)
  const offered =
    begun === null ? [] : fields.filter(({ name }) => name.toLowerCase().includes(begun.name.toLowerCase())).slice(0, maxOffered)
  const read = parseTemplate(template)
  const unknown = fieldsOfTemplate(template).filter((name) => !fields.some((field) => field.name === name))
  const example = useExample(source, template)
  const isOffering = offered.length > 0
  useEffect(() => list.current?.scrollIntoView({ block: 'nearest' }), [isOffering])
  const write = (text: string): void => {
    setDraft(text)
    if (!('problem' in parseTemplate(text))) onChange(text)
  }
  const take = (name: string): void => {
    if (begun === null || caret === null) return
    const inserted = templateOfField(name)
    const rest = template.slice(caret).replace(/^[^{}]*\}/, '')
    write(template.slice(0, begun.from) + inserted + rest)
    const at = begun.from + inserted.length
    setCaret(null)
    requestAnimationFrame(() => input.current?.setSelectionRange(at, at))
  }
  // While it goes down: Escape would close the panel before it came up to here.
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!isOffering) return
    if (event.key === 'ArrowDown') setActive((at) => Math.min(offered.length - 1, at + 1))
    else if (event.key === 'ArrowUp') setActive((at) => Math.max(0, at - 1))
    else if (event.key === 'Enter' || event.key === 'Tab') take(offered[active]?.name ?? offered[0]?.name ?? '')
    else if (event.key === 'Escape') setCaret(null)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className={styles['template']}>
      <input
        ref={input}
        className={styles['input']}
        role="combobox"
        aria-label="Label template"
        aria-expanded={isOffering}
        aria-controls={`${id}-fields`}
        aria-activedescendant={isOffering ? `${id}-${active}` : undefined}
        aria-invalid={'problem' in read || undefined}
        aria-describedby={`${id}-says`}
        value={template}
        maxLength={2_000}
        dir="auto"
        spellCheck={false}
        placeholder="{name} ({status})"
        onChange={(event) => {
          write(event.target.value)
          setCaret(event.target.selectionStart)
          setActive(0)
        }}
        onClick={(event) => setCaret(event.currentTarget.selectionStart)}
        onKeyDownCapture={onKeyDown}
        onBlur={() => setCaret(null)}
      />
      {isOffering ? (
        <div ref={list} id={`${id}-fields`} role="listbox" aria-label="Fields" className={styles['fields']}>
          {offered.map(({ name }, at) => (
            <div
              key={name}
              id={`${id}-${at}`}
              role="option"
              dir="auto"
              tabIndex={-1}
              aria-selected={at === active}
              className={styles['field']}
              onPointerDown={(event) => {
                event.preventDefault()
                take(name)
              }}
            >
              {name}
            </div>
          ))}
        </div>
      ) : null}
      <p id={`${id}-says`} className={styles['says']} aria-live="polite">
        {'problem' in read ? (
          read.problem
        ) : unknown.length > 0 ? (
          <>
            There is no field <bdi>“{unknown[0]}”</bdi> in the file.
          </>
        ) : example === null ? null : (
          <>
            As in: <bdi className={styles['example']}>{example === '' ? '(nothing)' : example}</bdi>
          </>
        )}
      </p>
    </div>
  )
}

/** The name that is being typed before the caret, and where its brace is. */
function begunName(template: string, caret: number): { from: number; name: string } | null {
  const before = template.slice(0, caret)
  const from = before.lastIndexOf('{')
  // A doubled brace begins no name.
  const doubled = /\{+$/.exec(before.slice(0, from + 1))?.[0].length ?? 0
  return from < 0 || before.includes('}', from) || doubled % 2 === 0 ? null : { from, name: before.slice(from + 1) }
}

/** The label of the first feature that has one. */
function useExample(source: SourceId | null, template: string): string | null {
  const [records, setRecords] = useState<readonly Record<string, unknown>[] | null>(null)
  useEffect(() => {
    if (source === null) return
    let overtaken = false
    call('layers.records', { source, features: looked }).then(
      (found) => {
        if (overtaken) return
        setRecords(found.map(({ attributes }) => Object.fromEntries(attributes.map(({ name, type, text }) => [name, valueOf(type, text)]))))
      },
      // Without an example, the template is still what it is.
      () => undefined,
    )
    return () => {
      overtaken = true
    }
  }, [source])
  if (records === null) return null
  const write = labelWriter(template)
  return records.map((record) => write((field) => record[field])).find((text) => text !== '') ?? ''
}

function valueOf(type: string, text: string): unknown {
  if (type === 'number') return Number(text)
  if (type === 'boolean') return text === 'true'
  return type === 'text' ? text : null
}
