import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { JournalRecord, JournalState } from '../../../electron/contract/recovery.ts'
import { JournalRecord as RecordSchema, JournalState as StateSchema } from '../../../electron/contract/recovery.ts'
import { addLayers, removeNodes, renameNode, setOpacity, setTitle } from '../../../renderer/document/commands.ts'
import { adjust, beginHistory, markSaved, redo, run, undo } from '../../../renderer/document/history.ts'
import { type Kept, playStory, recordsBetween, stateOf } from '../../../renderer/document/journal.ts'
import { JournalFeed } from '../../../renderer/document/journalFeed.ts'
import { anyDocument, documentOf, group, layer } from './documents.ts'

const anyStep = fc.record({ kind: fc.integer({ min: 0, max: 9 }), text: fc.string({ maxLength: 4 }), n: fc.nat({ max: 9 }) })
type Step = typeof anyStep extends fc.Arbitrary<infer T> ? T : never

/** What the store does for a random user. */
function take(kept: Kept, { kind, text, n }: Step, nth: number): Kept {
  const { history } = kept
  const first = history.document.layers[0]?.id ?? 'nothing'
  const withHistory = (next: Kept['history']): Kept => ({ ...kept, history: next })
  switch (kind) {
    case 0:
      return withHistory(run(history, addLayers([layer(`new${nth}`)])))
    case 1:
      return withHistory(run(history, removeNodes(history.document, [first])))
    case 2:
      return withHistory(run(history, renameNode(history.document, first, text)))
    case 3:
    case 4:
      return withHistory(run(history, setOpacity(history.document, first, n / 10, 'drag')))
    case 5:
      return withHistory(run(history, setTitle(text)))
    case 6:
      return withHistory(undo(history))
    case 7:
      return withHistory(redo(history))
    case 8:
      return withHistory(adjust(history, (draft) => void (draft.view.zoom = n)))
    default:
      return { ...withHistory(markSaved(history)), path: `/maps/${n}.cartouche` }
  }
}

const plain = ({ history, path }: Pick<Kept, 'history' | 'path'>) => ({
  document: history.document,
  past: history.past.map(({ name, forward, back }) => ({ name, forward, back })),
  future: history.future.map(({ name }) => name),
  saved: history.saved,
  path,
})
const throughJson = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T
const begin = (document = documentOf(layer('a'), group('g', [layer('b')]))): Kept => ({
  history: beginHistory(document),
  path: null,
  generation: 0,
})

describe('a journal that is played back', () => {
  it('gives the document, its past and its future, whatever was done', () => {
    fc.assert(
      fc.property(anyDocument, fc.array(anyStep, { maxLength: 60 }), (document, steps) => {
        let kept = begin(document)
        const state = throughJson(stateOf(kept))
        const records: JournalRecord[] = []
        steps.forEach((step, nth) => {
          const next = take(kept, step, nth)
          const told = recordsBetween(kept, next)
          expect(told).not.toBeNull()
          records.push(...(told ?? []))
          kept = next
        })
        for (const record of records) expect(RecordSchema.safeParse(throughJson(record)).error).toBeUndefined()
        const played = playStory({ state, records: throughJson(records) })
        expect(played.played).toBe(records.length)
        expect(throughJson(plain(played))).toEqual(throughJson(plain(kept)))
      }),
      { numRuns: 150 },
    )
  })

  it('stops before a change that does not fit, and before one that leads to no document', () => {
    const { state } = { state: stateOf(begin()) }
    const title = (value: unknown): JournalRecord => ({
      kind: 'run',
      name: 'title',
      gesture: null,
      forward: [{ op: 'replace', path: ['title'], value }],
      back: [],
    })
    const nowhere: JournalRecord = { kind: 'adjust', forward: [{ op: 'replace', path: ['layers', 99, 'name'], value: '' }] }
    expect(playStory({ state, records: [title('one'), nowhere, title('two')] })).toMatchObject({
      played: 1,
      history: { document: { title: 'one' } },
    })
    expect(playStory({ state, records: [title('one'), title(5), title(6)] })).toMatchObject({
      played: 1,
      history: { document: { title: 'one' } },
    })
  })

  it('is begun anew when another document takes the place', () => {
    const one = begin()
    expect(recordsBetween(one, { ...one, generation: 1 })).toBeNull()
  })
})

describe('the feed', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  function desk() {
    let kept = begin()
    const story: { state: JournalState | null; records: JournalRecord[]; messages: number } = { state: null, records: [], messages: 0 }
    const writer = {
      wantsBegin: false,
      failure: null as Error | null,
      begin: async (state: JournalState) => {
        if (writer.failure !== null) throw writer.failure
        Object.assign(story, { state: throughJson(StateSchema.parse(state)), records: [], messages: story.messages + 1 })
      },
      append: async (records: JournalRecord[]) => {
        if (writer.failure !== null) throw writer.failure
        story.records.push(...throughJson(records))
        story.messages += 1
        return { begin: writer.wantsBegin }
      },
    }
    const troubles: unknown[] = []
    const feed = new JournalFeed(
      writer,
      () => kept,
      (error) => troubles.push(error),
    )
    const become = (next: Kept): void => {
      const before = kept
      kept = next
      feed.changed(before, kept)
    }
    const told = () => (story.state === null ? null : plain(playStory({ state: story.state, records: story.records })))
    return { feed, writer, story, troubles, become, told, now: () => kept }
  }

  it('tells everything, whatever is done between its messages', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(anyStep, fc.nat({ max: 300 }), fc.nat({ max: 40 })), { maxLength: 40 }), async (steps) => {
        const { feed, writer, become, told, now } = desk()
        await feed.begin()
        for (const [nth, [step, ms, luck]] of steps.entries()) {
          writer.wantsBegin = luck === 0
          writer.failure = luck === 1 ? new Error('ENOSPC') : null
          become(take(now(), step, nth))
          await vi.advanceTimersByTimeAsync(ms)
        }
        Object.assign(writer, { wantsBegin: false, failure: null })
        await feed.flush()
        const { past: _, ...rest } = throughJson(told()) ?? { past: [] }
        const { past: __, ...expected } = throughJson(plain(now()))
        expect(rest).toEqual(expected)
        // A past that travelled in one message may be told in fewer steps, and leads to the same beginning.
        expect(told()?.past.length).toBe(now().history.past.length)
      }),
      { numRuns: 60 },
    )
  })

  it('sends a change within a fifth of a second, and a drag in few messages', async () => {
    const { feed, story, become, now, told } = desk()
    await feed.begin()
    const before = story.messages
    for (let step = 0; step < 60; step += 1) {
      become({ ...now(), history: run(now().history, setOpacity(now().history.document, 'a', step / 100, 'drag')) })
      await vi.advanceTimersByTimeAsync(16)
    }
    await vi.advanceTimersByTimeAsync(200)
    expect(told()?.document).toEqual(now().history.document)
    expect(story.messages - before).toBeLessThanOrEqual(8)
    expect(JSON.stringify(story.records).length).toBeLessThan(3_000)
  })

  it('says once that changes cannot be kept, goes on trying, and tells everything when it can', async () => {
    const { feed, writer, become, now, told, troubles } = desk()
    await feed.begin()
    writer.failure = new Error('ENOSPC')
    become(take(now(), { kind: 5, text: 'one', n: 0 }, 0))
    await vi.advanceTimersByTimeAsync(5_000)
    expect(troubles.at(-1)).toBe(writer.failure)
    writer.failure = null
    await vi.advanceTimersByTimeAsync(5_000)
    expect(troubles.at(-1)).toBeNull()
    expect(told()?.document.title).toBe('one')
  })

  it('leaves the oldest of a long past out, and begins anew when undo goes back that far', async () => {
    const { feed, story, become, now, told } = desk()
    for (let nth = 0; nth < 1_100; nth += 1) become({ ...now(), history: run(now().history, addLayersNamed(nth)) })
    await feed.begin()
    expect(story.state?.past).toHaveLength(1_000)
    for (let nth = 0; nth < 1_050; nth += 1) become({ ...now(), history: undo(now().history) })
    await feed.flush()
    expect(told()?.document).toEqual(now().history.document)
    expect(story.state?.past).toHaveLength(50)
  })
})

const addLayersNamed = (nth: number) => ({
  name: `title ${nth}`,
  change: (draft: { title: string }): void => {
    draft.title = String(nth)
  },
})
