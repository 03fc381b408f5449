/** The named views of the map, in a pop-up of the toolbar: to go to, rename, renew, reorder and remove. */
import { Popover } from '@base-ui/react/popover'
import { ArrowDown, ArrowUp, Bookmark as BookmarkIcon, BookmarkPlus, RefreshCw, Trash2 } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import type { Bookmark } from '../../../electron/contract/document.ts'
import { documentStore } from '../../store/documentStore.ts'
import { panelStore } from '../../store/panelStore.ts'
import { Button, IconButton } from '../parts/Button.tsx'
import { useStore } from '../parts/useStore.ts'
import picker from '../styling/ColorPicker.module.css'
import { bookmarkThisView, deleteBookmark, goToBookmark, nameBookmark, renewBookmark, stepBookmark } from './actions.ts'
import styles from './Bookmarks.module.css'

export function BookmarksButton(): ReactNode {
  const open = useStore(panelStore, (state) => state.bookmarksOpen)
  return (
    <Popover.Root open={open} onOpenChange={(bookmarksOpen) => panelStore.setState({ bookmarksOpen })}>
      <Popover.Trigger render={<IconButton name="View Bookmarks" icon={<BookmarkIcon />} pressed={open} />} />
      <Popover.Portal>
        <Popover.Positioner className={picker['positioner']} align="end" sideOffset={6} collisionPadding={8}>
          <Popover.Popup className={styles['popup']} aria-label="View Bookmarks">
            <BookmarkList />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}

function BookmarkList(): ReactNode {
  const bookmarks = useStore(documentStore, (state) => state.history.document.bookmarks)
  return (
    <>
      {bookmarks.length === 0 ? (
        <p className={styles['hint']}>A bookmark keeps what the map shows under a name. Bookmarks are saved with the map.</p>
      ) : (
        <ul className={styles['list']} aria-label="View bookmarks">
          {bookmarks.map((bookmark, index) => (
            <BookmarkRow key={bookmark.id} bookmark={bookmark} index={index} count={bookmarks.length} />
          ))}
        </ul>
      )}
      <div className={styles['foot']}>
        <Button onClick={bookmarkThisView}>
          <BookmarkPlus aria-hidden />
          Bookmark this view
        </Button>
      </div>
    </>
  )
}

type BookmarkRowProps = { bookmark: Bookmark; index: number; count: number }

function BookmarkRow({ bookmark, index, count }: BookmarkRowProps): ReactNode {
  const { id, name, view } = bookmark
  const field = useRef<HTMLInputElement>(null)
  const keep = (): void => {
    const typed = field.current?.value ?? name
    if (typed.trim() !== '' && typed.trim() !== name) nameBookmark(id, typed)
    else if (field.current !== null) field.current.value = name
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'Enter') {
      keep()
      goToBookmark(bookmark)
    } else if (event.key === 'Escape' && field.current !== null && field.current.value !== name) {
      field.current.value = name
      event.stopPropagation()
    } else if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault()
      stepBookmark(id, index + (event.key === 'ArrowUp' ? -1 : 1))
    }
  }
  return (
    <li className={styles['row']}>
      <IconButton name={`Go to ${name}`} icon={<BookmarkIcon />} side="left" onClick={() => goToBookmark(bookmark)} />
      <span className={styles['words']}>
        {/* Another name from elsewhere, by undo for instance, begins the field afresh. */}
        <input
          key={name}
          ref={field}
          type="text"
          dir="auto"
          className={styles['name']}
          aria-label={`Name of bookmark ${index + 1}`}
          defaultValue={name}
          maxLength={500}
          spellCheck={false}
          onBlur={keep}
          onKeyDown={onKeyDown}
        />
        <span className={styles['place']}>{placeOf(view)}</span>
      </span>
      <IconButton name={`Move ${name} up`} icon={<ArrowUp />} disabled={index === 0} onClick={() => stepBookmark(id, index - 1)} />
      <IconButton
        name={`Move ${name} down`}
        icon={<ArrowDown />}
        disabled={index === count - 1}
        onClick={() => stepBookmark(id, index + 1)}
      />
      <IconButton name={`Let ${name} show this view`} icon={<RefreshCw />} onClick={() => renewBookmark(id)} />
      <IconButton name={`Remove ${name}`} icon={<Trash2 />} side="left" onClick={() => deleteBookmark(id)} />
    </li>
  )
}

const placeOf = ({ center: [lon, lat], zoom, rotationDeg }: Bookmark['view']): string =>
  `${Math.abs(lat).toFixed(2)}° ${lat < 0 ? 'S' : 'N'}, ${Math.abs(lon).toFixed(2)}° ${lon < 0 ? 'W' : 'E'} · zoom ${zoom.toFixed(1)}${
    Math.round(rotationDeg) === 0 ? '' : ` · turned by ${Math.round(rotationDeg)}°`
  }`
