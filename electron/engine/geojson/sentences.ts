/** Sentences about a GeoJSON file as a whole. */
import { RefusalError } from '../../contract/refusal.ts'
import type { BrokenContent } from '../file/layerContent.ts'
import type { LayerFile } from '../file/layerFile.ts'
import { hex, type JsonFault } from '../json/syntax.ts'
import { linked } from './crsMember.ts'
import type { Evidence } from './evidence.ts'
import type { NotGeoJson } from './notGeoJson.ts'
import { quote } from './quote.ts'

const askAgain = 'Ask for the file again or repair its end, then open it again.'
const repairPlace = 'Repair that place in a text editor or ask for the file again, then open it again.'
const asLonLat = 'Export it again in WGS 84 longitude and latitude (EPSG:4326), and open that.'

export function refuseSyntax({ fault, line, column }: JsonFault, file: LayerFile, isInsideFeature: boolean): RefusalError {
  const at = `line ${line}, column ${column}`
  const refuse = (message: string, advice: string) =>
    new RefusalError({ message: `${file.name} ${message}`, advice, file: file.path, line, column })
  const invalid = (what: string, advice = repairPlace) => refuse(`is not valid JSON: ${what} at ${at}.`, advice)
  switch (fault.kind) {
    case 'truncated':
      return refuse(isInsideFeature ? `ends in the middle of a feature, at ${at}.` : `ends before it is complete, at ${at}.`, askAgain)
    case 'blank':
      return new RefusalError({
        message: `${file.name} has nothing in it but white space.`,
        advice: 'Ask for the file again, or export it again.',
        file: file.path,
      })
    case 'tooDeep':
      return refuse(
        `is nested more than ${fault.limit.toLocaleString('en')} levels deep, at ${at}.`,
        'No map layer is: ask for the file again.',
      )
    case 'trailing':
      return invalid('there is something after its end')
    case 'unexpected':
      return invalid(`there is ${fault.found} instead of ${fault.expected}`)
    case 'number':
      return invalid(`${quote(fault.found)} is not a number`)
    case 'escape':
      return invalid('there is a backslash in a text that stands for nothing')
    case 'controlCharacter':
      if (!fault.inText) return invalid(`there is the control character ${hex(fault.code)}`)
      if (fault.code === 0x0a || fault.code === 0x0d) return invalid('a text is not closed before its line ends')
      return invalid(`there is the control character ${hex(fault.code)} in a text`)
    case 'notJson':
      return invalid(`there is ${quote(fault.word)}`, adviceForWord(fault.word))
  }
}

export function refuseBroken({ message, advice }: BrokenContent, file: LayerFile): RefusalError {
  return new RefusalError({ message: `${file.name} ${message}`, advice, file: file.path })
}

export function refuseOther(fault: NotGeoJson, file: LayerFile): RefusalError {
  const { message, advice } = fault.sentence
  return new RefusalError({ message: `${file.name} ${message}`, advice, file: file.path })
}

export function refuseCrs(name: string, file: LayerFile, line: number): RefusalError {
  if (name.startsWith(linked)) {
    const message = `${file.name} does not name its coordinate system but gives an address for it, at line ${line}; nothing is fetched from addresses.`
    return new RefusalError({ message, advice: asLonLat, file: file.path, line })
  }
  return new RefusalError({
    message: `${file.name} uses a coordinate system that is not known, ${quote(name, 100)}, at line ${line}.`,
    advice: asLonLat,
    file: file.path,
    line,
  })
}

export function refuseSecondCrs(first: string, second: string, file: LayerFile, line: number): RefusalError {
  const message = `${file.name} names two coordinate systems, ${quote(first)} and, at line ${line}, ${quote(second)}.`
  return new RefusalError({ message, advice: 'Take one of them out, or export the layer again, then open it.', file: file.path, line })
}

export function refuseOrder(evidence: Evidence, file: LayerFile): RefusalError {
  const { swapped, checked, line, column } = evidence
  const share = checked === 1 ? 'in its only feature' : `in ${swapped.toLocaleString('en')} of ${checked.toLocaleString('en')} features`
  return new RefusalError({
    message: `${file.name} seems to have latitude before longitude: ${share} the second number is beyond ±90°, which no latitude is, first at line ${line}, column ${column}.`,
    advice: 'GeoJSON puts longitude first: swap the two numbers or export the layer again, then open it.',
    file: file.path,
    line,
    column,
  })
}

/** @param declared the name under which the file declares degrees; null when it declares nothing */
export function refuseUnit(evidence: Evidence, file: LayerFile, declared: string | null): RefusalError {
  const { line, column } = evidence
  const claim =
    declared === null ? 'and does not say which coordinate system they are in' : `although it says that they are in ${quote(declared)}`
  return new RefusalError({
    message: `${file.name} has coordinates that are not degrees, first at line ${line}, column ${column}, ${claim}.`,
    advice: asLonLat,
    file: file.path,
    line,
    column,
  })
}

function adviceForWord(word: string): string {
  if (/^-?(NaN|Infinity|Inf)/i.test(word))
    return 'Another program wrote it for a missing number: replace it with null everywhere, then open the file again.'
  if (/^(True|False|None)$/.test(word)) return 'It is Python’s way of writing: export the layer as JSON again, and open that.'
  return repairPlace
}
