/** The strip of annotation tools at the left of the map. One tool is in hand at a time, or none; the arrow keys go along the strip. */
import { Magnet } from 'lucide-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { type CommandId, commands } from '../../../../electron/contract/commands.ts'
import { annotationStore } from '../../../store/annotationStore.ts'
import { keysFor } from '../../commands/keys.ts'
import { perform } from '../../commands/perform.ts'
import { IconButton } from '../../parts/Button.tsx'
import { useStore } from '../../parts/useStore.ts'
import { TemplatesButton } from '../templates/TemplatesButton.tsx'
import { readTemplates } from '../templates/templateStore.ts'
import { nextInStrip } from './stripKeys.ts'
import { toolGroups } from './tools.tsx'
import { useEscapePutsDown } from './useEscapePutsDown.ts'
import styles from './AnnotateToolbar.module.css'

export function AnnotateToolbar(): ReactNode {
  const tool = useStore(annotationStore, (state) => state.tool)
  const snapping = useStore(annotationStore, (state) => state.snapping)
  const strip = useRef<HTMLDivElement>(null)
  /** The button that Tab leads to. */
  const [current, setCurrent] = useState<CommandId | 'templates'>('tool.select')
  useEscapePutsDown()
  useEffect(() => void readTemplates(), [])

  const button = (command: CommandId, icon: ReactNode, pressed: boolean): ReactNode => (
    <IconButton
      key={command}
      name={commands[command].label}
      keys={keysFor(commands[command].keys)}
      icon={icon}
      pressed={pressed}
      side="right"
      className={styles['tool']}
      tabIndex={command === current ? 0 : -1}
      onFocus={() => setCurrent(command)}
      onClick={() => perform(command)}
    />
  )
  return (
    <div
      ref={strip}
      role="toolbar"
      aria-label="Annotate"
      aria-orientation="vertical"
      tabIndex={-1}
      className={styles['strip']}
      onKeyDown={(event) => {
        const buttons = [...(strip.current?.querySelectorAll('button') ?? [])]
        const to = nextInStrip(event.key, buttons.indexOf(event.target as HTMLButtonElement), buttons.length)
        if (to === null) return
        event.preventDefault()
        buttons[to]?.focus()
      }}
    >
      {toolGroups.map((group) => (
        <div key={group[0]?.tool} className={styles['group']}>
          {group.map((face) => button(face.command, face.icon, face.tool === tool))}
        </div>
      ))}
      <div className={styles['group']}>
        {button('annotate.snapping', <Magnet />, snapping)}
        <TemplatesButton className={styles['tool']} tabIndex={current === 'templates' ? 0 : -1} onFocus={() => setCurrent('templates')} />
      </div>
    </div>
  )
}
