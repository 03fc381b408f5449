/** Brings elements into line: one with the page's margins, several with each other. */
import {
  AlignCenterHorizontal,
  AlignCenterVertical,
  AlignEndHorizontal,
  AlignEndVertical,
  AlignHorizontalDistributeCenter,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalDistributeCenter,
} from 'lucide-react'
import type { ReactNode } from 'react'
import type { Alignment } from '../../../page/snap.ts'
import { IconButton } from '../../parts/Button.tsx'
import { align, distribute } from '../actions.ts'
import styles from './PagePanel.module.css'

const alignments: readonly { to: Alignment; name: string; icon: ReactNode }[] = [
  { to: 'left', name: 'Align left', icon: <AlignStartVertical /> },
  { to: 'center', name: 'Align centres', icon: <AlignCenterVertical /> },
  { to: 'right', name: 'Align right', icon: <AlignEndVertical /> },
  { to: 'top', name: 'Align top', icon: <AlignStartHorizontal /> },
  { to: 'middle', name: 'Align middles', icon: <AlignCenterHorizontal /> },
  { to: 'bottom', name: 'Align bottom', icon: <AlignEndHorizontal /> },
]

export function ArrangeButtons({ count }: { count: number }): ReactNode {
  return (
    <div className={styles['icons']} role="toolbar" aria-label={count === 1 ? 'Align to the page' : 'Align to each other'}>
      {alignments.map(({ to, name, icon }) => (
        <IconButton key={to} name={name} icon={icon} onClick={() => align(to)} />
      ))}
      {count < 3 ? null : (
        <>
          <span className={styles['iconsApart']} />
          <IconButton name="Same white side by side" icon={<AlignHorizontalDistributeCenter />} onClick={() => distribute('x')} />
          <IconButton name="Same white one under the other" icon={<AlignVerticalDistributeCenter />} onClick={() => distribute('y')} />
        </>
      )}
    </div>
  )
}
