/** Choosing a symbol by words: plain marks, military symbols with their frame, icons. The search field keeps the focus; the arrow keys go through the grid. */
import { type KeyboardEvent, type ReactNode, useEffect, useId, useMemo, useState } from 'react'
import type { AnnotationSymbol } from '../../../../electron/contract/annotation.ts'
import { Choices } from '../../parts/Choices.tsx'
import { Select } from '../../parts/Select.tsx'
import { SearchField } from '../../parts/SearchField.tsx'
import { catalogue, findSymbols, gridRows, type IconNames, symbolName, stepInGrid } from './catalogue.ts'
import { type Affiliation, affiliations, codeOf, echelons, readCode } from './military.ts'
import { columns, SymbolGrid } from './SymbolGrid.tsx'
import styles from './SymbolPicker.module.css'

type SymbolPickerProps = {
  symbol: AnnotationSymbol
  color: string
  /** The frame or echelon of the present symbol was changed. */
  onChange: (symbol: AnnotationSymbol) => void
  /** A symbol was chosen. */
  onPick: (symbol: AnnotationSymbol) => void
  /** Which are offered: all, or icons alone. */
  only?: 'icons'
}

const noIcons: IconNames = { maki: [], temaki: [] }

export function SymbolPicker({ symbol, color, onChange, onPick, only }: SymbolPickerProps): ReactNode {
  const id = useId()
  const icons = useIconNames()
  const present = symbol.set === 'military' ? readCode(symbol.name) : null
  const [search, setSearch] = useState('')
  const [affiliation, setAffiliation] = useState<Affiliation>(present?.affiliation ?? 'friend')
  const [echelon, setEchelon] = useState(present?.echelon ?? '00')
  const [active, setActive] = useState(0)
  const entries = useMemo(
    () => catalogue(icons, affiliation, echelon).filter(({ symbol: { set } }) => only === undefined || set === 'maki' || set === 'temaki'),
    [icons, affiliation, echelon, only],
  )
  const found = useMemo(() => findSymbols(entries, search), [entries, search])
  const rows = useMemo(() => gridRows(found, columns), [found])
  const highlighted = found[active]

  const reframe = (side: Affiliation, size: string): void => {
    setAffiliation(side)
    setEchelon(size)
    const drawn = present?.symbol ?? null
    if (drawn !== null) onChange({ set: 'military', name: codeOf(drawn, side, size) })
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && highlighted !== undefined) onPick(highlighted.symbol)
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp' || (search === '' && /^Arrow(Left|Right)$/.test(event.key)))
      setActive((from) => stepInGrid(rows, from, event.key))
    else return
    event.preventDefault()
  }
  return (
    <div className={styles['picker']}>
      <SearchField
        name="Search symbols"
        role="combobox"
        aria-expanded
        aria-controls={`${id}-grid`}
        aria-activedescendant={highlighted === undefined ? undefined : `${id}-grid-${active}`}
        placeholder="tank, airfield, hospital, star …"
        autoFocus
        value={search}
        onChange={(words) => {
          setSearch(words)
          setActive(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div className={styles['frame']} hidden={only === 'icons'}>
        <Choices
          name="Affiliation"
          value={affiliation}
          choices={affiliations.map(({ id: value, name }) => ({ value, name }))}
          onChange={(side) => reframe(side, echelon)}
        />
        <Select
          name="Echelon"
          value={echelon}
          options={echelons.map(({ digits, name }) => ({ value: digits, name }))}
          placeholder="Echelon"
          onChange={(size) => reframe(affiliation, size)}
        />
      </div>
      <SymbolGrid
        id={`${id}-grid`}
        rows={rows}
        active={active}
        chosen={symbol}
        color={color}
        onHover={setActive}
        onPick={(one) => onPick(one.symbol)}
      />
      <p className={styles['name']} aria-live="polite">
        {highlighted === undefined ? 'No symbol of that name.' : symbolName(highlighted.symbol)}
      </p>
    </div>
  )
}

function useIconNames(): IconNames {
  const [icons, setIcons] = useState(noIcons)
  useEffect(() => {
    let isWanted = true
    void import('../../../map/style/icons.ts').then(({ maki, temaki }) => {
      if (isWanted) setIcons({ maki: [...maki.keys()], temaki: [...temaki.keys()] })
    })
    return () => {
      isWanted = false
    }
  }, [])
  return icons
}
