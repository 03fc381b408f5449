/** The offline report: what tried to leave the computer, and that nothing did. */
import { createStore } from 'zustand/vanilla'
import type { NetworkLog } from '../../electron/contract/network.ts'
import { listen } from '../bridge/index.ts'

export const networkStore = createStore<NetworkLog>(() => ({ left: 0, refused: 0, entries: [] }))

export const listenToNetwork = (): (() => void) => listen('network.changed', (log) => networkStore.setState(log))
