/** The attribute table: whose it is, and what it shows of it. How its columns stand is in the document. */
import { createStore } from 'zustand/vanilla'
import type { TableQuery } from '../../electron/contract/query.ts'

export type TableView = {
  search: string
  sort: TableQuery['sort']
  onlySelected: boolean
}

export type TableState = {
  /** Null while it is closed. */
  layerId: string | null
  /** By layer, for as long as the program runs. */
  views: Readonly<Record<string, TableView>>
  /** The field whose figures are shown beside the rows. */
  statistics: string | null
  /** A row to be brought into view. Another object is another wish. */
  reveal: { layerId: string; feature: number } | null
}

export const plainView: TableView = { search: '', sort: null, onlySelected: false }

export const tableStore = createStore<TableState>(() => ({ layerId: null, views: {}, statistics: null, reveal: null }))

export const viewOfTable = ({ views }: TableState, layerId: string): TableView => views[layerId] ?? plainView

export function openTable(layerId: string | null): void {
  tableStore.setState((state) => (state.layerId === layerId ? state : { layerId, statistics: null, reveal: null }))
}

export function changeView(layerId: string, change: Partial<TableView>): void {
  tableStore.setState((state) => ({ views: { ...state.views, [layerId]: { ...viewOfTable(state, layerId), ...change } } }))
}

export const showStatistics = (statistics: string | null): void => tableStore.setState({ statistics })

export const revealRow = (layerId: string, feature: number): void => tableStore.setState({ reveal: { layerId, feature } })
