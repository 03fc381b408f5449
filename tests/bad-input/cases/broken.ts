/** JSON that is broken. */
import { type BadInput, collection, feature, good, point, refused } from '../cases.ts'

const askAgain = 'Ask for the file again, or export it again.'
const repairEnd = 'Ask for the file again or repair its end, then open it again.'
const repairPlace = 'Repair that place in a text editor or ask for the file again, then open it again.'
const replaceNaN = 'Another program wrote it for a missing number: replace it with null everywhere, then open the file again.'
const notALayer = 'No map layer is: ask for the file again.'

export const broken: BadInput[] = [
  ['nothing at all', '', refused('bases.geojson is empty.', null, null, askAgain)],
  ['white space only', ' \n\n ', refused('bases.geojson has nothing in it but white space.', null, null, askAgain)],
  ['a byte order mark only', '\ufeff', refused('bases.geojson has nothing in it but white space.', null, null, askAgain)],
  [
    'cut in the middle of a feature',
    collection(good).slice(0, 90),
    refused('bases.geojson ends in the middle of a feature, at line 2, column 50.', 2, 50, repairEnd),
  ],
  [
    'cut in the middle of a number',
    collection(good).slice(0, 84),
    refused('bases.geojson ends in the middle of a feature, at line 2, column 44.', 2, 44, repairEnd),
  ],
  [
    'cut in the middle of a text',
    '{"type":"FeatureColl',
    refused('bases.geojson ends before it is complete, at line 1, column 21.', 1, 21, repairEnd),
  ],
  [
    'cut before the first feature',
    '{"type":"FeatureCollection","features":[',
    refused('bases.geojson ends before it is complete, at line 1, column 41.', 1, 41, repairEnd),
  ],
  [
    'cut before the last brackets',
    collection(good).slice(0, -3),
    refused('bases.geojson ends before it is complete, at line 3, column 1.', 3, 1, repairEnd),
  ],
  [
    'a sequence cut in its last text',
    `${good}\n{"type":"Feature","prop`,
    refused('bases.geojson ends in the middle of a feature, at line 2, column 24.', 2, 24, repairEnd),
  ],
  [
    'a single feature that is cut',
    good.slice(0, 60),
    refused('bases.geojson ends in the middle of a feature, at line 1, column 61.', 1, 61, repairEnd),
  ],
  [
    'a comma after the last feature',
    '{"type":"FeatureCollection","features":[\n' + good + ',\n]}',
    refused('bases.geojson is not valid JSON: there is “]” instead of a value at line 3, column 1.', 3, 1, repairPlace),
  ],
  [
    'no comma between features',
    collection(`${good}\n${good}`),
    refused('bases.geojson is not valid JSON: there is “{” instead of a comma or “]” at line 3, column 1.', 3, 1, repairPlace),
  ],
  [
    'single quotation marks',
    `{'type':'Point'}`,
    refused(
      "bases.geojson is not valid JSON: there is “'” instead of a name in quotation marks or “}” at line 1, column 2.",
      1,
      2,
      repairPlace,
    ),
  ],
  [
    'names without quotation marks',
    '{type:"Point"}',
    refused(
      'bases.geojson is not valid JSON: there is “t” instead of a name in quotation marks or “}” at line 1, column 2.',
      1,
      2,
      repairPlace,
    ),
  ],
  [
    'a comment',
    '{\n// bases\n"type":"Point"}',
    refused(
      'bases.geojson is not valid JSON: there is “/” instead of a name in quotation marks or “}” at line 2, column 1.',
      2,
      1,
      repairPlace,
    ),
  ],
  [
    'no colon',
    '{"type" "Point"}',
    refused('bases.geojson is not valid JSON: there is “"” instead of a colon at line 1, column 9.', 1, 9, repairPlace),
  ],
  [
    'the wrong bracket',
    '{"type":"Point"]',
    refused('bases.geojson is not valid JSON: there is “]” instead of a comma or “}” at line 1, column 16.', 1, 16, repairPlace),
  ],
  [
    'a number for a name',
    '{1:2}',
    refused(
      'bases.geojson is not valid JSON: there is “1” instead of a name in quotation marks or “}” at line 1, column 2.',
      1,
      2,
      repairPlace,
    ),
  ],
  [
    'no value',
    '{"type":}',
    refused('bases.geojson is not valid JSON: there is “}” instead of a value at line 1, column 9.', 1, 9, repairPlace),
  ],
  [
    'two commas',
    collection(point('[44.1,,33.2]')),
    refused('bases.geojson is not valid JSON: there is “,” instead of a value at line 2, column 82.', 2, 82, repairPlace),
  ],
  [
    'NaN',
    collection(point('[NaN,33]')),
    refused('bases.geojson is not valid JSON: there is “NaN” at line 2, column 77.', 2, 77, replaceNaN),
  ],
  [
    'Infinity',
    collection(point('[Infinity,33]')),
    refused('bases.geojson is not valid JSON: there is “Infinity” at line 2, column 77.', 2, 77, replaceNaN),
  ],
  [
    'minus Infinity',
    collection(point('[-Infinity,33]')),
    refused('bases.geojson is not valid JSON: there is “-Infinity” at line 2, column 77.', 2, 77, replaceNaN),
  ],
  [
    'Python’s True',
    '{"type":"Feature","ok":True}',
    refused(
      'bases.geojson is not valid JSON: there is “True” at line 1, column 24.',
      1,
      24,
      'It is Python’s way of writing: export the layer as JSON again, and open that.',
    ),
  ],
  [
    'undefined',
    '{"a":undefined}',
    refused('bases.geojson is not valid JSON: there is “undefined” at line 1, column 6.', 1, 6, repairPlace),
  ],
  [
    'a literal that is misspelt',
    '{"a":nul}',
    refused('bases.geojson is not valid JSON: there is “nul” at line 1, column 6.', 1, 6, repairPlace),
  ],
  [
    'a zero before a number',
    collection(point('[044.1,33]')),
    refused('bases.geojson is not valid JSON: “044.1” is not a number at line 2, column 77.', 2, 77, repairPlace),
  ],
  [
    'a plus before a number',
    collection(point('[+44.1,33]')),
    refused('bases.geojson is not valid JSON: there is “+” instead of a value or “]” at line 2, column 77.', 2, 77, repairPlace),
  ],
  [
    'a number that ends in a dot',
    collection(point('[44.,33]')),
    refused('bases.geojson is not valid JSON: “44.” is not a number at line 2, column 77.', 2, 77, repairPlace),
  ],
  [
    'a number that begins with a dot',
    collection(point('[.5,33]')),
    refused('bases.geojson is not valid JSON: there is “.” instead of a value or “]” at line 2, column 77.', 2, 77, repairPlace),
  ],
  [
    'a hexadecimal number',
    collection(point('[0x1F,33]')),
    refused('bases.geojson is not valid JSON: there is “x” instead of a comma or “]” at line 2, column 78.', 2, 78, repairPlace),
  ],
  [
    'a decimal comma and a degree sign',
    collection(point('[44°6′,33]')),
    refused(
      'bases.geojson is not valid JSON: there is a letter outside quotation marks instead of a comma or “]” at line 2, column 79.',
      2,
      79,
      repairPlace,
    ),
  ],
  [
    'an exponent without digits',
    collection(point('[1e,33]')),
    refused('bases.geojson is not valid JSON: “1e” is not a number at line 2, column 77.', 2, 77, repairPlace),
  ],
  [
    'a backslash of Windows',
    collection(feature('null', '{"path":"C:\\data"}')),
    refused(
      'bases.geojson is not valid JSON: there is a backslash in a text that stands for nothing at line 2, column 44.',
      2,
      44,
      repairPlace,
    ),
  ],
  [
    'a bad Unicode escape',
    '{"a":"\\u12G4"}',
    refused(
      'bases.geojson is not valid JSON: there is a backslash in a text that stands for nothing at line 1, column 11.',
      1,
      11,
      repairPlace,
    ),
  ],
  [
    'a line end in a text',
    collection(feature('null', '{"a":"one\ntwo"}')),
    refused('bases.geojson is not valid JSON: a text is not closed before its line ends at line 2, column 41.', 2, 41, repairPlace),
  ],
  [
    'a tab in a text',
    '{"a":"one\ttwo"}',
    refused('bases.geojson is not valid JSON: there is the control character 0x09 in a text at line 1, column 10.', 1, 10, repairPlace),
  ],
  [
    'a zero byte in a text',
    '{"a":"one\0two"}',
    refused('bases.geojson is not valid JSON: there is the control character 0x00 in a text at line 1, column 10.', 1, 10, repairPlace),
  ],
  [
    'something after the end',
    `${collection(good).trim()} x`,
    refused('bases.geojson is not valid JSON: there is something after its end at line 3, column 4.', 3, 4, repairPlace),
  ],
  [
    'two features on a line',
    good + good,
    refused('bases.geojson is not valid JSON: there is something after its end at line 1, column 89.', 1, 89, repairPlace),
  ],
  [
    'zero bytes after the end',
    `${collection(good)}\0\0`,
    refused('bases.geojson is not valid JSON: there is the control character 0x00 at line 4, column 1.', 4, 1, repairPlace),
  ],
  ['a word', 'hello world', refused('bases.geojson is not valid JSON: there is “hello” at line 1, column 1.', 1, 1, repairPlace)],
  [
    'lists nested 100,000 deep',
    '['.repeat(100_000),
    refused('bases.geojson is nested more than 1,000 levels deep, at line 1, column 1001.', 1, 1001, notALayer),
  ],
  [
    'attributes nested 100,000 deep',
    collection(feature('null', `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`)),
    refused('bases.geojson is nested more than 1,000 levels deep, at line 2, column 1033.', 2, 1033, notALayer),
  ],
  [
    'objects nested 100,000 deep',
    '{"a":'.repeat(100_000),
    refused('bases.geojson is nested more than 1,000 levels deep, at line 1, column 5001.', 1, 5001, notALayer),
  ],
  [
    'a text sequence with a broken text',
    `\x1e${good}\n\x1e{"type":"Feat\n`,
    refused('bases.geojson is not valid JSON: a text is not closed before its line ends at line 2, column 15.', 2, 15, repairPlace),
  ],
  [
    'a broken line among lines',
    `${good}\n{"type":"Feature","prop\n${good}\n`,
    refused('bases.geojson is not valid JSON: a text is not closed before its line ends at line 2, column 24.', 2, 24, repairPlace),
  ],
]
