/** Annotations as KML 2.3 (OGC 12-007r2), for Google Earth and its kin: name, note, dates, colours, widths and sizes where they have a place in it. */
import type { Annotation, AnnotationProperties } from '../../../electron/contract/annotation.ts'
import { iconMm, labelPt, millimetresPerPixel } from './foreignStyle.ts'
import { kmlGeometry, visibleShapes } from './kmlShape.ts'
import { xmlText } from './xml.ts'

/** Of the element that holds the whole annotation, so that nothing is lost on the way back. Other programs leave it alone. */
export const cartoucheNamespace = 'urn:cartouche:annotation:1'

/** @param title name of the document in the list of places */
export function writeKml(annotations: readonly Annotation[], title: string): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<kml xmlns="http://www.opengis.net/kml/2.2" xmlns:cartouche="${cartoucheNamespace}">`,
    `<Document><name>${xmlText(title)}</name>`,
    ...annotations.map(placemark),
    '</Document>',
    '</kml>',
    '',
  ].join('\n')
}

function placemark(annotation: Annotation): string {
  const { label, note, visible } = annotation.properties
  return [
    '<Placemark>',
    element('name', label),
    visible ? '' : '<visibility>0</visibility>',
    element('description', note),
    time(annotation.properties),
    style(annotation),
    extendedData(annotation),
    kmlGeometry(visibleShapes(annotation)),
    '</Placemark>',
  ].join('')
}

const element = (name: string, text: string): string => (text === '' ? '' : `<${name}>${xmlText(text)}</${name}>`)

function time({ validFrom, validTo, reported }: AnnotationProperties): string {
  if (validFrom !== null || validTo !== null)
    return `<TimeSpan>${element('begin', validFrom ?? '')}${element('end', validTo ?? '')}</TimeSpan>`
  return reported === null ? '' : `<TimeStamp>${element('when', reported)}</TimeStamp>`
}

/** An icon without an address: a program shows its own mark, in our colour, and asks no network for one. */
function style({ properties: { style: look } }: Annotation): string {
  const isFilled = look.fill !== 'none'
  const heading = ((look.rotationDeg % 360) + 360) % 360
  return [
    '<Style>',
    `<IconStyle><color>${kmlColor(look.color, 1)}</color><scale>${decimals(look.sizeMm / iconMm)}</scale>${heading === 0 ? '' : `<heading>${decimals(heading)}</heading>`}</IconStyle>`,
    `<LabelStyle><color>${kmlColor(look.textColor, 1)}</color><scale>${decimals(look.textSizePt / labelPt)}</scale></LabelStyle>`,
    `<LineStyle><color>${kmlColor(look.color, 1)}</color><width>${decimals(look.lineWidthMm / millimetresPerPixel)}</width></LineStyle>`,
    `<PolyStyle><color>${kmlColor(look.color, look.fillOpacity)}</color><fill>${isFilled ? 1 : 0}</fill></PolyStyle>`,
    '</Style>',
  ].join('')
}

/** The record, readable in the balloon; and the whole annotation, for Cartouche. */
function extendedData(annotation: Annotation): string {
  const { kind, status, source, reported, validFrom, validTo, reliability, credibility } = annotation.properties
  const readable = {
    kind,
    status,
    'source.title': source.title,
    'source.publisher': source.publisher,
    'source.date': source.date,
    'source.url': source.url,
    reported,
    validFrom,
    validTo,
    reliability,
    credibility,
  }
  const data = Object.entries(readable)
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => `<Data name="${name}"><value>${xmlText(String(value))}</value></Data>`)
  return `<ExtendedData>${data.join('')}<cartouche:annotation>${xmlText(jsonForXml(annotation))}</cartouche:annotation></ExtendedData>`
}

/** JSON can write every character as an escape, also those that XML cannot hold. */
function jsonForXml(value: unknown): string {
  return JSON.stringify(value).replaceAll(
    /[\u007f-\u009f\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** KML writes alpha, blue, green, red. @param color `#rrggbb` */
function kmlColor(color: string, opacity: number): string {
  const alpha = Math.round(opacity * 255)
    .toString(16)
    .padStart(2, '0')
  return `${alpha}${color.slice(5, 7)}${color.slice(3, 5)}${color.slice(1, 3)}`
}

const decimals = (value: number): string => String(Number(value.toFixed(4)))
