/** The many ways in which files write the name of a coordinate reference system. */

/** The EPSG (or ESRI) number, `CRS84` for WGS 84 in lon/lat order, or null when it is no name that we know. */
export function codeOf(name: string): string | null {
  const text = name.trim()
  if (/^(urn:(x-)?ogc:def:crs:)?(OGC|CRS)[:/]?[\d.]*[:/]*(CRS[:]?84h?|WGS84)$/i.test(text) || /^(CRS:?84|WGS[ _]?(19)?84)$/i.test(text))
    return 'CRS84'
  if (/^https?:\/\/www\.opengis\.net\/def\/crs\/OGC\/[\d.]+\/CRS84h?$/i.test(text)) return 'CRS84'
  if (/^(urn:(x-)?ogc:def:crs:)?OGC[:/]?[\d.]*[:/]*CRS83$/i.test(text)) return '4269'
  if (/^(urn:(x-)?ogc:def:crs:)?OGC[:/]?[\d.]*[:/]*CRS27$/i.test(text)) return '4267'
  const number =
    /^(?:urn:(?:x-)?ogc:def:crs:)?(?:EPSG|ESRI)[:/]+(?:[\w.]*:)?(\d{1,7})$/i.exec(text) ??
    /^https?:\/\/(?:www\.)?opengis\.net\/def\/crs\/(?:EPSG|ESRI)\/[\w.]+\/(\d{1,7})$/i.exec(text) ??
    /^https?:\/\/(?:www\.)?opengis\.net\/gml\/srs\/epsg\.xml#(\d{1,7})$/i.exec(text)
  return number?.[1] === undefined ? null : String(Number(number[1]))
}
