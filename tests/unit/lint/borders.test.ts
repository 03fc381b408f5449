/** Proves that the linter holds the borders: it builds a house in which every room imports everything. */
import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const repository = resolve(import.meta.dirname, '../../..')

/** The table of rooms, written once more on purpose: a slip in the linter's copy shows up here. */
const mayImport: Record<string, string[]> = {
  'electron/contract': [],
  'electron/services': ['electron/contract', 'node'],
  'electron/engine': ['electron/contract', 'electron/services', 'node'],
  'electron/main': ['electron/contract', 'electron/services', 'node', 'electron'],
  'electron/cli': ['electron/contract', 'electron/services', 'node', 'electron'],
  'electron/preload': ['electron/contract', 'electron'],
  'renderer/bridge': ['electron/contract'],
  'renderer/document': ['electron/contract', 'immer'],
  'renderer/store': ['electron/contract', 'renderer/bridge', 'renderer/document', 'zustand', 'immer'],
  'renderer/map': ['electron/contract', 'renderer/store', 'renderer/document', 'ol', 'proj4', 'pmtiles'],
  'renderer/page': ['electron/contract', 'renderer/document'],
  'renderer/export': ['electron/contract', 'renderer/page', 'renderer/map', 'renderer/bridge'],
  'renderer/app': [
    'electron/contract',
    'renderer/bridge',
    'renderer/document',
    'renderer/store',
    'renderer/map',
    'renderer/page',
    'renderer/export',
    'react',
    'zustand',
  ],
}
mayImport['electron/services']?.push('proj4', 'pmtiles')
mayImport['electron/engine']?.push('proj4', 'pmtiles')

const packages: Record<string, string[]> = {
  node: ['node:fs', 'node:fs/promises', 'path'],
  electron: ['electron'],
  ol: ['ol', 'ol/Feature.js', 'ol/source/Vector.js'],
  proj4: ['proj4'],
  pmtiles: ['pmtiles'],
  react: ['react', 'react-dom/client', '@base-ui/react/dialog', 'lucide-react', 'cmdk', '@tanstack/react-virtual'],
  zustand: ['zustand', 'zustand/vanilla'],
  immer: ['immer'],
}
/** No room may open a socket, and none may reach out of the house. */
const nobody = [
  'node:http',
  'node:https',
  'http',
  'https',
  'http2',
  'node:net',
  'net',
  'node:tls',
  'node:dgram',
  'node:dns',
  'dns/promises',
  'undici',
  '../../package.json',
]
/** Schemas are written in every room. */
const everybody = ['zod', 'zod/v4', './neighbour.ts']

const rooms = Object.keys(mayImport)
const house = mkdtempSync(join(tmpdir(), 'cartouche-house-'))
/** What the linter refused, by file. */
const refused = new Map<string, Set<string>>()

function lint(): string {
  const tool = join(repository, 'node_modules/oxlint/bin/oxlint')
  try {
    const options = { cwd: house, encoding: 'utf8', maxBuffer: 1 << 26, stdio: 'pipe' } as const
    return execFileSync(process.execPath, [tool, '--format=json', 'electron', 'renderer'], options)
  } catch (error) {
    // It exits with 1 when it has found something.
    if (error instanceof Error && 'stdout' in error) return String(error.stdout)
    throw error
  }
}

/** Every way to say "import", each in a file of its own. */
const ways: Record<string, (source: string) => string> = {
  import: (source) => `import '${source}'`,
  'import type': (source) => `import type * as theirs from '${source}'\nexport type Theirs = typeof theirs`,
  'export from': (source) => `export * from '${source}'`,
  'import()': (source) => `export const later = import('${source}')`,
  'type import()': (source) => `export type Later = typeof import('${source}')`,
  require: (source) => `export const old = require('${source}')`,
}

beforeAll(() => {
  for (const file of ['.oxlintrc.json', 'tsconfig.json', 'package.json']) copyFileSync(join(repository, file), join(house, file))
  symlinkSync(join(repository, 'node_modules'), join(house, 'node_modules'), 'junction')
  for (const room of rooms) {
    mkdirSync(join(house, room, 'deep'), { recursive: true })
    writeFileSync(join(house, room, 'index.ts'), 'export const room = 1\n')
    writeFileSync(join(house, room, 'neighbour.ts'), 'export const neighbour = 1\n')
    const sources = [
      ...rooms.filter((other) => other !== room).map((other) => `../../${other}/index.ts`),
      ...Object.values(packages).flat(),
      ...nobody,
      ...everybody,
    ]
    writeFileSync(join(house, room, 'all.ts'), sources.map((source) => `import '${source}'\n`).join(''))
  }
  for (const [way, write] of Object.entries(ways)) {
    writeFileSync(join(house, 'electron/contract', `${way.replaceAll(/\W/g, '-')}.ts`), `${write('../main/index.ts')}\n`)
  }
  writeFileSync(join(house, 'renderer/page/deep/below.ts'), "import '../../map/index.ts'\n")
  writeFileSync(join(house, 'electron/services/sends.ts'), "export const answer = fetch('map://')\n")

  const report = JSON.parse(lint()) as { diagnostics: { code: string; message: string; filename: string }[] }
  for (const { code, message, filename } of report.diagnostics) {
    const source = code.startsWith('boundaries') ? /may not import (\S+)\. /.exec(message)?.[1] : code
    if (source === undefined) continue
    const known = refused.get(filename) ?? new Set()
    refused.set(filename, known.add(source))
  }
})

afterAll(() => rmSync(house, { recursive: true, force: true }))

const refusals = (file: string): string[] => [...(refused.get(file) ?? [])]

describe.each(rooms)('%s', (room) => {
  const others = rooms.filter((other) => other !== room)
  const forbiddenRooms = others.filter((other) => !mayImport[room]?.includes(other))
  const forbiddenPackages = Object.keys(packages).filter((name) => !mayImport[room]?.includes(name))

  test.each(forbiddenRooms)('may not import %s', (other) => {
    expect(refusals(`${room}/all.ts`)).toContain(`../../${other}/index.ts`)
  })

  test.each(forbiddenPackages)('may not import the package %s', (name) => {
    expect(refusals(`${room}/all.ts`)).toEqual(expect.arrayContaining(packages[name] ?? []))
  })

  test('may not open a socket, nor reach out of the house', () => {
    expect(refusals(`${room}/all.ts`)).toEqual(expect.arrayContaining(nobody))
  })

  test('may import all that its row of the table names', () => {
    const allowed = new Set([
      ...others.filter((other) => mayImport[room]?.includes(other)).map((other) => `../../${other}/index.ts`),
      ...Object.keys(packages)
        .filter((name) => mayImport[room]?.includes(name))
        .flatMap((name) => packages[name] ?? []),
      ...everybody,
    ])
    expect(refusals(`${room}/all.ts`).filter((source) => allowed.has(source))).toEqual([])
  })
})

test.each(Object.keys(ways))('a breach by %s is caught', (way) => {
  expect(refusals(`electron/contract/${way.replaceAll(/\W/g, '-')}.ts`)).toContain('../main/index.ts')
})

test('a folder below a room belongs to the room', () => {
  expect(refusals('renderer/page/deep/below.ts')).toEqual(['../../map/index.ts'])
})

test("Node's own fetch is caught", () => {
  expect(refusals('electron/services/sends.ts')).toContain('eslint(no-restricted-globals)')
})
