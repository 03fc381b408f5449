/** Attributes as spreadsheets take them from the clipboard. */
import type { Attribute } from '../../../electron/contract/layer.ts'

/** What the clipboard takes at once; the contract says so. */
export const maxClipboardCharacters = 1_000_000

/** @returns a line each: name, tab, value. A value with tabs, line breaks or quotes is quoted (RFC 4180 §2). */
export function tabSeparated(attributes: readonly Attribute[]): string {
  return attributes.map(({ name, type, text }) => `${cellText(name)}\t${type === 'null' ? '' : cellText(text)}`).join('\n')
}

/** One cell of it. */
export const cellText = (text: string): string => (/[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
