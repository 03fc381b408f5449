/** Choosing one colour: a grid of colours that stay apart for everyone, a field for its number, and the system's own picker. */
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { colorName, parseColor, swatches } from '../../document/palettes.ts'
import styles from './ColorPicker.module.css'

const columns = 8

type ColorPickerProps = { name: string; color: string; onChange: (color: string) => void }

export function ColorPicker({ name, color, onChange }: ColorPickerProps): ReactNode {
  return (
    <div className={styles['picker']}>
      <Grid {...{ name, color, onChange }} />
      <div className={styles['own']}>
        <input
          type="color"
          className={styles['native']}
          aria-label={`${name}: any colour`}
          value={color}
          onChange={(event) => onChange(event.target.value)}
        />
        <HexField {...{ name, color, onChange }} />
        <span className={styles['colorName']}>{colorName(color) === color ? 'own colour' : colorName(color)}</span>
      </div>
    </div>
  )
}

function Grid({ name, color, onChange }: ColorPickerProps): ReactNode {
  const grid = useRef<HTMLDivElement>(null)
  const chosen = swatches.findIndex(({ hex }) => hex === color)
  const move = (event: KeyboardEvent): void => {
    const cells = [...(grid.current?.querySelectorAll('button') ?? [])]
    const from = cells.indexOf(event.target as HTMLButtonElement)
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: columns, ArrowUp: -columns }[event.key]
    if (from < 0 || step === undefined) return
    event.preventDefault()
    cells[from + step]?.focus()
  }
  return (
    <div ref={grid} role="group" aria-label={name} className={styles['grid']} onKeyDown={move}>
      {swatches.map(({ name: spoken, hex }, at) => (
        <button
          key={hex}
          type="button"
          className={styles['cell']}
          style={{ backgroundColor: hex }}
          title={spoken}
          aria-label={spoken}
          aria-pressed={at === chosen}
          tabIndex={at === Math.max(0, chosen) ? 0 : -1}
          onClick={() => onChange(hex)}
        />
      ))}
    </div>
  )
}

function HexField({ name, color, onChange }: ColorPickerProps): ReactNode {
  const [typed, setTyped] = useState<string | null>(null)
  const type = (text: string): void => {
    setTyped(text)
    const parsed = parseColor(text)
    // Three digits are a colour too, but more likely the first half of one.
    if (parsed !== null && text.replace('#', '').trim().length === 6) onChange(parsed)
  }
  const leave = (): void => {
    const parsed = parseColor(typed ?? '')
    if (parsed !== null && parsed !== color) onChange(parsed)
    setTyped(null)
  }
  return (
    <input
      className={styles['hex']}
      aria-label={`${name}: hexadecimal`}
      aria-invalid={(typed !== null && parseColor(typed) === null) || undefined}
      value={typed ?? color}
      spellCheck={false}
      onChange={(event) => type(event.target.value)}
      onKeyDown={(event) => event.key === 'Enter' && leave()}
      onBlur={leave}
    />
  )
}
