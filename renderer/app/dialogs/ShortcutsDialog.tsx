/** What the keyboard can do: every command with its keys, and the keys of the map and the layer list. */
import type { ReactNode } from 'react'
import { commandIds, commands } from '../../../electron/contract/commands.ts'
import { keysFor } from '../commands/keys.ts'
import { Modal } from '../parts/Modal.tsx'
import styles from './Dialogs.module.css'

const others: { title: string; keys: [string, string][] }[] = [
  {
    title: 'Map',
    keys: [
      ['Move', '← ↑ → ↓'],
      ['Zoom in and out', '+ −'],
      ['Zoom to a rectangle', 'Shift+drag'],
      ['Rotate', 'Alt+Shift+drag'],
    ],
  },
  {
    title: 'Page',
    keys: [
      ['Move an element by 1 mm', '← ↑ → ↓'],
      ['By 10 mm', 'Shift+← ↑ → ↓'],
      ['By 0.1 mm', 'Alt+← ↑ → ↓'],
      ['Larger and smaller by 1 mm', 'Alt+Shift+← ↑ → ↓'],
      ['Move the map in its frame', 'Ctrl+← ↑ → ↓'],
      ['Zoom the map in its frame', '+ −'],
      ['Write', 'Enter'],
      ['Remove', 'Delete'],
    ],
  },
  {
    title: 'Layers',
    keys: [
      ['Choose a layer', '↑ ↓'],
      ['Open and close a group', '→ ←'],
      ['Show or hide', 'Space'],
      ['Rename', 'F2'],
      ['Move up and down', 'Alt+↑ Alt+↓'],
      ['Style', 'Enter'],
      ['Remove', 'Delete'],
    ],
  },
  {
    title: 'Attribute table',
    keys: [
      ['First and last row', 'Home End'],
      ['First and last column', 'Ctrl+← Ctrl+→'],
      ['Select a row, or not', 'Space'],
      ['Select several', 'Shift+↑ Shift+↓'],
      ['Select all rows', 'Ctrl+A'],
      ['Copy the selected rows', 'Ctrl+C'],
      ['Zoom to the feature', 'Enter'],
      ['Menu of a cell or column', 'Shift+F10'],
      ['Sort by a column', 'Enter in its header'],
      ['Width of a column', 'Shift+← Shift+→ in its header'],
      ['Suggestions in a filter', 'Ctrl+Space'],
    ],
  },
]

export function ShortcutsDialog({ onClose }: { onClose: () => void }): ReactNode {
  const withKeys = commandIds.filter((id) => commands[id].keys !== undefined)
  return (
    <Modal title="Keyboard shortcuts" widthPx={720} onClose={onClose}>
      <div className={styles['columns']}>
        <KeyList title="Commands" keys={withKeys.map((id) => [commands[id].label.replace('…', ''), keysFor(commands[id].keys) ?? ''])} />
        <div>
          {others.map(({ title, keys }) => (
            <KeyList key={title} title={title} keys={keys} />
          ))}
        </div>
      </div>
    </Modal>
  )
}

function KeyList({ title, keys }: { title: string; keys: [string, string][] }): ReactNode {
  return (
    <section className={styles['keyList']}>
      <h3 className={styles['heading']}>{title}</h3>
      <dl>
        {keys.map(([what, key]) => (
          <div key={what} className={styles['keyRow']}>
            <dt>{what}</dt>
            <dd>
              <kbd>{key}</kbd>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
