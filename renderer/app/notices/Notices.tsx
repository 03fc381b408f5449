/** Sentences for the user, at the foot of the map. Errors stay until they are dismissed; the rest goes by itself. */
import { CircleAlert, Copy, Info, X } from 'lucide-react'
import { type ReactNode, useEffect } from 'react'
import { dismiss, dismissAll, type Notice, noticeStore } from '../../store/noticeStore.ts'
import { Button, IconButton } from '../parts/Button.tsx'
import { copyText } from '../parts/copyText.ts'
import { useStore } from '../parts/useStore.ts'
import styles from './Notices.module.css'

const infoMs = 5_000
/** Time to read what is missing, and to take the way that is offered. */
const longInfoMs = 15_000
const maxShown = 4

export function Notices(): ReactNode {
  const notices = useStore(noticeStore, (state) => state.notices)
  const errors = notices.filter(({ kind }) => kind === 'error')
  const shown = notices.slice(-maxShown)
  const hidden = notices.length - shown.length
  return (
    <section className={styles['notices']} aria-label="Messages">
      {hidden > 0 ? <p className={styles['more']}>and {hidden} more</p> : null}
      {shown.map((notice) => (
        <NoticeCard key={notice.id} notice={notice} />
      ))}
      {errors.length > 1 ? (
        <div className={styles['all']}>
          <Button onClick={() => void copyText(errors.map(textOf).join('\n'), 'Messages')}>Copy all</Button>
          <Button onClick={dismissAll}>Dismiss all</Button>
        </div>
      ) : null}
    </section>
  )
}

function NoticeCard({ notice }: { notice: Notice }): ReactNode {
  useEffect(() => {
    if (notice.kind === 'error') return undefined
    const timer = setTimeout(() => dismiss(notice.id), notice.action === null && notice.advice === '' ? infoMs : longInfoMs)
    return () => clearTimeout(timer)
  }, [notice])
  return (
    <div className={[styles['card'], styles[notice.kind]].join(' ')} role={notice.kind === 'error' ? 'alert' : 'status'}>
      {notice.kind === 'error' ? <CircleAlert className={styles['icon']} /> : <Info className={styles['icon']} />}
      <div className={[styles['text'], 'selectable'].join(' ')} dir="auto">
        <p>{notice.message}</p>
        {notice.advice === '' ? null : <p className={styles['advice']}>{notice.advice}</p>}
        {notice.action === null ? null : (
          <Button className={styles['action']} onClick={() => act(notice)}>
            {notice.action.label}
          </Button>
        )}
      </div>
      {notice.kind === 'error' ? (
        <IconButton name="Copy message" icon={<Copy />} onClick={() => void copyText(textOf(notice), 'Message')} />
      ) : null}
      <IconButton name="Dismiss" icon={<X />} onClick={() => dismiss(notice.id)} />
    </div>
  )
}

function act({ id, action }: Notice): void {
  dismiss(id)
  action?.run()
}

const textOf = ({ message, advice }: Notice): string => (advice === '' ? message : `${message} ${advice}`)
