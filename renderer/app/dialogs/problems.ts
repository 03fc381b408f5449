/** The problems of a file, fetched a page at a time as they come into view, and all at once for the clipboard. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { LayerProblem, LayerSummary, SourceId, SourceRef } from '../../../electron/contract/layer.ts'
import { call } from '../../bridge/index.ts'
import { notifyRefusal } from '../../store/noticeStore.ts'
import { refusalOf } from '../../store/sourceStore.ts'
import { problemsInWords } from '../layers/words.ts'
import { copyText } from '../parts/copyText.ts'

const pageSize = 200
/** The clipboard takes a million characters. */
const maxCharacters = 990_000

type Problems = {
  /** Null while it is on its way. */
  problemAt: (index: number) => LayerProblem | null
  /** Says which ones are in view. */
  want: (indexes: number[]) => void
  failed: string | null
}

/** For one content of one file. */
export function useProblems(source: SourceId): Problems {
  const [pages, setPages] = useState<ReadonlyMap<number, LayerProblem[]>>(new Map())
  const [failed, setFailed] = useState<string | null>(null)
  const asked = useRef(new Set<number>())
  const wanted = useRef<number[]>([])

  useEffect(() => {
    for (const page of new Set(wanted.current.map((index) => Math.floor(index / pageSize)))) {
      if (asked.current.has(page)) continue
      asked.current.add(page)
      call('layers.problems', { source, offset: page * pageSize, limit: pageSize })
        .then((problems) => setPages((known) => new Map(known).set(page, problems)))
        .catch((error: unknown) => setFailed(refusalOf(error).message))
    }
  })

  return {
    problemAt: (index) => pages.get(Math.floor(index / pageSize))?.[index % pageSize] ?? null,
    want: useCallback((indexes) => void (wanted.current = indexes), []),
    failed,
  }
}

export async function copyProblems(name: string, source: SourceRef, summary: LayerSummary): Promise<void> {
  try {
    const lines = [`Problems in ${name}`, source.path, problemsInWords(summary), '', 'outcome\tfeature\tline\twhy']
    let length = lines.join('\n').length
    const { count } = summary.problems
    for (let offset = 0; offset < count && length < maxCharacters; offset += 1000) {
      for (const problem of await call('layers.problems', { source: source.id, offset, limit: 1000 })) {
        const line = lineOf(problem)
        length += line.length + 1
        if (length > maxCharacters) break
        lines.push(line)
      }
    }
    const left = count - (lines.length - 5)
    if (left > 0) lines.push(`… and ${left} more`)
    await copyText(lines.join('\n'), 'Problems')
  } catch (error) {
    notifyRefusal(refusalOf(error))
  }
}

const lineOf = ({ outcome, feature, line, message }: LayerProblem): string =>
  [outcome, feature === null ? 'file' : feature + 1, line ?? '', message.replaceAll(/[\t\n\r]+/g, ' ')].join('\t')
