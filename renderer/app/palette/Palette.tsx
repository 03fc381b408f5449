/** Every command by its name. */
import { Dialog } from '@base-ui/react/dialog'
import { Command } from 'cmdk'
import { Search } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import { type CommandId, commandIds, commands } from '../../../electron/contract/commands.ts'
import type { RecentFile } from '../../../electron/contract/session.ts'
import { call } from '../../bridge/index.ts'
import { currentDocument } from '../../store/documentStore.ts'
import { openPalette, panelStore } from '../../store/panelStore.ts'
import { keysFor } from '../commands/keys.ts'
import { goToBookmark } from '../bookmarks/actions.ts'
import { commandState } from '../commands/menuState.ts'
import { perform } from '../commands/perform.ts'
import { openRecent } from '../documents.ts'
import { report } from '../files.ts'
import { useStore } from '../parts/useStore.ts'
import styles from './Palette.module.css'

export function Palette(): ReactNode {
  const open = useStore(panelStore, (state) => state.paletteOpen)
  return open ? <OpenPalette /> : null
}

/** What is typed at once finds the recent files of the last time; the list is asked for anew meanwhile. */
let lastKnown: RecentFile[] = []

function OpenPalette(): ReactNode {
  const [recent, setRecent] = useState<RecentFile[]>(lastKnown)
  useEffect(() => {
    void report(async () => {
      lastKnown = await call('recent.list', {})
      setRecent(lastKnown)
    })
  }, [])
  const { disabled, checked, undo, redo } = commandState()
  const usable = commandIds.filter((id) => id !== 'palette.open' && !disabled.includes(id))
  const run = (work: () => void): void => {
    openPalette(false)
    // The focus is back where it was before the command acts on it.
    requestAnimationFrame(work)
  }
  return (
    <Dialog.Root open onOpenChange={(open) => !open && openPalette(false)}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles['backdrop']} />
        <Dialog.Popup className={styles['popup']} aria-label="Command palette">
          <Command label="Command palette" loop>
            <div className={styles['search']}>
              <Search />
              <Command.Input className={styles['input']} placeholder="Type a command or the name of a recent file" autoFocus />
            </div>
            <Command.List className={styles['list']}>
              <Command.Empty className={styles['empty']}>No command of that name.</Command.Empty>
              {usable.map((id) => {
                const name = nameOf(id, undo, redo)
                return (
                  <Command.Item key={id} value={name} className={styles['item']} onSelect={() => run(() => perform(id))}>
                    <span className={styles['name']}>{name}</span>
                    {checked.includes(id) ? <span className={styles['state']}>on</span> : null}
                    <span className={styles['keys']}>{keysFor(commands[id].keys)}</span>
                  </Command.Item>
                )
              })}
              {currentDocument().bookmarks.map((bookmark) => (
                <Command.Item
                  key={bookmark.id}
                  value={`Go to view bookmark ${bookmark.name} ${bookmark.id}`}
                  className={styles['item']}
                  onSelect={() => run(() => goToBookmark(bookmark))}
                >
                  <span className={styles['name']}>
                    Go to: <bdi>{bookmark.name}</bdi>
                  </span>
                </Command.Item>
              ))}
              {recent.map((file) => (
                <Command.Item
                  key={file.id}
                  value={`Open recent ${file.name} ${file.path}`}
                  className={styles['item']}
                  onSelect={() => run(() => void openRecent(file.id))}
                >
                  <span className={styles['name']}>
                    Open recent: <bdi>{file.name}</bdi>
                  </span>
                  <span className={styles['path']} title={file.path}>
                    {file.path}
                  </span>
                </Command.Item>
              ))}
            </Command.List>
          </Command>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function nameOf(id: CommandId, undo: string | null, redo: string | null): string {
  const { label, under, menu } = commands[id]
  if (id === 'edit.undo') return `Undo ${undo ?? ''}`
  if (id === 'edit.redo') return `Redo ${redo ?? ''}`
  if (under !== undefined) return `${under}: ${label}`
  return menu === 'Layer' ? `Layer: ${label}` : label
}
