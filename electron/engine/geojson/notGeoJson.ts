/** Valid JSON that is something else. */

export class NotGeoJson extends Error {
  /** What stands at the top instead of an object, or a word for what is missing; empty when the names say more. */
  readonly what: string
  /** Names of the members at the top. */
  readonly names: string[]
  /** Its `type` as it is called in sentences, where it has one. */
  readonly type: string

  constructor(what: string, names: string[], type: string) {
    super('not GeoJSON')
    this.name = 'NotGeoJson'
    this.what = what
    this.names = names
    this.type = type
  }

  /** What is wrong, to follow the file's name, and what to do about it. */
  get sentence(): { message: string; advice: string } {
    const { what, names, type } = this
    const has = (name: string) => names.includes(name)
    if (type === '“Topology”' || (has('arcs') && has('objects'))) {
      return {
        message: 'is TopoJSON, not GeoJSON.',
        advice: 'Convert it to GeoJSON, for example with mapshaper or ogr2ogr, and open that.',
      }
    }
    if (isEsriJson(names)) {
      return {
        message: 'is Esri JSON, not GeoJSON.',
        advice: 'Export it again as GeoJSON (a map service gives it with f=geojson), and open that.',
      }
    }
    if (type === '“Style”' || (has('sources') && has('layers')))
      return { message: 'is a map style, not a layer of features.', advice: 'Open the data instead.' }
    if (has('schema') && has('basemap')) return { message: 'is a map document, not a layer.', advice: 'Open it with Open Map.' }
    if (what === 'emptyList') return { message: 'is a list with nothing in it.', advice: 'Export the layer again, with its features.' }
    if (what === 'noFeatures')
      return { message: 'is a FeatureCollection without its list of features.', advice: 'Export the layer again, and open that.' }
    if (what.startsWith('features:')) {
      return {
        message: `is a FeatureCollection whose features are ${what.slice(9)}, not a list.`,
        advice: 'Export the layer again, and open that.',
      }
    }
    const advice = 'Choose a GeoJSON file: a FeatureCollection, a Feature or a geometry.'
    if (what === 'strangers') return { message: 'is JSON, but not GeoJSON: there is no feature in it.', advice }
    if (what !== '') return { message: `is JSON, but not GeoJSON: there is only ${what} in it.`, advice }
    if (type !== '') return { message: `is JSON, but not GeoJSON: its type is ${type}.`, advice }
    if (names.length === 0) return { message: 'is JSON, but not GeoJSON: there is nothing in it.', advice }
    return { message: 'is JSON, but not GeoJSON: it has no type.', advice }
  }
}

/** Whether names of members are those of an Esri feature set. */
export function isEsriJson(names: readonly string[]): boolean {
  return ['spatialReference', 'geometryType', 'fieldAliases', 'displayFieldName'].some((name) => names.includes(name))
}
