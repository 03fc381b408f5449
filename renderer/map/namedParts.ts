/** Tells a canvas that keeps what is drawn on it which layer of the map is being drawn: a picture of paths has its parts by name. On any other canvas nothing happens. */
import type BaseLayer from 'ol/layer/Base.js'
import Layer from 'ol/layer/Layer.js'
import type RenderEvent from 'ol/render/Event.js'

export type Keeping = { beginGroup(name: string): void; endGroup(): void }

export const isKeeping = (context: unknown): context is Keeping =>
  typeof context === 'object' && context !== null && 'beginGroup' in context

export function nameParts(parts: readonly { layer: BaseLayer; name: string }[]): void {
  for (const { layer, name } of parts) {
    if (!(layer instanceof Layer)) continue
    // A layer that is let through is begun on a canvas of its own, and ended on the one of all.
    let begun: Keeping | null = null
    layer.on('prerender', ({ context }: RenderEvent) => {
      begun = isKeeping(context) ? context : null
      begun?.beginGroup(name)
    })
    layer.on('postrender', () => {
      begun?.endGroup()
      begun = null
    })
  }
}
