/** What is said aloud to a screen reader about the layers panel. */
import { createStore } from 'zustand/vanilla'

export const announcementStore = createStore<{ text: string }>(() => ({ text: '' }))

export const announce = (text: string): void => announcementStore.setState({ text })
