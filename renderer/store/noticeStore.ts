/** Sentences for the user that do not belong to a place in the window: what could not be opened, what was done. */
import { createStore } from 'zustand/vanilla'
import type { Refusal } from '../../electron/contract/refusal.ts'

/** Something that the user can do about what a notice says. */
export type NoticeAction = { label: string; run: () => void }

export type Notice = { id: number; kind: 'error' | 'info'; message: string; advice: string; action: NoticeAction | null }

export const noticeStore = createStore<{ notices: Notice[] }>(() => ({ notices: [] }))

const maxNotices = 50
let nextId = 1

export function notifyRefusal(refusal: Refusal, action: NoticeAction | null = null): void {
  add('error', refusal.message, refusal.advice, action)
}

export function notify(message: string, advice = '', action: NoticeAction | null = null): void {
  add('info', message, advice, action)
}

export function dismiss(id: number): void {
  noticeStore.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }))
}

export const dismissAll = (): void => noticeStore.setState({ notices: [] })

function add(kind: Notice['kind'], message: string, advice: string, action: NoticeAction | null = null): void {
  const id = nextId++
  // What is said again takes the place of what was said: saving ten times does not build a tower of notices over the map.
  const isSame = (one: Notice): boolean => kind === 'info' && one.kind === kind && one.message === message && one.advice === advice
  noticeStore.setState(({ notices }) => ({
    notices: [...notices.filter((one) => !isSame(one)), { id, kind, message, advice, action }].slice(-maxNotices),
  }))
}
