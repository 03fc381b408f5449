/** Stores in components. Ask for a piece, and the component is drawn again when that piece changes. */
export { useStore } from 'zustand'
export { useShallow } from 'zustand/shallow'
