/** The line above the map: what map this is, moving about, and the ground. */
import { ArrowLeft, ArrowRight, Home, Navigation2, PanelsTopLeft, Scan, Search, Undo2, Redo2, ZoomIn, ZoomOut } from 'lucide-react'
import type { ReactNode } from 'react'
import { type CommandId, commands } from '../../../electron/contract/commands.ts'
import { documentStore } from '../../store/documentStore.ts'
import { viewStore } from '../../store/viewStore.ts'
import { keysFor } from '../commands/keys.ts'
import { perform } from '../commands/perform.ts'
import { pageStore } from '../page/pageStore.ts'
import { Button, IconButton } from '../parts/Button.tsx'
import menuStyles from '../parts/Menu.module.css'
import { useStore } from '../parts/useStore.ts'
import { BookmarksButton } from '../bookmarks/BookmarksButton.tsx'
import { BasemapMenu } from './BasemapMenu.tsx'
import { DocumentTitle } from './DocumentTitle.tsx'
import styles from './Toolbar.module.css'

export function Toolbar(): ReactNode {
  const canGoBack = useStore(viewStore, (state) => state.canGoBack)
  const canGoForward = useStore(viewStore, (state) => state.canGoForward)
  const drawing = useStore(viewStore, (state) => state.drawingRectangle)
  const rotation = useStore(viewStore, (state) => state.rotationDeg)
  const isPage = useStore(pageStore, (state) => state.isOpen)
  return (
    <header className={styles['toolbar']}>
      <DocumentTitle />
      <HistoryButtons />
      {isPage ? null : (
        <div className={styles['group']} role="toolbar" aria-label="View">
          <CommandButton command="view.zoomIn" icon={<ZoomIn />} />
          <CommandButton command="view.zoomOut" icon={<ZoomOut />} />
          <CommandButton command="view.rectangle" icon={<Scan />} pressed={drawing} />
          <CommandButton command="view.home" icon={<Home />} />
          <CommandButton command="view.back" icon={<ArrowLeft />} disabled={!canGoBack} />
          <CommandButton command="view.forward" icon={<ArrowRight />} disabled={!canGoForward} />
          <CommandButton
            command="view.north"
            name={rotation === 0 ? 'North Up' : `North Up (turned by ${Math.round(rotation)}°)`}
            icon={<Navigation2 style={{ transform: `rotate(${rotation}deg)` }} />}
            disabled={rotation === 0}
          />
          <BookmarksButton />
        </div>
      )}
      <Button
        className={[menuStyles['trigger'], isPage ? styles['on'] : ''].join(' ')}
        aria-pressed={isPage}
        title={`${isPage ? 'Back to the map' : 'Lay out what is published'} (${keysFor(commands['page.toggle'].keys)})`}
        onClick={() => perform('page.toggle')}
      >
        <PanelsTopLeft />
        Page
      </Button>
      <BasemapMenu />
      <CommandButton command="palette.open" name="Command Palette" icon={<Search />} />
    </header>
  )
}

/** Apart from the rest: what can be undone has another name with each letter of a name that is typed. */
function HistoryButtons(): ReactNode {
  const canUndo = useStore(documentStore, (state) => state.history.past.at(-1)?.name ?? null)
  const canRedo = useStore(documentStore, (state) => state.history.future[0]?.name ?? null)
  return (
    <div className={styles['group']} role="toolbar" aria-label="History">
      <CommandButton
        command="edit.undo"
        icon={<Undo2 />}
        disabled={canUndo === null}
        name={canUndo === null ? 'Undo' : `Undo ${canUndo}`}
      />
      <CommandButton
        command="edit.redo"
        icon={<Redo2 />}
        disabled={canRedo === null}
        name={canRedo === null ? 'Redo' : `Redo ${canRedo}`}
      />
    </div>
  )
}

type CommandButtonProps = { command: CommandId; icon: ReactNode; name?: string; disabled?: boolean; pressed?: boolean }

function CommandButton({ command, icon, name, disabled = false, pressed }: CommandButtonProps): ReactNode {
  const { label, keys } = commands[command]
  return (
    <IconButton
      name={name ?? label.replace('…', '')}
      keys={keysFor(keys)}
      icon={icon}
      disabled={disabled}
      {...(pressed === undefined ? {} : { pressed })}
      onClick={() => perform(command)}
    />
  )
}
