/** What is known, how it is known, and when it held. */
import { Copy } from 'lucide-react'
import { memo, type ReactNode } from 'react'
import { type Annotation, credibilities, reliabilities } from '../../../../electron/contract/annotation.ts'
import { IconButton } from '../../parts/Button.tsx'
import { copyText } from '../../parts/copyText.ts'
import { Select } from '../../parts/Select.tsx'
import { Row } from '../../styling/Row.tsx'
import form from '../../styling/StylePanel.module.css'
import { credibilityOptions, reliabilityOptions } from './admiralty.ts'
import { alikeIn } from './alike.ts'
import { DateField } from './DateField.tsx'
import { editRecord, editSource } from './edit.ts'
import { endsBeforeItBegins } from './partialDate.ts'
import { several, shared } from './shared.ts'
import { StatusField } from './StatusField.tsx'
import { TextField } from './TextField.tsx'

const shortText = 2_000

const shown = ['label', 'note', 'status', 'source', 'reported', 'validFrom', 'validTo', 'reliability', 'credibility'] as const

export const RecordFields = memo(AllRecordFields, alikeIn(shown))

function AllRecordFields({ annotations }: { annotations: readonly Annotation[] }): ReactNode {
  const url = shared(annotations, ({ source }) => source.url)
  const from = shared(annotations, ({ validFrom }) => validFrom)
  const to = shared(annotations, ({ validTo }) => validTo)
  const reliability = shared(annotations, (one) => one.reliability)
  const credibility = shared(annotations, (one) => one.credibility)
  const isBackward = from !== several && to !== several && endsBeforeItBegins(from, to)
  return (
    <>
      <div className={form['block']}>
        <TextField
          label="Label"
          value={shared(annotations, (one) => one.label)}
          maxLength={10_000}
          lines
          onChange={(label) => editRecord({ label })}
        />
        <TextField
          label="Note"
          value={shared(annotations, (one) => one.note)}
          maxLength={100_000}
          lines
          onChange={(note) => editRecord({ note })}
        />
        <StatusField value={shared(annotations, (one) => one.status)} onChange={(status) => editRecord({ status })} />
      </div>
      <div className={form['block']}>
        <TextField
          label="Source title"
          value={shared(annotations, ({ source }) => source.title)}
          maxLength={shortText}
          onChange={(title) => editSource({ title })}
        />
        <TextField
          label="Publisher"
          value={shared(annotations, ({ source }) => source.publisher)}
          maxLength={shortText}
          onChange={(publisher) => editSource({ publisher })}
        />
        <DateField label="Source date" value={shared(annotations, ({ source }) => source.date)} onChange={(date) => editSource({ date })} />
        <TextField label="Source URL" value={url} maxLength={shortText} onChange={(to) => editSource({ url: to })}>
          <IconButton
            name="Copy the address"
            icon={<Copy />}
            side="left"
            disabled={url === several || url === ''}
            onClick={() => url !== several && void copyText(url, 'Address')}
          />
        </TextField>
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
      </div>
      <div className={form['block']}>
        <DateField label="Reported" value={shared(annotations, (one) => one.reported)} onChange={(reported) => editRecord({ reported })} />
        <DateField label="Valid from" value={from} onChange={(validFrom) => editRecord({ validFrom })} />
        <DateField
          label="Valid to"
          value={to}
          onChange={(validTo) => editRecord({ validTo })}
          warning={isBackward ? 'This is before it begins to be valid.' : null}
        />
      </div>
    </>
  )
}
