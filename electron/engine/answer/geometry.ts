/** The geometry of one feature, exact: the coordinates of the file, on WGS 84. */
import { RefusalError } from '../../contract/refusal.ts'
import * as member from '../geojson/members.ts'
import type { OpenLayer } from '../sources.ts'
import { flag, isDrawn } from '../store/layerStore.ts'
import { exactGeometry, type Geometry } from './exactGeometry.ts'
import { memberBytes } from './properties.ts'

/** @throws RefusalError when there is no such feature, or nothing of it can be drawn */
export async function geometryOfFeature(open: OpenLayer, feature: number): Promise<Geometry> {
  const { store, crs } = open.layer
  const reader = await open.bytes.reader()
  try {
    const kind = store.kinds[feature]
    if (kind === undefined || !isDrawn(kind)) throw nothingThere(open)
    const bytes = await reader.read(store.starts[feature] as number, store.ends[feature] as number)
    const isBare = ((store.flags[feature] as number) & flag.bare) !== 0
    const geometry = isBare ? bytes : memberBytes(bytes, member.geometry)
    const exact = geometry === null ? null : exactGeometry(JSON.parse(new TextDecoder().decode(geometry)), crs)
    if (exact === null) throw nothingThere(open)
    return exact
  } finally {
    await reader.close()
  }
}

const nothingThere = ({ path }: OpenLayer): RefusalError =>
  new RefusalError({ message: 'This feature has no geometry that can be drawn.', file: path })
