/** How the list of annotations is searched, filtered and sorted. A matter of the window, not of the document. */
import { createStore } from 'zustand/vanilla'
import type { AnnotationFilter, AnnotationSort } from '../../../document/annotations/list.ts'

export type ListState = { filter: Required<AnnotationFilter>; sort: AnnotationSort }

export const noFilter: Required<AnnotationFilter> = { search: '', kinds: [], statuses: [], sources: [], from: null, to: null }

export const listStore = createStore<ListState>(() => ({ filter: noFilter, sort: { key: 'order', descending: false } }))

export const setFilter = (change: Partial<AnnotationFilter>): void =>
  listStore.setState(({ filter }) => ({ filter: { ...filter, ...change } }))

export const setSort = (sort: AnnotationSort): void => listStore.setState({ sort })

/** Search words stay: they are seen in their field. */
export const clearFilter = (): void => listStore.setState(({ filter }) => ({ filter: { ...noFilter, search: filter.search } }))

/** How many of the conditions behind the filter button are set. */
export const countConditions = ({ kinds, statuses, sources, from, to }: Required<AnnotationFilter>): number =>
  [kinds.length > 0, statuses.length > 0, sources.length > 0, from !== null || to !== null].filter(Boolean).length
