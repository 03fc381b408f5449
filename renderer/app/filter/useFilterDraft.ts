/** A filter that is being written: whether it can be read, and how many features it lets through, before it is applied. */
import { useEffect, useState } from 'react'
import type { Layer } from '../../../electron/contract/document.ts'
import { type FilterProblem, readFilter } from '../../../electron/contract/expression/index.ts'
import type { LayerSummary } from '../../../electron/contract/layer.ts'
import { CancelledError } from '../../../electron/contract/refusal.ts'
import { setFilter } from '../../document/commands.ts'
import { currentDocument, runCommand } from '../../store/documentStore.ts'
import { keepRecentFilter } from '../../store/panelStore.ts'
import { refusalOf } from '../../store/sourceStore.ts'
import { askMatching } from '../../store/tableQueries.ts'

/** A pause in typing. */
const pauseMs = 250
/** Half a condition is no mistake yet. */
const restMs = 700

export type FilterDraft = {
  text: string
  setText: (text: string) => void
  isReadable: boolean
  /** What is wrong with it, told once the writing rests; null while it can be read. */
  problem: FilterProblem | null
  /** Features that it lets through; null while they are counted and where it cannot be read. */
  count: number | null
  /** Why they could not be counted. */
  failure: string | null
  /** Of all features of the table. */
  total: number
  isChanged: boolean
  /** @returns whether it could be */
  apply: () => boolean
  clear: () => void
}

export function useFilterDraft(layer: Layer, { id: source, fields, features, withoutGeometry, contentKey }: LayerSummary): FilterDraft {
  const [text, setText] = useState(layer.filter)
  // What was applied elsewhere, or undone, is what stands here.
  useEffect(() => setText(layer.filter), [layer.id, layer.filter])
  const reading = readFilter(text, fields)
  const isReadable = reading.ok
  const trimmed = text.trim()
  const total = features + withoutGeometry
  const [counted, setCounted] = useState<{ of: string; count: number | null; failure: string | null }>({
    of: '',
    count: null,
    failure: null,
  })
  useEffect(() => {
    if (!isReadable || trimmed === '') return undefined
    let cancel: (() => void) | null = null
    const timer = setTimeout(() => {
      const asked = askMatching(source, trimmed)
      cancel = asked.cancel
      asked.answer.then(
        ({ count }) => setCounted({ of: trimmed, count, failure: null }),
        (error: unknown) => {
          if (!(error instanceof CancelledError)) setCounted({ of: trimmed, count: null, failure: refusalOf(error).message })
        },
      )
    }, pauseMs)
    return () => {
      clearTimeout(timer)
      cancel?.()
    }
  }, [source, contentKey, trimmed, isReadable])

  const [rested, setRested] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), restMs)
    return () => clearTimeout(timer)
  }, [text])

  const isCounted = counted.of === trimmed && isReadable
  const apply = (): boolean => {
    if (!isReadable) {
      setRested(text)
      return false
    }
    applyFilter(layer.id, trimmed)
    setText(trimmed)
    return true
  }
  return {
    text,
    setText,
    isReadable,
    problem: reading.ok || rested !== text ? null : reading.problem,
    count: trimmed === '' ? total : isCounted ? counted.count : null,
    failure: isCounted ? counted.failure : null,
    total,
    isChanged: trimmed !== layer.filter,
    apply,
    clear: () => {
      setText('')
      applyFilter(layer.id, '')
    },
  }
}

/** @param filter that can be read; '' shows all */
export function applyFilter(layerId: string, filter: string): void {
  runCommand(setFilter(currentDocument(), layerId, filter))
  if (filter !== '') keepRecentFilter(filter)
}
