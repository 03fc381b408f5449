/** Entries of a menu for what is done to the style of a layer as a whole. */
import { type ReactNode, useEffect, useState } from 'react'
import { commands } from '../../../electron/contract/commands.ts'
import { call } from '../../bridge/index.ts'
import { findLayer } from '../../document/layers.ts'
import { documentStore } from '../../store/documentStore.ts'
import { sourceStore, statusOf } from '../../store/sourceStore.ts'
import { styleClipboard } from '../../store/styleClipboard.ts'
import { keysFor } from '../commands/keys.ts'
import { MenuItem, MenuSeparator } from '../parts/AnchoredMenu.tsx'
import { useStore } from '../parts/useStore.ts'
import { clearDefaultStyle, copyStyle, pasteStyle, resetStyle, saveAsDefaultStyle } from './actions.ts'

export function StyleItems({ id }: { id: string }): ReactNode {
  const path = useStore(documentStore, (state) => findLayer(state.history.document, id)?.path ?? '')
  const copied = useStore(styleClipboard, (state) => state.copied)
  const isRead = useStore(sourceStore, (state) => statusOf(state, path)?.state === 'ready')
  const hasDefault = useHasDefault(path)
  return (
    <>
      <MenuItem label="Copy Style" keys={keysFor(commands['layer.copyStyle'].keys)} onClick={() => copyStyle(id)} />
      <MenuItem
        label="Paste Style"
        keys={keysFor(commands['layer.pasteStyle'].keys)}
        disabled={copied === null}
        onClick={() => pasteStyle(id)}
      />
      <MenuItem label="Reset Style" disabled={!isRead} onClick={() => void resetStyle(id)} />
      <MenuSeparator />
      <MenuItem label="Save as Default for This File" disabled={!isRead} onClick={() => void saveAsDefaultStyle(id)} />
      <MenuItem label="Clear Default of This File" disabled={!hasDefault} onClick={() => void clearDefaultStyle(id)} />
    </>
  )
}

/** Asked anew each time that the menu is opened. */
function useHasDefault(path: string): boolean {
  const source = useStore(sourceStore, (state) => state.byPath[path]?.id ?? null)
  const [has, setHas] = useState(false)
  useEffect(() => {
    if (source === null) return
    let overtaken = false
    call('layers.defaultStyle', { source }).then(
      (style) => !overtaken && setHas(style !== null),
      // Then there is none to be cleared.
      () => undefined,
    )
    return () => {
      overtaken = true
    }
  }, [source])
  return has
}
