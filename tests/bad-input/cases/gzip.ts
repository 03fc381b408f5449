/** Files that are compressed with gzip, and not as they should be. */
import { Buffer } from 'node:buffer'
import { gzipSync } from 'node:zlib'
import { type BadInput, collection, good, opened, refused, withGood } from '../cases.ts'

const askAgain = 'Ask for the file again, then open it.'
const repairEnd = 'Ask for the file again or repair its end, then open it again.'
const repairPlace = 'Repair that place in a text editor or ask for the file again, then open it again.'

/** Compresses to more than what is unpacked at once, and so does each half of it. */
const many = collection(...Array.from({ length: 20_000 }, (_, i) => good.replace('44.1', `44.${Math.imul(i, 2_654_435_761) >>> 0}`)))
const packed = gzipSync(many)

/** @param at from the end */
function flipped(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes)
  copy[copy.length - at] = (copy[copy.length - at] ?? 0) ^ 0xff
  return copy
}

const holdsNone = (what: string, advice: string) =>
  refused(`bases.geojson holds no GeoJSON: unpacked, it seems to be ${what}.`, null, null, advice)

export const gzip: BadInput[] = [
  ['a whole one', gzipSync(collection(good)), opened(1, 0)],
  [
    'members that follow one another',
    Buffer.concat([gzipSync(collection(good).slice(0, 60)), gzipSync(collection(good).slice(60))]),
    opened(1, 0),
  ],
  ['an empty member between', Buffer.concat([gzipSync(`${good}\n`), gzipSync(''), gzipSync(`${good}\n`)]), opened(2, 0)],
  ['zeros after its end, as tapes and backups leave them', Buffer.concat([gzipSync(collection(good)), Buffer.alloc(10_240)]), opened(1, 0)],
  [
    'a bad feature in it',
    gzipSync(withGood('{"type":"Feature","geometry":{"type":"Point","coordinates":["a",1]},"properties":{}}')),
    opened(1, 0, ['skipped', 1, 3, 61, 'A coordinate is text (“a”), not a number.']),
  ],
  ['its header alone', packed.subarray(0, 10), refused('bases.geojson ends in the middle of its compressed data.', null, null, askAgain)],
  ['cut in its header', packed.subarray(0, 7), refused('bases.geojson ends in the middle of its compressed data.', null, null, askAgain)],
  [
    'cut in the middle',
    packed.subarray(0, packed.length >> 1),
    refused('bases.geojson ends in the middle of its compressed data.', null, null, askAgain),
  ],
  [
    'cut in its last bytes',
    packed.subarray(0, -3),
    refused('bases.geojson ends in the middle of its compressed data.', null, null, askAgain),
  ],
  [
    'another checksum',
    flipped(packed, 6),
    refused('bases.geojson is damaged: what is unpacked from it does not agree with its checksum.', null, null, askAgain),
  ],
  [
    'another length',
    flipped(packed, 2),
    refused('bases.geojson is damaged: what is unpacked from it does not agree with its checksum.', null, null, askAgain),
  ],
  [
    'an unknown method of compression',
    Buffer.from([0x1f, 0x8b, 9, 0, 0, 0, 0, 0, 0, 3, 1, 2, 3]),
    refused('bases.geojson is damaged: from some place on it cannot be unpacked.', null, null, askAgain),
  ],
  [
    'something else after its end',
    Buffer.concat([packed, Buffer.from('<html>'.repeat(4_000))]),
    refused('bases.geojson is damaged: from some place on it cannot be unpacked.', null, null, askAgain),
  ],
  ['nothing in it', gzipSync(''), refused('bases.geojson is empty.', null, null, 'Ask for the file again, or export it again.')],
  [
    'JSON in it that ends too early',
    gzipSync(collection(good).slice(0, -3)),
    refused('bases.geojson ends before it is complete, at line 3, column 1.', 3, 1, repairEnd),
  ],
  [
    'JSON in it that is broken',
    gzipSync(collection(`${good}\n${good}`)),
    refused('bases.geojson is not valid JSON: there is “{” instead of a comma or “]” at line 3, column 1.', 3, 1, repairPlace),
  ],
  [
    'a web page in it',
    gzipSync('<!doctype html><html></html>'),
    holdsNone('a web page (HTML)', 'The download was probably an error or log-in page: download the data again.'),
  ],
  [
    'gzip in it',
    gzipSync(gzipSync(collection(good))),
    holdsNone('compressed with gzip', 'Unpack it first, for example with gunzip, and open the result.'),
  ],
  ['a tar archive in it', gzipSync(tar()), holdsNone('a tar archive', 'Unpack it and open the GeoJSON file inside.')],
  [
    'a bomb of white space',
    gzipSync(Buffer.alloc(300 * 2 ** 20, ' ')),
    refused(
      'bases.geojson unpacks to more than 100 times its size, which no map layer does.',
      null,
      null,
      'It may be made to fill the disk: open it only if you know where it comes from, and unpack it yourself.',
    ),
  ],
]

/** The beginning of an archive: a name, and the mark of the format at its place (POSIX.1-1988, ustar). */
function tar(): Buffer {
  const block = Buffer.alloc(512)
  block.write('bases.geojson', 0)
  block.write('ustar', 257)
  return Buffer.concat([block, Buffer.from(collection(good))])
}
