/** The values of a field of a layer file, as the engine counts them. */
import { useEffect, useState } from 'react'
import type { FieldValues, SourceId } from '../../../electron/contract/layer.ts'
import type { Refusal } from '../../../electron/contract/refusal.ts'
import { call } from '../../bridge/index.ts'
import { maxClasses } from '../../document/categories.ts'
import { refusalOf } from '../../store/sourceStore.ts'

export type Values = { state: 'none' | 'loading' } | { state: 'ready'; values: FieldValues } | { state: 'failed'; refusal: Refusal }

export async function readValues(source: SourceId, field: string, filter: string): Promise<FieldValues> {
  return call('layers.values', { source, field, filter, limit: maxClasses })
}

/** @param contentKey of the file: another version is asked again @param filter of the layer: only what it lets through is counted */
export function useFieldValues(source: SourceId | null, field: string | null, contentKey: string | null, filter: string): Values {
  const [values, setValues] = useState<Values>({ state: 'none' })
  useEffect(() => {
    if (source === null || field === null || contentKey === null) {
      setValues({ state: 'none' })
      return
    }
    let overtaken = false
    setValues({ state: 'loading' })
    readValues(source, field, filter).then(
      (found) => !overtaken && setValues({ state: 'ready', values: found }),
      (error: unknown) => !overtaken && setValues({ state: 'failed', refusal: refusalOf(error) }),
    )
    return () => {
      overtaken = true
    }
  }, [source, field, contentKey, filter])
  return values
}
