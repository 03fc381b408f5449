/** What is known, how it is known, and when it held. Each field is drawn anew only when its own value is another one. */
import { Copy } from 'lucide-react'
import { memo, type ReactNode } from 'react'
import { type Annotation, type AnnotationProperties, credibilities, reliabilities } from '../../../../electron/contract/annotation.ts'
import { IconButton } from '../../parts/Button.tsx'
import { copyText } from '../../parts/copyText.ts'
import { Select } from '../../parts/Select.tsx'
import { Row } from '../../styling/Row.tsx'
import form from '../../styling/StylePanel.module.css'
import { credibilityOptions, reliabilityOptions } from './admiralty.ts'
import { DateField } from './DateField.tsx'
import { editRecord, editSource } from './edit.ts'
import { endsBeforeItBegins } from './partialDate.ts'
import { several, type Shared, shared, subjectOf } from './shared.ts'
import { StatusField } from './StatusField.tsx'
import { TextField } from './TextField.tsx'

const shortText = 2_000

type FieldsProps = { annotations: readonly Annotation[] }
type Source = AnnotationProperties['source']

const setLabel = (label: string): void => editRecord({ label })
const setNote = (note: string): void => editRecord({ note })
const setStatus = (status: string): void => editRecord({ status })
const setTitle = (title: string): void => editSource({ title })
const setPublisher = (publisher: string): void => editSource({ publisher })
const setSourceDate = (date: Source['date']): void => editSource({ date })
const setUrl = (url: string): void => editSource({ url })
const setReported = (reported: string | null): void => editRecord({ reported })
const setValidFrom = (validFrom: string | null): void => editRecord({ validFrom })
const setValidTo = (validTo: string | null): void => editRecord({ validTo })

export function WhatFields({ annotations }: FieldsProps): ReactNode {
  return (
    <div className={form['block']}>
      <TextField label="Label" value={shared(annotations, ({ label }) => label)} maxLength={10_000} lines onChange={setLabel} />
      <TextField label="Note" value={shared(annotations, ({ note }) => note)} maxLength={100_000} lines onChange={setNote} />
      <StatusField value={shared(annotations, ({ status }) => status)} onChange={setStatus} />
    </div>
  )
}

export function SourceFields({ annotations }: FieldsProps): ReactNode {
  const of = <T,>(part: (source: Source) => T): Shared<T> => shared(annotations, ({ source }) => part(source))
  return (
    <div className={form['block']}>
      <TextField label="Source title" value={of(({ title }) => title)} maxLength={shortText} onChange={setTitle} />
      <TextField label="Publisher" value={of(({ publisher }) => publisher)} maxLength={shortText} onChange={setPublisher} />
      <DateField key={subjectOf(annotations)} label="Source date" value={of(({ date }) => date)} onChange={setSourceDate} />
      <UrlField url={of(({ url }) => url)} />
      <ReliabilityRow reliability={shared(annotations, (one) => one.reliability)} />
      <CredibilityRow credibility={shared(annotations, (one) => one.credibility)} />
    </div>
  )
}

export function TimeFields({ annotations }: FieldsProps): ReactNode {
  const from = shared(annotations, ({ validFrom }) => validFrom)
  const to = shared(annotations, ({ validTo }) => validTo)
  const isBackward = from !== several && to !== several && endsBeforeItBegins(from, to)
  return (
    // Fields of dates hold what was typed and is no date yet: those of another selection begin afresh.
    <div key={subjectOf(annotations)} className={form['block']}>
      <DateField label="Reported" value={shared(annotations, ({ reported }) => reported)} onChange={setReported} />
      <DateField label="Valid from" value={from} onChange={setValidFrom} />
      <DateField label="Valid to" value={to} onChange={setValidTo} warning={isBackward ? 'This is before it begins to be valid.' : null} />
    </div>
  )
}

const UrlField = memo(({ url }: { url: Shared<string> }): ReactNode => (
  <TextField label="Source URL" value={url} maxLength={shortText} onChange={setUrl}>
    <IconButton
      name="Copy the address"
      icon={<Copy />}
      side="left"
      disabled={url === several || url === ''}
      onClick={() => url !== several && void copyText(url, 'Address')}
    />
  </TextField>
))

const ReliabilityRow = memo(({ reliability }: { reliability: Shared<AnnotationProperties['reliability']> }): ReactNode => (
  <Row label="Reliability">
    <Select
      name="Reliability"
      nameOnly
      value={reliability === several ? null : (reliability ?? '')}
      options={reliabilityOptions}
      placeholder="Several values"
      onChange={(grade) => editRecord({ reliability: reliabilities.find((one) => one === grade) ?? null })}
    />
  </Row>
))

const CredibilityRow = memo(({ credibility }: { credibility: Shared<AnnotationProperties['credibility']> }): ReactNode => (
  <Row label="Credibility">
    <Select
      name="Credibility"
      nameOnly
      value={credibility === several ? null : String(credibility ?? '')}
      options={credibilityOptions}
      placeholder="Several values"
      onChange={(grade) => editRecord({ credibility: credibilities.find((one) => String(one) === grade) ?? null })}
    />
  </Row>
))
