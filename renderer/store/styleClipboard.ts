/** The style that was copied last, to be pasted on other layers. It outlives the document that it was copied in. */
import { createStore } from 'zustand/vanilla'
import type { LayerStyle } from '../../electron/contract/style.ts'

export type CopiedStyle = {
  style: LayerStyle
  /** Name of the layer that it was copied from. */
  from: string
}

export const styleClipboard = createStore<{ copied: CopiedStyle | null }>(() => ({ copied: null }))

export const copyToStyleClipboard = (copied: CopiedStyle): void => styleClipboard.setState({ copied })
