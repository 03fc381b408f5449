/** GeoJSON as text that a diff can show: the collection's own members first, then one feature per line, keys in the order they were given. */
export function geojsonText({ name, attribution, features }) {
  const head = ['"type":"FeatureCollection"', `"name":${JSON.stringify(name)}`, `"attribution":${JSON.stringify(attribution)}`]
  const lines = features.map(({ id, properties, geometry }) => JSON.stringify({ type: 'Feature', id, properties, geometry }))
  return `{\n${head.join(',\n')},\n"features":[\n${lines.join(',\n')}\n]\n}\n`
}
