import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const at = (path: string) => resolve(import.meta.dirname, path)

export default defineConfig({
  main: {
    build: {
      rolldownOptions: {
        // Three programs for Node, one file each: the window's main process, the layer engine and the command line.
        input: {
          index: at('electron/main/index.ts'),
          engine: at('electron/engine/index.ts'),
          cli: at('electron/cli/index.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
      // A package is hundreds of small modules, and each costs a look on the disk at every start: bundled, the program starts half a second sooner.
      externalizeDeps: false,
    },
  },
  preload: {
    build: {
      rolldownOptions: {
        input: { index: at('electron/preload/index.ts') },
        // A sandboxed preload cannot be an ES module, and cannot require packages: one CommonJS file.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
      externalizeDeps: false,
    },
  },
  renderer: {
    root: at('renderer'),
    // Built files are served from map://cartouche/app/, so every address must be relative.
    base: './',
    plugins: [react()],
    // A worker may load a part of itself later.
    worker: { format: 'es' },
    build: {
      rolldownOptions: { input: { index: at('renderer/index.html'), export: at('renderer/export.html') } },
      // Inlined data: addresses would need a hole in the content security policy.
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 2000,
    },
  },
})
