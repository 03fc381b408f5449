/** What is said of an export. */
import type { Exported, ExportReport } from '../../../electron/contract/export.ts'
import { fileNameOf } from '../documents.ts'

/** More names say nothing that these do not. */
const mostNames = 8

/** 'Exported map.png, 1,123 × 794 pixels.' */
export function exportedInWords(written: readonly Exported[]): string {
  const [first] = written
  if (first === undefined) return 'Nothing was exported.'
  if (written.length === 1) return `Exported ${fileNameOf(first.path)}, ${measureInWords(first.report)}.`
  return `Exported ${written.length} files: ${written.map(({ path }) => fileNameOf(path)).join(', ')}.`
}

/** What is not on the pages, and why. Empty when all is. */
export function missingInWords(written: readonly Exported[]): string {
  const sentences = written.flatMap(({ report }) => [
    ...report.notPlaced,
    ...namesInWords(report.labelsNotPlaced),
    ...coveredInWords(report.labelsCovered),
  ])
  return [...new Set(sentences)].join(' ')
}

export function namesInWords(names: readonly string[]): string[] {
  if (names.length === 0) return []
  return [`No room for the ${names.length === 1 ? 'name' : 'names'} ${someOf(names)}.`]
}

function coveredInWords(names: readonly string[]): string[] {
  return names.length === 0 ? [] : [`Where it was put, something lies over ${someOf(names)}, or the edge of the map cuts it off.`]
}

function someOf(names: readonly string[]): string {
  const more = names.length > mostNames ? ` and ${names.length - mostNames} more` : ''
  return `${names.slice(0, mostNames).map(inOneLine).join(', ')}${more}`
}

function measureInWords({ widthPx, heightPx, widthMm, heightMm }: ExportReport): string {
  if (widthPx === null || heightPx === null) return `${Math.round(widthMm)} × ${Math.round(heightMm)} mm`
  return `${widthPx.toLocaleString('en-US')} × ${heightPx.toLocaleString('en-US')} pixels`
}

const inOneLine = (name: string): string => name.replaceAll(/\s*\n\s*/g, ' ')
