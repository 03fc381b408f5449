/** Documents that are not as they should be, and what is said of each. */
import { byLine, changed, replaced, sampleText } from './sample.ts'

/** What of a damaged document is there, and the exact sentences about the rest. `nodes` are layers and groups by name, a group with the number of its layers. */
export type OpensInPart = { nodes: string[]; annotations: number; lost: string[] }
export type Case = { name: string; text: string | Buffer } & ({ whole: true } | { refused: string } | { part: OpensInPart })

const all = ['Roads', 'Group g 2']
const part = (nodes: string[], annotations: number, ...lost: string[]): { part: OpensInPart } => ({ part: { nodes, annotations, lost } })
const withLine = (mark: string, change: (line: string) => string): string => byLine((line) => (line.includes(mark) ? change(line) : line))
const image = (data: string): string =>
  changed((document) => (document['annotations'][0].properties.image = { data, widthMm: 10, heightMm: 10 }))
const badImage = 'Annotation “Pin 1” (line 1) has a value at “properties.image.data” that is not written as it should be.'
const onPath = (path: string): string => changed((document) => (document['layers'][0].path = path))
const elsewhere = (path: string): string => `Layer “Roads” names a file on another computer (${path}); it was not asked for.`
const missing = ['The title', 'The subtitle', 'The as-of date', 'The number of the update', 'The view', 'The basemap'].map(
  (what) => `${what} is missing.`,
)
const endsAt = (line: number): string => `The file ends, or goes on as something else, at line ${line}.`
const cutAt = (share: number): string => sampleText.slice(0, Math.floor(sampleText.length * share))
const annotated = (name: string, change: (properties: Record<string, unknown>) => void, sentence: string, label = 'Pin 1'): Case => ({
  name,
  text: changed((document) => change(document['annotations'][0].properties)),
  ...part(all, 2, `Annotation “${label}” (line 1) ${sentence}.`),
})

export const cases: Case[] = [
  // Cut off, from the beginning on.
  { name: 'nothing', text: '', refused: 'map.cartouche is damaged: it is not complete JSON (Unexpected end of JSON input).' },
  {
    name: 'cut within its first member',
    text: sampleText.slice(0, 8),
    refused: 'map.cartouche is damaged: it is not complete JSON (Unterminated string in JSON at position 8 (line 2 column 7)).',
  },
  { name: 'cut after its first member', text: sampleText.slice(0, 16), ...part([], 0, ...missing, endsAt(2)) },
  { name: 'cut after a tenth', text: cutAt(0.1), ...part([], 0, 'A layer or group on line 11 is not whole.', endsAt(11)) },
  {
    name: 'cut after two tenths',
    text: cutAt(0.2),
    ...part(['Roads'], 0, 'A layer or group on line 12 is not whole.', 'A layer or group on line 13 is not whole.', endsAt(13)),
  },
  { name: 'cut after three tenths', text: cutAt(0.3), ...part(all, 0, 'An annotation on line 18 is not whole.', endsAt(18)) },
  { name: 'cut after four tenths', text: cutAt(0.4), ...part(all, 0, 'An annotation on line 18 is not whole.', endsAt(18)) },
  { name: 'cut in the middle', text: cutAt(0.5), ...part(all, 0, 'An annotation on line 18 is not whole.', endsAt(18)) },
  { name: 'cut after six tenths', text: cutAt(0.6), ...part(all, 1, 'An annotation on line 19 is not whole.', endsAt(19)) },
  { name: 'cut after seven tenths', text: cutAt(0.7), ...part(all, 1, 'An annotation on line 19 is not whole.', endsAt(19)) },
  { name: 'cut after eight tenths', text: cutAt(0.8), ...part(all, 2, 'An annotation on line 20 is not whole.', endsAt(20)) },
  { name: 'cut after nine tenths', text: cutAt(0.9), ...part(all, 2, 'An annotation on line 20 is not whole.', endsAt(20)) },
  { name: 'cut before its last bracket', text: sampleText.trimEnd().slice(0, -1), ...part(all, 3, endsAt(23)) },

  // Broken in the middle.
  {
    name: 'one layer of a group cut',
    text: withLine('"Towns"', (line) => line.slice(0, 60)),
    ...part(['Roads', 'Bases'], 3, 'A layer or group on line 12 is not whole.', 'A layer or group on line 14 is not whole.'),
  },
  {
    name: 'a bracket that is missing',
    text: withLine('"pin-2"', (line) => line.replace(/\},?$/, ',')),
    ...part(all, 2, 'An annotation on line 19 is not whole.'),
  },
  {
    name: 'a quote too many',
    text: withLine('"pin-2"', (line) => line.replace('held', 'he"ld')),
    ...part(all, 2, 'An annotation on line 19 is not whole.'),
  },
  {
    name: 'the head of a group that is broken',
    text: withLine('"type":"group"', (line) => line.replace('"group"', 'group')),
    ...part(['Roads', 'Bases', 'Towns'], 3, 'A layer or group on line 12 is not whole.'),
  },
  {
    name: 'a block of zeros, as a disk leaves it',
    text: withLine('"Roads"', (line) => '\0'.repeat(line.length)),
    ...part(['Group g 2'], 3, 'A layer or group on line 11 is not whole.'),
  },
  {
    name: 'the marks of a merge',
    text: withLine('"pin-2"', (line) => `<<<<<<< ours\n${line}\n=======\n${line}\n>>>>>>> theirs`),
    ...part(
      all,
      4,
      'An annotation on line 19 is not whole.',
      'An annotation on line 21 is not whole.',
      'An annotation on line 23 is not whole.',
      'Annotation “Pin 2” had the id of another, and was given one of its own.',
    ),
  },
  {
    name: 'a view with a bracket too many',
    text: replaced('"view": {', '"view": {{'),
    ...part(all, 3, 'The view is missing.', 'The view on line 7 is not whole.'),
  },
  { name: 'text after its end', text: `${sampleText}x`, ...part(all, 3, endsAt(24)) },
  { name: 'itself twice', text: sampleText + sampleText, ...part(all, 3, endsAt(24)) },
  {
    name: 'a number that is none',
    text: replaced('"opacity":1', '"opacity":NaN'),
    ...part(['Group g 2'], 3, 'A layer or group on line 11 is not whole.'),
  },
  {
    name: 'a number beyond numbers',
    text: replaced('"opacity":1', '"opacity":1e999'),
    ...part(['Group g 2'], 3, 'Layer “Roads” (line 11) has a value at “opacity” that is not of the right kind.'),
  },
  {
    name: 'ten thousand brackets that never close',
    text: `{"schema":1,"title":"x","layers":[${'['.repeat(10_000)}`,
    ...part([], 0, ...missing.slice(1), 'A layer or group on line 1 is not whole.', endsAt(1)),
  },
  {
    name: 'Latin 1 in place of UTF-8',
    text: Buffer.from(replaced('Bases in Iraq', 'Bases in Irâq'), 'latin1'),
    ...part(all, 3, 'Some of its characters are not UTF-8, and stand as “\uFFFD” now.'),
  },
  {
    name: 'UTF-16',
    text: Buffer.from(sampleText, 'utf16le'),
    refused: "map.cartouche is damaged: it is not complete JSON (Expected property name or '}' in JSON at position 1 (line 1 column 2)).",
  },

  // Something else, or from another time.
  { name: 'GeoJSON', text: '{"type":"FeatureCollection","features":[]}', refused: 'map.cartouche is not a map document of Cartouche.' },
  {
    name: 'a newer version',
    text: '{"schema":2,"pages":{}}',
    refused: 'map.cartouche was made by a newer version of Cartouche (document schema 2; this program knows 1).',
  },
  {
    name: 'a newer version that is cut',
    text: '{\n  "schema": 3,\n  "layers": [',
    refused: 'map.cartouche was made by a newer version of Cartouche (document schema 3; this program knows 1).',
  },
  {
    name: 'schema 0',
    text: replaced('"schema": 1', '"schema": 0'),
    ...part(all, 3, 'The number of its schema is not 1; it was read as if it were.'),
  },
  {
    name: 'a title that is a number',
    text: replaced('"title": "Bases in Iraq"', '"title": 5'),
    ...part(all, 3, 'The title is not of the right kind.'),
  },
  { name: 'layers that are no list', text: changed((document) => (document['layers'] = {})), ...part([], 3, '“layers” is not a list.') },
  {
    name: 'a member that is not known',
    text: changed((document) => (document['extra'] = 1)),
    ...part(all, 3, '“extra” is not known to this version of Cartouche.'),
  },
  {
    name: 'a layer that is a word',
    text: changed((document) => (document['layers'][0] = 'roads')),
    ...part(['Group g 2'], 3, 'Layer on line 1 is not of the right kind.'),
  },
  {
    name: 'an annotation that is nothing',
    text: changed((document) => (document['annotations'][1] = null)),
    ...part(all, 2, 'Annotation on line 1 is not of the right kind.'),
  },
  {
    name: 'a group in a group',
    text: changed((document) => (document['layers'][1].layers[0] = structuredClone(document['layers'][1]))),
    ...part(['Roads', 'Group g 1'], 3, 'Layer “Group g” (line 1) has a value at “type” that is not one that is known.'),
  },
  {
    name: 'ids that come twice',
    text: changed((document) => ((document['annotations'][1].id = 'pin-1'), (document['layers'][1].layers[0].id = 'roads'))),
    ...part(
      all,
      3,
      'Layer “Bases” had the id of another, and was given one of its own.',
      'Annotation “Pin 2” had the id of another, and was given one of its own.',
    ),
  },
  annotated(
    'a kind that is not known',
    (properties) => (properties['kind'] = 'virus'),
    'has a value at “properties.kind” that is not one that is known',
  ),
  annotated(
    'a month that there is not',
    (properties) => (properties['reported'] = '2020-13'),
    'has a value at “properties.reported” that is not right: a date is written 2020, 2020-09 or 2020-09-23',
  ),
  {
    name: 'a latitude beyond the pole',
    text: changed((document) => (document['annotations'][0].geometry.coordinates = [44, 95])),
    ...part(all, 2, 'Annotation “Pin 1” (line 1) has a value at “geometry.coordinates.1” that is greater than 90.'),
  },

  // Hostile.
  {
    name: 'a prototype',
    text: sampleText.replace('{', '{"__proto__":{"polluted":true},'),
    ...part(all, 3, '“__proto__” is not known to this version of Cartouche.'),
  },
  {
    name: 'a constructor',
    text: sampleText.replace('{', '{"constructor":{"prototype":{"polluted":true}},'),
    ...part(all, 3, '“constructor” is not known to this version of Cartouche.'),
  },
  {
    name: 'a prototype within a layer',
    text: replaced('"id":"roads"', '"__proto__":{"polluted":true},"id":"roads"'),
    ...part(all, 3, 'Layer “Roads” (line 11) has something that is not known, “__proto__”, which was left out.'),
  },
  {
    name: 'a prototype within an annotation',
    text: replaced('"kind":"point"', '"__proto__":{"polluted":true},"kind":"point"'),
    ...part(all, 3, 'Annotation “Pin 1” (line 18) has something that is not known, “__proto__” at “properties”, which was left out.'),
  },
  { name: 'a path that climbs out, which only the engine is to judge', text: onPath('../../../../etc/passwd'), whole: true },
  {
    name: 'a path to another computer, in the way of Windows',
    text: onPath('\\\\evil\\share\\a.geojson'),
    ...part(all, 3, elsewhere('\\\\evil\\share\\a.geojson')),
  },
  { name: 'a path to another computer', text: onPath('//evil/share/a.geojson'), ...part(all, 3, elsewhere('//evil/share/a.geojson')) },
  { name: 'a path to a device of Windows', text: onPath('\\\\.\\PhysicalDrive0'), ...part(all, 3, elsewhere('\\\\.\\PhysicalDrive0')) },
  {
    name: 'an SVG with a script as image',
    text: image(`data:image/svg+xml;base64,${Buffer.from('<svg onload="alert(1)"/>').toString('base64')}`),
    ...part(all, 2, badImage),
  },
  { name: 'a script as image', text: image('javascript:alert(1)'), ...part(all, 2, badImage) },
  { name: 'an image on a server', text: image('https://evil.example/pixel.png'), ...part(all, 2, badImage) },
  {
    name: 'an image of 20 MB',
    text: image(`data:image/png;base64,${'A'.repeat(20_000_000)}`),
    ...part(all, 2, 'Annotation “Pin 1” (line 1) has a value at “properties.image.data” that is longer than 16,000,000 characters.'),
  },
  annotated(
    'a label of a million characters',
    (properties) => (properties['label'] = 'A'.repeat(1_000_000)),
    'has a value at “properties.label” that is longer than 10,000 characters',
    `${'A'.repeat(39)}…`,
  ),
  {
    name: 'a title of a million characters',
    text: changed((document) => (document['title'] = 'A'.repeat(1_000_000))),
    ...part(all, 3, 'The title is longer than 10,000 characters.'),
  },

  // Strange, and quite all right.
  {
    name: 'text from right to left, marks that turn it, and characters without width',
    text: changed((document) => (document['title'] = 'قواعد \u202Eqarsi\u202C \u200B\u200D\uFEFF')),
    whole: true,
  },
  {
    name: 'an annotation named from right to left, with marks that turn it and characters without width',
    text: changed((document) =>
      Object.assign(document['annotations'][0].properties, {
        label: '\u202Eقاعدة التاجي\u202C\u200B\uFEFFCamp\u2066 Taji\u0000',
        status: '\u200F\u200D',
        source: { ...document['annotations'][0].properties.source, title: '\u2067מקור\u2069' },
      }),
    ),
    whole: true,
  },
  { name: 'half a character', text: replaced('Bases in Iraq', String.raw`Bases \ud800 in`), whole: true },
  { name: 'a byte order mark', text: `\uFEFF${sampleText}`, whole: true },
  {
    name: 'another order of its members, and no line breaks',
    text: JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(sampleText)).toReversed())),
    whole: true,
  },
]
