import { execFile } from 'node:child_process'
import { appendFile, mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { JournalRecord, JournalState } from '../../../electron/contract/recovery.ts'
import { Journal } from '../../../electron/services/journal.ts'
import { firstLine, type JournalLine, readLines, writeLines } from '../../../electron/services/journalLines.ts'
import { readJournal } from '../../../electron/services/journalReader.ts'
import { isAlive, LivenessMark } from '../../../electron/services/liveness.ts'
import { Recovery } from '../../../electron/services/recovery.ts'
import { documentOf, layer } from '../document/documents.ts'
import { temporaryFolder } from './folder.ts'

const state: JournalState = { document: documentOf(layer('a')), path: null, past: [], future: [], saved: 0 }
const change = (name: string): JournalRecord => ({
  kind: 'run',
  name,
  gesture: null,
  forward: [{ op: 'replace', path: ['title'], value: name }],
  back: [{ op: 'replace', path: ['title'], value: '' }],
})
const names = (story: { records: JournalRecord[] } | undefined) =>
  story?.records.map((record) => ('name' in record ? record.name : record.kind))

describe('the lines of a journal', () => {
  const lines: JournalLine[] = [
    { kind: 'begin', format: 1, instance: 'i', state, prints: [] },
    ...['one', 'two', 'three'].map((name): JournalLine => ({ kind: 'record', record: change(name) })),
  ]
  const { text } = writeLines(lines, 1_600_000_000_000, firstLine)

  it('are read as they were written', () => {
    expect(readLines(text)).toEqual({ lines: lines.map((line, n) => ({ n, at: 1_600_000_000_000, line })), torn: false })
  })

  it('are the same in one piece and in many', () => {
    let pieces = ''
    let at = firstLine
    for (const line of lines) {
      const next = writeLines([line], 1_600_000_000_000, at)
      pieces += next.text
      at = next.state
    }
    expect(pieces).toBe(text)
  })

  it('cut at any byte give the whole lines before it', () => {
    const ends = [...text.matchAll(/\n/g)].map(({ index }) => index + 1)
    for (let length = 0; length < text.length; length += 7) {
      const read = readLines(text.slice(0, length))
      expect(read.lines).toHaveLength(ends.filter((end) => end <= length).length)
      expect(read.torn).toBe(length > 0 && !ends.includes(length))
    }
  })

  it('end where one letter is another', () => {
    expect(readLines(text.replace('"two"', '"tvo"')).lines).toHaveLength(2)
    expect(readLines(text.replace('"two"', '"tvo"')).torn).toBe(true)
  })

  it('end where one is missing, comes twice, or comes from another journal', () => {
    const split = text.trimEnd().split('\n')
    const read = (...order: number[]) => readLines(`${order.map((n) => split[n]).join('\n')}\n`).lines.length
    expect(read(0, 1, 3)).toBe(2)
    expect(read(0, 1, 1, 2)).toBe(2)
    expect(read(1, 2, 3)).toBe(0)
    const other = writeLines(
      [{ ...lines[0]!, instance: 'other' } as JournalLine, ...lines.slice(1)],
      1_600_000_000_000,
      firstLine,
    ).text.split('\n')
    expect(readLines(`${split[0]}\n${other[1]}\n`).lines).toHaveLength(1)
  })
})

describe('the journal', () => {
  it('holds its changes in order, however they were given', async () => {
    const folder = await temporaryFolder()
    const journal = new Journal(folder, 'one')
    await journal.begin(state)
    await Promise.all(['a', 'b', 'c'].map(async (name) => journal.append([change(name), change(`${name}2`)])))
    await journal.append([change('d')])
    expect(names((await readJournal(journal.path))?.story)).toEqual(['a', 'a2', 'b', 'b2', 'c', 'c2', 'd'])
  })

  it('keeps its promise only when the change is on disk', async () => {
    const steps: string[] = []
    const journal = new Journal(await temporaryFolder(), 'one', { onStep: (step) => void steps.push(step) })
    await journal.begin(state)
    steps.length = 0
    await journal.append([change('a')])
    expect(steps).toEqual(['journal append: before the write', 'journal append: written', 'journal append: synced'])
  })

  it('asks to be begun anew when it has grown, and is small then', async () => {
    const journal = new Journal(await temporaryFolder(), 'one', { largeBytes: 2_000 })
    await journal.begin(state)
    expect(await journal.append([change('a')])).toEqual({ begin: false })
    expect(await journal.append([change('b'.repeat(900)), change('c'.repeat(900)), change('d'.repeat(900))])).toEqual({ begin: true })
    await journal.begin(state)
    expect(names((await readJournal(journal.path))?.story)).toEqual([])
    expect(await journal.append([change('e')])).toEqual({ begin: false })
  })

  it('asks to be begun when nothing can be appended to', async () => {
    expect(await new Journal(await temporaryFolder(), 'one').append([change('a')])).toEqual({ begin: true })
  })

  it('that was ended says how', async () => {
    for (const keep of [true, false]) {
      const journal = new Journal(await temporaryFolder(), 'one')
      await journal.begin(state)
      await journal.end(keep)
      expect((await readJournal(journal.path))?.end).toEqual({ keep })
    }
  })

  it('knows what is being saved, also when it is begun anew at that moment', async () => {
    const folder = await temporaryFolder()
    const { promise: goesOn, resolve: goOn } = Promise.withResolvers<void>()
    const { promise: isHeld, resolve: hold } = Promise.withResolvers<void>()
    let begun = 0
    const journal = new Journal(folder, 'one', {
      onStep: async (step) => {
        if (!step.startsWith('journal begin') || begun === 0) return
        hold()
        await goesOn
      },
    })
    await journal.begin(state, ['before'])
    begun = 1
    // The save announces itself while the journal, which knows the file as it was, is on its way to the disk.
    const again = journal.begin(state, ['before'])
    await isHeld
    const noted = journal.notePrints(['before', 'coming'])
    goOn()
    await Promise.all([again, noted])
    expect((await readJournal(journal.path))?.prints).toEqual(['before', 'coming'])
    await journal.remove()
  })

  it.runIf(process.platform === 'linux' && process.getuid?.() === 0)(
    'on a disk that is full says so, keeps what it has, and goes on when there is room',
    async () => {
      const folder = await temporaryFolder()
      const disk = join(folder, 'disk')
      await mkdir(disk)
      const mounted = await promisify(execFile)('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk]).then(
        () => true,
        () => false,
      )
      if (!mounted) return
      onTestFinished(async () => void (await promisify(execFile)('umount', ['-l', disk])))
      const journal = new Journal(disk, 'one')
      await journal.begin(state)
      await journal.append([change('kept')])
      await writeFile(join(disk, 'filler'), Buffer.alloc(48 * 1024))
      await expect(
        journal.append([change('x'.repeat(900)), ...Array.from({ length: 40 }, () => change('y'.repeat(900)))]),
      ).rejects.toMatchObject({ code: 'ENOSPC' })
      expect(names((await readJournal(journal.path))?.story)?.[0]).toBe('kept')
      await writeFile(join(disk, 'filler'), '')
      expect(await journal.append([change('later')])).toEqual({ begin: true })
      await journal.begin(state)
      await journal.append([change('again')])
      expect(names((await readJournal(journal.path))?.story)).toEqual(['again'])
    },
  )
})

describe('what is offered', () => {
  async function unfinished(...records: JournalRecord[]) {
    const folder = await temporaryFolder()
    const journal = new Journal(folder, 'one')
    await journal.begin(state)
    if (records.length > 0) await journal.append(records)
    return { folder, journal, offer: (await readJournal(journal.path))?.offer, read: async () => readJournal(journal.path) }
  }

  it('names the changes since the last save, the last one first', async () => {
    const saved: JournalRecord = { kind: 'saved', path: '/maps/a.cartouche', behind: 0 }
    const { offer } = await unfinished(change('one'), saved, change('two'), change('three'), { kind: 'undo' }, change('four'))
    expect(offer).toMatchObject({ path: '/maps/a.cartouche', count: 2, title: documentOf().title, torn: false })
    expect(offer?.changes.map(({ name }) => name)).toEqual(['four', 'two'])
    expect(offer?.savedAt).not.toBeNull()
  })

  it('counts what was undone after a save', async () => {
    const { offer, read } = await unfinished(change('one'), { kind: 'saved', path: '/a.cartouche', behind: 0 }, { kind: 'undo' })
    expect(offer?.changes.map(({ name }) => name)).toEqual(['undo of one'])
    expect((await read())?.modified).toBe(true)
  })

  it('is nothing when the last save holds everything, or everything was undone', async () => {
    expect((await (await unfinished(change('one'), { kind: 'saved', path: '/a.cartouche', behind: 0 })).read())?.modified).toBe(false)
    expect((await (await unfinished(change('one'), { kind: 'undo' })).read())?.modified).toBe(false)
  })

  it('is cut off at a torn line, and says so', async () => {
    const { journal } = await unfinished(change('one'))
    await appendFile(journal.path, '1234abcd {"n":2,"at":1')
    expect((await readJournal(journal.path))?.offer).toMatchObject({ count: 1, torn: true })
  })

  it('is kept for five more starts after it was decided on', async () => {
    const { folder } = await unfinished(change('one'))
    const first = new Recovery(folder)
    await first.survey()
    await first.settle('one')
    const kept = async () => readdir(join(folder, 'kept'))
    for (let start = 1; start <= 5; start += 1) {
      await new Recovery(folder).survey()
      expect(await kept()).toEqual([`one.${start}.journal`])
    }
    await new Recovery(folder).survey()
    expect(await kept()).toEqual([])
  })

  it('is never the journal of a run that still runs', async () => {
    const { folder } = await unfinished(change('one'))
    const mark = new LivenessMark(join(folder, 'one.running'))
    await mark.place()
    const while1 = new Recovery(folder)
    await while1.survey()
    expect(while1.offers()).toEqual([])
    await mark.takeAway()
    const after = new Recovery(folder)
    await after.survey()
    expect(after.offers()).toHaveLength(1)
  })
})

describe('whether a run still runs', () => {
  it('is told by its process, and not by another that has its number now', async () => {
    const path = join(await temporaryFolder(), 'one.running')
    const mark = new LivenessMark(path)
    await mark.place()
    expect(await isAlive(path)).toBe(true)
    const text = JSON.parse(await readFile(path, 'utf8')) as { began: string | null }
    if (text.began !== null) {
      await writeFile(path, JSON.stringify({ ...text, began: 'another boot 1' }))
      expect(await isAlive(path)).toBe(false)
    }
    await mark.takeAway()
    expect(await isAlive(path)).toBe(false)
  })

  it('is told by the age of its mark when it runs on another computer', async () => {
    const path = join(await temporaryFolder(), 'one.running')
    await writeFile(path, JSON.stringify({ pid: 1, host: 'elsewhere', began: null }))
    expect(await isAlive(path)).toBe(true)
    const old = new Date(Date.now() - 60_000)
    await utimes(path, old, old)
    expect(await isAlive(path)).toBe(false)
  })

  it('is not so when its mark cannot be understood', async () => {
    const path = join(await temporaryFolder(), 'one.running')
    await writeFile(path, '{')
    expect(await isAlive(path)).toBe(false)
  })
})
