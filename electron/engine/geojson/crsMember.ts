/** The `crs` member of GeoJSON 2008 (§3): `{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::32638"}}`, and how people really write it. */
import * as member from './members.ts'

/** Thrown when the file declares a reference system that it was not read with: it has to be read again from the start. */
export class CrsDeclared extends Error {
  readonly declared: string
  readonly line: number

  constructor(declared: string, line: number) {
    super(declared)
    this.name = 'CrsDeclared'
    this.declared = declared
    this.line = line
  }
}

/** Stands for a system that the file names by an address instead of by its name. */
export const linked = 'link:'

export class CrsMember {
  /** The member whose value comes next. */
  member = member.other
  isDeclared = false

  private readonly expected: string | null
  private text: string | null = null
  private link: string | null = null
  private type = ''

  /** @param expected the name with which the file is read; null when it is not known to have one */
  constructor(expected: string | null) {
    this.expected = expected
  }

  open(): void {
    this.text = null
    this.link = null
    this.type = ''
  }

  value(text: string, isProperty: boolean): void {
    if (!isProperty) {
      if (this.member === member.type) this.type = text
    } else if (this.member === member.name) this.text = text
    else if (this.member === member.code) this.text ??= /^\d+$/.test(text) ? `EPSG:${text}` : text
    else if (this.member === member.href) this.link = text
  }

  /** @throws CrsDeclared */
  close(line: number): void {
    if (this.text !== null) this.named(this.text, line)
    else if (this.link !== null || this.type === 'link') this.named(linked + (this.link ?? ''), line)
  }

  /** @throws CrsDeclared */
  named(text: string, line: number): void {
    if (text !== this.expected) throw new CrsDeclared(text, line)
    this.isDeclared = true
  }
}
