/** What a feature is called in a list of features. */
import type { Attribute, FeatureRecord } from '../../../electron/contract/layer.ts'

/** Fields that hold a name, in the order of trust; compared without regard to case, spaces, hyphens and underscores. */
const nameFields = [
  'name',
  'title',
  'label',
  'nameen',
  'namelong',
  'shapename',
  'adm1en',
  'adm2en',
  'fullname',
  'displayname',
  'site',
  'place',
  'nom',
  'nombre',
  'naam',
]

const maxLength = 120

/** @param labelField the field that the layer's labels are written from; null when it has none */
export function featureTitle(record: FeatureRecord, labelField: string | null): string {
  const byLabel = record.attributes.find(({ name }) => name === labelField)
  const candidates = [byLabel, ...nameFields.map((field) => record.attributes.find(({ name }) => plain(name) === field))]
  const title = candidates.map(titleText).find((text) => text !== '')
  return title ?? `Feature ${record.feature + 1}`
}

/** @returns one short line; empty when the attribute cannot stand for the feature */
function titleText(attribute: Attribute | undefined): string {
  if (attribute === undefined || attribute.type === 'null' || attribute.type === 'json') return ''
  const line = attribute.text.slice(0, 1_000).replaceAll(/\s+/g, ' ').trim()
  return line.length > maxLength
    ? `${Array.from(line)
        .slice(0, maxLength - 1)
        .join('')}…`
    : line
}

const plain = (name: string): string => name.toLowerCase().replaceAll(/[\s_:-]/g, '')
